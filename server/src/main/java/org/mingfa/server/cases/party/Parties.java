package org.mingfa.server.cases.party;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.Lists;
import org.mingfa.server.cases.party.PartyStore.InCase;
import org.mingfa.server.cases.store.Cursor;
import org.mingfa.server.cases.view.CaseRow;
import org.mingfa.server.operation.Bigrams;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.record.CaseKey;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** A party over all cases that the caller may see (一户式). */
@Component
@NamedInterface("parties")
public class Parties {

    /** A party as a list names it. */
    @NamedInterface("parties")
    public record Named(String id, String name, @Nullable String code) {}

    /** A party of a case; {@code object} is its id there. */
    public record OfCase(String object, String id, String name) {}

    /** A fine that the record of a case has (分). */
    public record Fine(long fine, LocalDate on) {}

    /** @param as how the party is written there */
    public record PartyCase(@JsonProperty("case") CaseRow of, String as, List<Fine> fines) {}

    /**
     * A way in which the party is written.
     *
     * @param knownBy {@code code} credit code, {@code id} ID number, {@code case} nothing but the case
     * @param party the party that this spelling alone would be
     */
    public record Spelling(String id, String party, String name, @Nullable String code, String knownBy) {}

    /**
     * @param spellings of the latest cases
     * @param joins what was merged, split and undone, the latest first
     * @param mayJoin whether the caller may merge and split
     */
    public record View(
            String id, String name, @Nullable String code, String knownBy, List<Spelling> spellings, List<PartyCase> cases, @Nullable String next,
            List<Join> joins, boolean mayJoin) {}

    /** What one agency took as one or apart. @param mine whether the caller may undo it */
    public record Join(
            String id, String kind, String agency, String first, String second, String reason, String by, String at, @Nullable String undoneBy,
            @Nullable String undoneAt, @Nullable String undoneReason, boolean mine) {}

    /** Another party that may be the same. @param why in words */
    public record Proposal(String id, String name, @Nullable String code, List<String> why, CaseRow latest) {}

    private static final int MOST_KEYS = 50;
    private static final int MOST_SPELLINGS = 300;
    private static final int MOST_JOINS = 50;
    private static final int MOST_ALIKE = 30;
    private static final int MOST_PROPOSALS = 20;
    private static final double ALIKE = 0.8;
    private static final double ALIKE_AT_ONE_ADDRESS = 0.5;

    private final PartyStore store;
    private final JoinStore joins;
    private final Lists lists;
    private final Transactions transactions;
    private final Clock clock;

