package org.mingfa.server.disclosure.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A decision as the public sees it; withdrawn ones keep number, agency, day and reason. */
public record PublicDecision(
        int region, long id, long agency, String agencyName, String regionName, String number, String party, String cause,
        String outcome, LocalDate decidedOn, Instant publishedAt, LocalDate publishedOn, String body, String sha256,
        @Nullable LocalDate withdrawnOn, String withdrawReason) {

    public String idText() {
        return region + "-" + id;
    }

    public String address() {
        return "/public/decisions/" + idText();
    }

    public boolean withdrawn() {
        return withdrawnOn != null;
    }

    /** How it is called in a list. */
    public String title() {
        if (withdrawn()) return number + "（已撤回）";
        return cause.isBlank() ? party + "行政处罚案" : party + cause + "案";
    }

    /** A line such as 一、违法事实和证据. */
    public static boolean heading(String line) {
        return line.matches("[一二三四五六七八九十]+、.{2,30}");
    }

    public List<String> lines() {
        return body.lines().filter(line -> !line.isBlank()).toList();
    }
}
