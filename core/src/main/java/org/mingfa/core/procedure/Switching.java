package org.mingfa.core.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Moment;

/**
 * The entry by which a pending case goes over to a new version of its procedure (改用新版本). It is no act of the procedure:
 * nobody is asked whether it may be done. Acts later in legal time are examined under the new version and make what it says;
 * what came before stays as it was examined, and so do the duties, rights and pauses that it made.
 */
public final class Switching {

    /** The code in the record; no pack has an act of this name. */
    public static final String ACT = "switch-version";

    private Switching() {}

    public static boolean is(Entry e) {
        return e.act().code().equals(ACT);
    }

    /**
     * The entry's act, done by the platform.
     *
     * @param law names the packs: their digest
     * @param at the day it takes effect: the first day of the version, or the day of the latest entry where that is later
     * @param because the versions that say so, in their order; not empty
     */
    public static Act act(String law, LocalDate at, List<Transition> because) {
        Map<String, Object> form = new TreeMap<>();
        form.put("law", law);
        form.put("on", because.getLast().from().toString());
        form.put("version", because.getLast().version());
        form.put("title", because.getLast().title());
        form.put("cite", String.join("；", because.stream().map(Transition::cite).distinct().toList()));
        return new Act(ACT, Moment.of(at), Map.of(), "", List.of(), List.of(), form);
    }

    /**
     * The act by which a running case goes over with its next entry; null where no version in force by a day asks for it.
     *
     * @param law the digest of {@code laws}
     * @param filedOn the day whose versions the case was filed under
     */
    public static @Nullable Act due(Laws laws, String law, CaseFile file, LocalDate filedOn, LocalDate until) {
        if (file.record().isEmpty() || file.ended()) {
            return null;
        }
        List<Transition> due = laws.switches(file.procedure().code(), file.info().field(), file.info().region(), since(file, filedOn), until);
        if (due.isEmpty()) {
            return null;
        }
        LocalDate last = file.entries().getLast().act().at().date();
        LocalDate from = due.getLast().from();
        return act(law, last.isAfter(from) ? last : from, due);
    }

    /** The day whose versions the case stands under. */
    public static LocalDate since(CaseFile file, LocalDate filedOn) {
        Entry last = file.record().reversed().stream().filter(Switching::is).findFirst().orElse(null);
        return last == null ? filedOn : on(last.act());
    }

    /** What is told of a case that its new version cannot take: it stays under the one before. */
    static Finding stays(Act act, long seq, String why) {
        return new Finding(ACT, "改用新版本", Severity.WARN, Finding.Kind.VOID, String.valueOf(act.form().get("cite")),
                "本案不能改用「" + act.form().get("title") + "」新版本（" + act.form().get("version") + "），仍适用原版本：" + why,
                "请告知法规管理人员修改该版本", seq == 0 ? List.of() : List.of(seq), Map.of());
    }

    /** Digest of the packs that the case goes over to. */
    public static String law(Act act) {
        return String.valueOf(act.form().get("law"));
    }

    /** The day whose versions hold from here on, of those that pending cases go over to. */
    public static LocalDate on(Act act) {
        return LocalDate.parse(String.valueOf(act.form().get("on")));
    }
}
