package org.mingfa.bench.acts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.mingfa.bench.city.Bureau;
import org.mingfa.bench.city.Bureau.Seat;
import org.mingfa.bench.city.Invented;
import org.mingfa.bench.city.Step;
import org.mingfa.bench.city.Walk;
import org.mingfa.bench.process.Http;
import org.mingfa.core.sealing.Canonical;

/** The requests of one client, made beforehand: case after case, each walked from filing to archive on one day. */
public final class Caseload {

    private final List<String> bodies = new ArrayList<>();
    private final Map<Seat, Http.Session> sessions;

    /** @param sessions of the bureau's people */
    public Caseload(Bureau bureau, int client, LocalDate today, Map<Seat, Http.Session> sessions) {
        this.sessions = sessions;
        Walk.Facts facts = Invented.facts(client, new SplittableRandom(client), bureau.officers().getFirst());
        for (Step step : Walk.STEPS) {
            bodies.add(text(act(step, bureau, facts, today)));
        }
    }

    /** Signs everybody of a bureau in. */
    public static Map<Seat, Http.Session> signIn(int port, Bureau bureau) throws IOException {
        Map<Seat, Http.Session> sessions = new EnumMap<>(Seat.class);
        for (Seat seat : Seat.values()) {
            try (Http http = new Http(port)) {
                sessions.put(seat, http.signIn(bureau.login(seat), Bureau.PASSWORD));
            }
        }
        return sessions;
    }

    private static Map<String, Object> act(Step step, Bureau bureau, Walk.Facts facts, LocalDate today) {
        Map<String, Object> act = new LinkedHashMap<>();
        act.put("code", step.code());
        act.put("at", today.toString());
        act.put("on", step.party() ? Map.of("party", Walk.PARTY) : Map.of());
        act.put("officers", step.officers() ? bureau.officers() : List.of());
        act.put("form", Walk.form(step, facts, today));
        return act;
    }

    private static String text(Map<String, Object> json) {
        return new String(Canonical.of(json), StandardCharsets.UTF_8);
    }

    /** How many acts a case has. */
    public static int length() {
        return Walk.STEPS.size();
    }

    /**
     * Sends one act.
     *
     * @param step from 0, which opens the case; the act's sequence number is one more
     * @param id of the case, not used for the first
     * @param whole whether the answer shall show the whole case, as the workbench asks for, or only the entry
     */
    public Http.Answer send(Http http, int step, String id, String key, boolean whole) throws IOException {
        Http.Session session = java.util.Objects.requireNonNull(sessions.get(Walk.STEPS.get(step).seat()));
        String headers = "Idempotency-Key: " + key + "\r\n" + (whole ? "" : "Prefer: return=minimal\r\n");
        String body = bodies.get(step);
        return step == 0
                ? http.send(session, "POST", "/api/cases", "{\"procedure\":\"" + Walk.PROCEDURE + "\",\"act\":" + body + "}", headers)
                : http.send(session, "POST", "/api/cases/" + id + "/acts", body.substring(0, body.length() - 1) + ",\"expectedSeq\":" + step + "}", headers);
    }
}
