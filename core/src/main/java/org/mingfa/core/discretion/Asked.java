package org.mingfa.core.discretion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry of an evaluation file: one situation, several of one party, or what could not be read. */
public sealed interface Asked {
    String name();

    /** @param decided the day of the decision, where the law may have changed before it; see {@link LighterLaw} */
    record One(Situation situation, @Nullable LocalDate decided) implements Asked {
        @Override
        public String name() {
            return situation.name();
        }
    }

    /** @param norms one act against several norms; else several acts */
    record Many(String name, boolean norms, List<Situation> of) implements Asked {}

    /** @param field of the situation, such as quantities.货值金额; may be empty */
    record Broken(String name, String field, String reason) implements Asked {
        /** The reason with its field. */
        public String line() {
            return field.isEmpty() ? reason : field + ": " + reason;
        }
    }

    /**
     * The situations of a file as Canonical.parse gives it: a list, or an object with {@code situations}. A fault breaks its own
     * entry only.
     *
     * @throws Fault where the file as a whole has another shape
     */
    public static List<Asked> read(@Nullable Object json) {
        Given root = Given.json("", json);
        if (root.isMap()) {
            root.only("situations", "tables", "note");
            root = root.need("situations");
        }
        if (!root.isList()) {
            throw new Fault("situations", "expected a list of situations");
        }
        var asked = new ArrayList<Asked>();
        for (Given g : root.list()) {
            asked.add(one(g.from("")));
        }
        return asked;
    }

    private static Asked one(Given g) {
        String name = "";
        try {
            name = g.text("name", "");
            return g.get("several") == null ? new One(SituationReader.read(g, name), SituationReader.decided(g)) : many(g, name);
        } catch (Fault e) {
            return new Broken(name, e.at(), e.reason());
        }
    }

    private static Asked many(Given g, String name) {
        g.only("name", "several", "of");
        String kind = g.need("several").text();
        if (!kind.equals("acts") && !kind.equals("norms")) {
            throw g.need("several").fault("several is acts or norms");
        }
        for (Given one : g.need("of").list()) {
            if (one.get("decided") != null) {
                throw one.need("decided").fault("a change of law is weighed for one act at a time: ask of each alone");
            }
        }
        List<Situation> of = g.need("of").list().stream().map(s -> SituationReader.read(s, s.text("name", ""))).toList();
        if (of.size() < 2) {
            throw g.need("of").fault("expected two situations or more");
        }
        return new Many(name, kind.equals("norms"), of);
    }
}