    Parties(PartyStore store, JoinStore joins, Lists lists, Transactions transactions, Clock clock) {
        this.store = store;
        this.joins = joins;
        this.lists = lists;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param cursor what the page before gave as {@code next} */
    public View view(String key, @Nullable String cursor, int limit) {
        CaseKey after = after(cursor);
        return transactions.write(() -> {
            Group group = group(key);
            List<InCase> newest = store.page(group, null, MOST_SPELLINGS);
            if (newest.isEmpty()) {
                throw unknown();
            }
            List<InCase> found = after == null ? newest.stream().limit(limit + 1L).toList() : store.page(group, after, limit + 1);
            List<InCase> page = found.size() > limit ? found.subList(0, limit) : found;
            InCase first = newest.getFirst();
            return new View(key, first.name(), code(newest), first.knownBy(), spellings(newest), cases(page),
                    found.size() > limit ? cursor(page.getLast()) : null, history(group, newest), Caller.current().may("party.join"));
        });
    }

    /** Who the parties of a case are. */
    public List<OfCase> ofCase(CaseKey id) {
        return transactions.read(() -> {
            List<InCase> all = store.of(List.of(id));
            Map<InCase, String> ids = ids(all);
            return all.stream().map(p -> new OfCase(p.objectId(), Objects.requireNonNull(ids.get(p)), p.name())).toList();
        });
    }

    /** The parties of these cases, each once, in the order of the cases. */
    public List<Named> among(List<String> cases) {
        List<CaseKey> keys = cases.stream().flatMap(c -> CaseKey.parse(c).stream()).toList();
        return transactions.read(() -> {
            List<InCase> all = store.of(keys);
            Map<InCase, String> ids = ids(all);
            Map<String, Named> out = new LinkedHashMap<>();
            all.forEach(p -> out.putIfAbsent(ids.get(p) + " " + p.name(), new Named(Objects.requireNonNull(ids.get(p)), p.name(), p.code())));
            return List.copyOf(out.values());
        });
    }

    /** Parties that may be the same as this one, for a person to decide upon: the same ID number, the same name, or an alike name at the same address. */
    public List<Proposal> proposals(String key) {
        return transactions.write(() -> {
            Group group = group(key);
            List<InCase> mine = store.page(group, null, MOST_ALIKE);
            if (mine.isEmpty()) {
                throw unknown();
            }
            Map<String, Set<String>> why = new LinkedHashMap<>();
            Map<String, InCase> others = new LinkedHashMap<>();
            for (InCase one : different(mine)) {
                List<InCase> candidates = new ArrayList<>(store.sharing(one, MOST_ALIKE));
                candidates.addAll(store.of(lists.found(one.name().substring(0, Math.min(50, one.name().length())), MOST_ALIKE).stream()
                        .flatMap(c -> CaseKey.parse(c.id()).stream()).toList()));
                Map<InCase, String> ids = ids(candidates);
                for (InCase c : candidates) {
                    String id = Objects.requireNonNull(ids.get(c));
                    List<String> reasons = group.keys().contains(id) ? List.of() : why(one, c);
                    if (!reasons.isEmpty()) {
                        others.putIfAbsent(id, c);
                        why.computeIfAbsent(id, i -> new LinkedHashSet<>()).addAll(reasons);
                    }
                }
            }
            Map<CaseKey, CaseRow> rows = lists.rows(others.values().stream().map(InCase::id).distinct().toList());
            return others.entrySet().stream().filter(e -> rows.containsKey(e.getValue().id())).limit(MOST_PROPOSALS)
                    .map(e -> new Proposal(e.getKey(), e.getValue().name(), e.getValue().code(), List.copyOf(why.getOrDefault(e.getKey(), Set.of())),
                            Objects.requireNonNull(rows.get(e.getValue().id())))).toList();
        });
    }

    private static Collection<InCase> different(List<InCase> all) {
        return all.stream().collect(Collectors.toMap(p -> p.spelling() + p.addressMark(), Function.identity(), (a, b) -> a, LinkedHashMap::new)).values().stream()
                .limit(5).toList();
    }

    private static List<String> why(InCase one, InCase other) {
        List<String> out = new ArrayList<>();
        if (one.idMark() != null && one.idMark().equals(other.idMark())) {
            out.add("身份证件号码相同");
        }
        boolean there = one.addressMark() != null && one.addressMark().equals(other.addressMark());
        double alike = alike(one.nameKey(), other.nameKey());
        if (one.nameKey().equals(other.nameKey())) {
            out.add("名称相同");
        } else if (alike >= ALIKE || there && alike >= ALIKE_AT_ONE_ADDRESS) {
            out.add("名称相近");
        }
        if (there && !out.isEmpty()) {
            out.add("住所相同");
        }
        return out;
    }

    /** Share of the pairs of letters of the shorter that the longer has, 0 to 1. */
    static double alike(String a, String b) {
        List<String> one = Bigrams.of(a);
        List<String> other = Bigrams.of(b);
        int least = Math.min(one.size(), other.size());
        return least == 0 ? 0 : (double) one.stream().filter(other::contains).count() / least;
    }

    /** Within a transaction: what is taken as one with this party. */
    Group group(String key) {
        Set<String> keys = new LinkedHashSet<>(List.of(root(key)));
        List<JoinStore.Pair> pairs = List.of();
        for (int before = 0; before < keys.size() && keys.size() < MOST_KEYS; ) {
            before = keys.size();
            pairs = joins.standing(List.copyOf(keys), MOST_KEYS);
            pairs.stream().filter(p -> p.kind().equals("merge")).forEach(p -> keys.addAll(List.of(p.a(), p.b())));
        }
        List<JoinStore.Pair> splits = pairs.stream().filter(p -> p.kind().equals("split")).toList();
        List<String> apart = splits.stream().map(JoinStore.Pair::b).filter(keys::contains).distinct().toList();
        List<String> identities = keys.stream().filter(k -> !apart.contains(k)).toList();
        return new Group(identities, splits.stream().filter(p -> identities.contains(p.a())).map(JoinStore.Pair::b).distinct().toList(), apart);
    }

    /** A spelling that is not apart any more is the party that it belongs to. */
    private String root(String key) {
        if (joins.standing(List.of(key), MOST_KEYS).stream().anyMatch(p -> p.kind().equals("split") && p.b().equals(key))) {
            return key;
        }
        InCase any = store.any(key).orElseThrow(Parties::unknown);
        return any.spelling().equals(key) ? any.identity() : key;
    }

    /** Who each of these is: its identity, or its spelling where that was taken out. */
    private Map<InCase, String> ids(List<InCase> all) {
        List<String> spellings = all.stream().map(InCase::spelling).distinct().toList();
        Set<String> apart = joins.standing(spellings, 10 * MOST_KEYS).stream().filter(p -> p.kind().equals("split")).map(JoinStore.Pair::b).collect(Collectors.toSet());
        Map<InCase, String> out = new LinkedHashMap<>();
        all.forEach(p -> out.put(p, apart.contains(p.spelling()) ? p.spelling() : p.identity()));
        return out;
    }

    private static @Nullable String code(List<InCase> all) {
        return all.stream().map(InCase::code).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private List<Spelling> spellings(List<InCase> newest) {
        Map<InCase, String> ids = ids(newest);
        Map<String, Spelling> out = new LinkedHashMap<>();
        newest.forEach(p -> out.putIfAbsent(p.spelling(), new Spelling(p.spelling(), Objects.requireNonNull(ids.get(p)), p.name(), p.code(), p.knownBy())));
        return List.copyOf(out.values());
    }

    /** A party that stands twice in one case is shown there once. */
    private List<PartyCase> cases(List<InCase> page) {
        Map<CaseKey, List<InCase>> each = page.stream().collect(Collectors.groupingBy(InCase::id, LinkedHashMap::new, Collectors.toList()));
        List<CaseKey> ids = List.copyOf(each.keySet());
        Map<CaseKey, CaseRow> rows = lists.rows(ids);
        Map<CaseKey, List<PartyStore.Fined>> fines = store.fines(ids).stream().collect(Collectors.groupingBy(PartyStore.Fined::id));
        return each.entrySet().stream().filter(e -> rows.containsKey(e.getKey())).map(e -> new PartyCase(Objects.requireNonNull(rows.get(e.getKey())),
                e.getValue().getFirst().name(), fines(fines.getOrDefault(e.getKey(), List.of()), e.getValue()))).toList();
    }

    private static List<Fine> fines(List<PartyStore.Fined> all, List<InCase> parties) {
        return all.stream().filter(f -> f.party().isEmpty() || parties.stream().anyMatch(p -> p.objectId().equals(f.party())))
                .map(f -> new Fine(f.fine(), f.decidedOn())).toList();
    }

    private List<Join> history(Group group, List<InCase> newest) {
        List<String> keys = new ArrayList<>(group.keys());
        newest.stream().map(InCase::spelling).distinct().limit(MOST_KEYS).forEach(keys::add);
        Caller me = Caller.current();
        return joins.history(keys, clock.getZone().getId(), MOST_JOINS).stream().map(j -> new Join(j.id(), j.kind(), j.agency(), j.aName(), j.bName(), j.reason(), j.by(), j.at(), j.undoneBy(),
                j.undoneAt(), j.undoneReason(), j.undoneAt() == null && j.agencyId() == me.agency().id() && me.may("party.join"))).toList();
    }

    private static String cursor(InCase last) {
        return Cursor.of(Long.toString(last.caseId()), Integer.toString(last.regionId())).text();
    }

    private static @Nullable CaseKey after(@Nullable String text) {
        try {
            Cursor c = Cursor.parse(text, 2);
            return c == null ? null : new CaseKey(Integer.parseInt(c.parts().get(1)), Long.parseLong(c.parts().get(0)));
        } catch (IllegalArgumentException e) {
            throw Refused.bad("游标不是由本系统给出的");
        }
    }

    static RuntimeException unknown() {
        return Refused.notFound("没有这个当事人，或者不在您的管辖范围之内");
    }
}
