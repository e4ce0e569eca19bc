package org.mingfa.core.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Procedure;

/**
 * A DCR graph read beside the procedure that it was made of: the relations in which they differ, and what a pack cannot take
 * from a graph.
 *
 * @param left in sentences for the jurist
 */
public record DcrReading(List<Difference> differences, List<String> left) {

    /** How a relation differs. */
    public enum What {ADDED, REMOVED, CHANGED}

    /**
     * A relation that the graph has otherwise.
     *
     * @param act at which a pack writes it
     * @param relation as a pack calls it: needs, waits-for, obliges, opens
     * @param other the act that it names
     * @param period as a pack writes it, {@code 30 nd}; null: none
     * @param guard CEL; null: always
     */
    public record Difference(What what, String act, String relation, String other, @Nullable String period, boolean timeChanged, @Nullable String guard, boolean guardChanged) {}

    private record Key(Dcr.Kind kind, String source, String target) {}

    /** @throws IllegalArgumentException with line and reason where the text is no DCR graph */
    public static DcrReading of(Procedure p, String xml) {
        Dcr own = Dcr.of(p, new Unsaid());
        Dcr read = DcrXml.read(xml);
        List<String> left = new ArrayList<>();
        events(own, read, left);
        Map<Key, Dcr.Link> before = byKey(own.links(), left);
        Map<Key, Dcr.Link> after = byKey(read.links(), left);
        List<Difference> out = new ArrayList<>();
        Set<Key> all = new LinkedHashSet<>(before.keySet());
        all.addAll(after.keySet());
        all.stream().filter(k -> p.act(k.source()) != null && p.act(k.target()) != null).forEach(k -> compare(p, k, before.get(k), after.get(k), out, left));
        return new DcrReading(List.copyOf(out), List.copyOf(left));
    }

    private static void events(Dcr own, Dcr read, List<String> left) {
        Map<String, Dcr.Event> there = new LinkedHashMap<>();
        read.events().forEach(e -> there.put(e.id(), e));
        own.events().forEach(e -> {
            Dcr.Event now = there.remove(e.id());
            if (now == null) {
                left.add("图中没有事项「" + e.label() + "」；删去事项请修改法律包");
            } else if (!now.label().equals(e.label()) || !now.roles().equals(e.roles())) {
                left.add("事项「" + e.label() + "」的名称或者办理人在图中不同，没有读入");
            }
        });
        there.values().forEach(e -> left.add("图中的事项「" + e.label() + "」（" + e.id() + "）法律包里没有；新的事项有表单和依据，请在法律包里写"));
        if (!own.included().equals(read.included()) || !own.pending().equals(read.pending())) {
            left.add("图中事项开始时的状态不同，没有读入");
        }
    }

    private static Map<Key, Dcr.Link> byKey(Set<Dcr.Link> links, List<String> left) {
        Map<Key, Dcr.Link> out = new LinkedHashMap<>();
        for (Dcr.Link l : links) {
            if (out.putIfAbsent(new Key(l.kind(), l.source(), l.target()), l) != null) {
                left.add("图中 " + l.source() + " 与 " + l.target() + " 之间有两条同类关系，只读入第一条");
            }
        }
        return out;
    }

    private static void compare(Procedure p, Key k, Dcr.@Nullable Link was, Dcr.@Nullable Link now, List<Difference> out, List<String> left) {
        if (Objects.equals(was, now)) {
            return;
        }
        if (k.kind() == Dcr.Kind.EXCLUDE) {
            left.add("排除关系（" + title(p, k.source()) + "之后不再" + title(p, k.target()) + "）不同；请在法律包里改");
            return;
        }
        boolean toSource = k.kind() == Dcr.Kind.CONDITION || k.kind() == Dcr.Kind.MILESTONE;
        What what = was == null ? What.ADDED : now == null ? What.REMOVED : What.CHANGED;
        String time = now == null ? null : now.time();
        String guard = now == null ? null : now.guard();
        out.add(new Difference(what, toSource ? k.target() : k.source(), relation(k.kind()), toSource ? k.source() : k.target(),
                time == null ? null : DcrXml.period(time).toString(), was != null && now != null && !Objects.equals(was.time(), time), guard,
                was != null && now != null && !Objects.equals(was.guard(), guard)));
    }

    private static String title(Procedure p, String act) {
        return "「" + Objects.requireNonNull(p.act(act)).title() + "」";
    }

    private static String relation(Dcr.Kind kind) {
        return switch (kind) {
            case CONDITION -> "needs";
            case MILESTONE -> "waits-for";
            case RESPONSE -> "obliges";
            case INCLUDE -> "opens";
            case EXCLUDE -> throw new IllegalArgumentException("closes");
        };
    }
}
