package org.mingfa.core.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.core.procedure.Relation;

/**
 * A DCR graph (Dynamic Condition Response): what it knows of a procedure, and a list of the rest.
 *
 * @param included events that may happen from the start
 * @param pending events that are owed from the start
 */
public record Dcr(String title, List<Event> events, Set<String> included, Set<String> pending, Set<Link> links) {

    /** @param roles titles of those who may do it */
    public record Event(String id, String label, List<String> roles) {}

    /** The relations of DCR; source and target as DCR has them: a condition points from what is needed to what needs it. */
    public enum Kind {
        CONDITION,
        RESPONSE,
        INCLUDE,
        EXCLUDE,
        MILESTONE
    }

    /**
     * @param time ISO 8601: delay of a condition, deadline of a response; null: none
     * @param guard the condition under which it holds, as the pack writes it (CEL); null: always
     */
    public record Link(Kind kind, String source, String target, @Nullable String time, @Nullable String guard) {}

    /** @param unsaid takes what DCR cannot say */
    public static Dcr of(Procedure p, Unsaid unsaid) {
        List<Event> events = new ArrayList<>();
        Set<String> included = new LinkedHashSet<>();
        Set<String> pending = new LinkedHashSet<>();
        for (ActSpec a : p.acts()) {
            events.add(new Event(a.code(), a.title(), a.by().stream().map(c -> p.roleTitles(List.of(c))).toList()));
            if (!a.startsClosed()) {
                included.add(a.code());
            }
            if (a.startsOwed()) {
                pending.add(a.code());
            }
            act(a, unsaid);
        }
        Map<List<Object>, Link> links = new LinkedHashMap<>();
        p.relations().forEach(r -> link(r, unsaid).ifPresent(l -> links.merge(List.of(l.kind(), l.source(), l.target()), l, (one, two) -> one.equals(two) ? one : second(one, r, unsaid))));
        return new Dcr(p.title(), List.copyOf(events), included, pending, new LinkedHashSet<>(links.values()));
    }

    private static Link second(Link kept, Relation r, Unsaid unsaid) {
        unsaid.add("同一对事项之间的第二个同类关系", r.clause().id());
        return kept;
    }

    private static void act(ActSpec a, Unsaid unsaid) {
        if (a.isFinal()) {
            unsaid.add("终结案件的事项", a.code());
        }
        if (a.times() > 0) {
            unsaid.add("次数限制", a.code());
        }
        if (!a.on().isEmpty() || a.createsKind() != null) {
            unsaid.add("以当事人、物品等对象为单位的事项", a.code());
        }
        if (a.kind() == ActSpec.Kind.FACT) {
            unsaid.add("由当事人或者其他机关所为、不得拒绝登记的事项", a.code());
        }
        a.rules().forEach(r -> unsaid.add("对内容和登记信息的规则", r.id()));
    }

    private static Optional<Link> link(Relation r, Unsaid unsaid) {
        String id = r.clause().id();
        return switch (r.kind()) {
            case NEEDS -> {
                if (r.evenIfClosed()) {
                    unsaid.add("所需事项关闭时仍须等待（even-if-closed）", id);
                }
                if (r.where() != null) {
                    unsaid.add("对所需事项内容的要求（where）", id);
                }
                if (r.after()) {
                    unsaid.add("期满次日起（after），DCR 只有不早于", id);
                }
                yield Optional.of(new Link(Kind.CONDITION, r.other().code(), r.act().code(), time(r, unsaid), r.when()));
            }
            case WAITS_FOR -> Optional.of(new Link(Kind.MILESTONE, r.other().code(), r.act().code(), null, r.when()));
            case OBLIGES -> {
                if (!r.owedBy().equals("agency")) {
                    unsaid.add("义务属于当事人或者第三方（owed-by）", id);
                }
                expiry(r, unsaid);
                yield Optional.of(new Link(Kind.RESPONSE, r.act().code(), r.other().code(), time(r, unsaid), r.when()));
            }
            case OPENS -> {
                if (r.span() != null) {
                    unsaid.add("到期终止的权利（until）", id);
                }
                expiry(r, unsaid);
                yield Optional.of(new Link(Kind.INCLUDE, r.act().code(), r.other().code(), null, r.when()));
            }
            case CLOSES -> Optional.of(new Link(Kind.EXCLUDE, r.act().code(), r.other().code(), null, r.when()));
            case UNDOES -> unsaid(unsaid, "撤销先前的事项（undoes）", r);
            case COUNTS_AS -> unsaid(unsaid, "视同另一事项（counts-as）", r);
            case EXTENDS -> unsaid(unsaid, "延长期限（extends）", r);
        };
    }

    private static Optional<Link> unsaid(Unsaid unsaid, String kind, Relation r) {
        unsaid.add(kind, r.act().code() + "→" + r.other().code());
        return Optional.empty();
    }

    private static void expiry(Relation r, Unsaid unsaid) {
        if (r.onExpiry() != null) {
            unsaid.add("期满依法自动发生（on-expiry）", r.clause().id());
        }
    }

    private static @Nullable String time(Relation r, Unsaid unsaid) {
        if (r.span() == null) {
            return null;
        }
        Optional<String> iso = Iso.of(r.span());
        if (iso.isEmpty()) {
            unsaid.add(r.span().field() == null ? "按工作日计算的期限" : "由文书确定的期限", r.clause().id());
        }
        return iso.orElse(null);
    }
}
