package org.mingfa.server.record;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.procedure.Act;
import org.mingfa.core.procedure.Registry;
import org.mingfa.server.support.TestCity;

/** Acts for tests of the record, which does not ask what they mean. */
final class Acts {

    private Acts() {}

    static CaseKey newCase(TestCity.Agency agency) {
        return new CaseKey(agency.region(), ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }

    static NewEntry act(String code) {
        return NewEntry.of(new Act(code, Moment.parse("2026-03-02T09:30"), Map.of(), "12", List.of("officer"), List.of("12", "15"), Map.of("note", "现场有两人在场")), registry());
    }

    static NewEntry filing(String name, String idNumber) {
        Map<String, Object> form = Map.of("parties", List.of(Map.of("name", name, "idNumber", idNumber, "age", 30L)));
        NewEntry plain = act("file-case");
        Act act = new Act("file-case", plain.act().at(), Map.of(), "12", List.of("agency-head"), List.of(), form);
        return new NewEntry(act, plain.registry(), plain.mode(), null, Circumstances.NONE, List.of(
                new NewEntry.Personal("party-1", "/parties/0/name"),
                new NewEntry.Personal("party-1", "/parties/0/idNumber"),
                new NewEntry.Personal("party-1", "/parties/0/absent")));
    }

    static Registry registry() {
        return new Registry(Map.of("id", "7", "standing", true), Map.of("id", "12", "certified", true), List.of(Map.of("id", "15", "certified", false)), Map.of());
    }
}
