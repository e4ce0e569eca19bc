package org.mingfa.core.discretion;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.sealing.Digests;

/**
 * An assessment as a case keeps it: the situation as it was put, which tables answered (with their digests), and the answer. The
 * same situation put to the same tables gives the same value, so that anybody can assess it again.
 */
public final class KeptAssessment {
    /** What would name people, or is not needed to assess again, is not kept. */
    private static final Set<String> NOT_KEPT = Set.of("name", "note", "evidence", "several", "of");

    private KeptAssessment() {}

    /** Whether a situation can be kept as it is: one violation, without names, notes and evidence. */
    public static boolean keeps(Map<?, ?> situation) {
        return situation.keySet().stream().noneMatch(NOT_KEPT::contains);
    }

    /**
     * Assesses a situation and returns what is kept of it.
     *
     * @throws Unanswered where the tables ask for something that it does not say
     * @throws Fault where it cannot be read, or holds what is not kept
     */
    public static Map<String, Object> of(Benchmarks all, Map<?, ?> situation) {
        if (!keeps(situation)) {
            throw new Fault("", "随案保存的测算是一个违法行为的，不写姓名、备注和证据");
        }
        return switch (Asked.read(List.of(situation)).getFirst()) {
            case Asked.Broken b -> throw new Fault(b.field(), b.reason());
            case Asked.Many many -> throw new Fault("several", "几个违法行为分别测算、分别保存");
            case Asked.One one -> one(all, one, situation);
        };
    }

    private static Map<String, Object> one(Benchmarks all, Asked.One one, Map<?, ?> situation) {
        if (one.decided() == null) {
            Assessment a = new Calculator(all).assess(one.situation());
            return kept(situation, a, List.of(a.table()), a.explanation());
        }
        LighterLaw law = LighterLaw.of(all, one.situation(), one.decided());
        List<Table> tables = law.later() == null ? List.of(law.old().table()) : List.of(law.old().table(), law.later().table());
        return kept(situation, law.applies(), tables, law.explanation() + law.applies().explanation());
    }

    private static Map<String, Object> kept(Map<?, ?> situation, Assessment a, List<Table> tables, String explanation) {
        var map = new LinkedHashMap<String, Object>();
        map.put("situation", situation);
        map.put("table", a.table().code());
        map.put("violation", a.table().title());
        map.put("benchmark", a.table().benchmark());
        map.put("grade", grade(a));
        map.put("row", a.row() == null ? "" : a.row().id());
        map.put("choice", a.choice().title());
        map.put("tables", tables.stream().map(KeptAssessment::version).toList());
        List<Object> ranges = new ArrayList<>();
        a.parties().forEach(p -> ranges.add(range(p)));
        map.put("ranges", ranges);
        map.put("spared", a.spared());
        if (a.spared() && a.grounds().stream().noneMatch(g -> g.effect() == Ground.Effect.NONE)) {
            map.put("ungrounded", true);
        }
        map.put("departs", a.departs());
        map.put("explanation", Digests.sha256(explanation.getBytes(StandardCharsets.UTF_8)));
        return map;
    }

    /** Of a table of weights, the total stands for the grade: only cases that weigh the same are alike. */
    private static String grade(Assessment a) {
        return a.weighed() != null ? a.weighed().total().percent() : a.row() == null ? "" : a.row().grade().isEmpty() ? a.row().id() : a.row().grade();
    }

    private static Map<String, Object> version(Table t) {
        return Map.of("code", t.code(), "from", t.from().equals(LocalDate.MIN) ? "" : t.from().toString(), "digest", TableDigest.of(t));
    }

    private static Map<String, Object> range(Assessment.Party p) {
        var map = new LinkedHashMap<String, Object>();
        map.put("party", p.name());
        Range r = p.result();
        if (r != null) {
            map.put("min", r.min());
            if (r.max() != null) {
                map.put("max", r.max());
            }
            map.put("text", r.text());
            map.put("proposed", p.proposed());
        }
        if (p.decided() != null) {
            map.put("decided", p.decided());
        }
        return map;
    }

    /** The parts in which a kept assessment says something else than the present one; empty: it computes to what it says. */
    public static List<String> differences(Benchmarks all, Map<?, ?> kept, Map<?, ?> now) {
        var names = new java.util.LinkedHashSet<String>();
        now.forEach((k, v) -> names.add(String.valueOf(k)));
        kept.forEach((k, v) -> names.add(String.valueOf(k)));
        return names.stream().filter(n -> !n.equals("situation") && !(n.equals("tables") ? sameTables(all, kept.get(n), now.get(n))
                : java.util.Objects.equals(plain(kept.get(n)), plain(now.get(n))))).toList();
    }

    /** Tables that say the same, whatever their first day, which may have been cut; a digest may be of before the day was left out. */
    private static boolean sameTables(Benchmarks all, @Nullable Object kept, @Nullable Object now) {
        if (!(kept instanceof List<?> was) || !(now instanceof List<?> is) || was.size() != is.size()) {
            return java.util.Objects.equals(kept, now);
        }
        for (int i = 0; i < was.size(); i++) {
            if (!(was.get(i) instanceof Map<?, ?> w) || !(is.get(i) instanceof Map<?, ?> n) || !java.util.Objects.equals(w.get("code"), n.get("code"))) {
                return false;
            }
            boolean same = java.util.Objects.equals(w.get("digest"), n.get("digest")) || all.tables().stream()
                    .anyMatch(t -> t.code().equals(w.get("code")) && TableDigest.of(t).equals(n.get("digest")) && TableDigest.is(w.get("digest"), t, String.valueOf(w.get("from"))));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Number n -> n.longValue();
            case List<?> l -> l.stream().map(KeptAssessment::plain).toList();
            case Map<?, ?> m -> {
                var sorted = new TreeMap<String, @Nullable Object>();
                m.forEach((k, v) -> sorted.put(String.valueOf(k), plain(v)));
                yield sorted;
            }
            default -> value;
        };
    }

    /** The day of the violation that a kept situation names; null where it names none. */
    public static @Nullable LocalDate day(Map<?, ?> kept) {
        return kept.get("situation") instanceof Map<?, ?> s && s.get("on") instanceof String on ? day(on) : null;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
