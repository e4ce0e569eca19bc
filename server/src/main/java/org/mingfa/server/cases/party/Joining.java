package org.mingfa.server.cases.party;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.party.PartyStore.InCase;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.operation.Refused;
import org.springframework.stereotype.Component;

/**
 * Takes two parties as one (合并) or a spelling out of one (拆分), for the caller's agency and with a reason; both can be undone.
 * No record is changed. Sent twice it is done once.
 */
@Component
public class Joining {

    /** @param with the other party, or the spelling to take out */
    public record Asked(@Nullable String with, @Nullable String reason) {}

    private static final int LONGEST = 500;

    private final Parties parties;
    private final PartyStore store;
    private final JoinStore joins;
    private final Transactions transactions;
    private final Clock clock;

    Joining(Parties parties, PartyStore store, JoinStore joins, Transactions transactions, Clock clock) {
        this.parties = parties;
        this.store = store;
        this.joins = joins;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Takes another party as the same as this one. */
    public void merge(String key, Asked in) {
        String other = checked(in);
        transactions.write(() -> {
            Group mine = parties.group(key);
            Group theirs = parties.group(other);
            InCase one = newest(mine);
            InCase two = newest(theirs);
            if (mine.keys().contains(theirs.keys().getFirst())) {
                throw Refused.conflict("两者已经是同一当事人");
            }
            String a = mine.keys().getFirst();
            String b = theirs.keys().getFirst();
            boolean inOrder = a.compareTo(b) < 0;
            add(inOrder ? new JoinStore.Pair("merge", a, b) : new JoinStore.Pair("merge", b, a), inOrder ? one : two, inOrder ? two : one, in);
            return null;
        });
    }

    /** Takes a spelling out of this party; its cases are then another one's. */
    public void split(String key, Asked in) {
        String spelling = checked(in);
        transactions.write(() -> {
            Group mine = parties.group(key);
            InCase out = store.any(spelling).filter(p -> p.spelling().equals(spelling) && mine.identities().contains(p.identity()) && !mine.without().contains(spelling))
                    .orElseThrow(() -> Refused.invalid("/with", "这个当事人没有这种写法"));
            List<String> spellings = store.page(mine, null, LONGEST).stream().filter(p -> p.identity().equals(out.identity())).map(InCase::spelling).distinct().toList();
            if (spellings.size() < 2) {
                throw Refused.invalid("/with", "只有一种写法的，不能拆分；系合并而来的，撤销合并");
            }
            InCase rest = store.page(mine, null, LONGEST).stream().filter(p -> p.identity().equals(out.identity()) && !p.spelling().equals(spelling)).findFirst().orElseThrow();
            add(new JoinStore.Pair("split", out.identity(), spelling), rest, out, in);
            return null;
        });
    }

    /** Undoes a merge or a split of the caller's agency. */
    public void undo(String id, @Nullable String reason) {
        reasoned(new Fields(), reason).done();
        if (!id.matches("\\d{1,9}-\\d{1,18}")) {
            throw missing();
        }
        int region = Integer.parseInt(id.substring(0, id.indexOf('-')));
        long join = Long.parseLong(id.substring(id.indexOf('-') + 1));
        Caller me = Caller.current();
        transactions.write(() -> {
            JoinStore.Listed found = joins.one(region, join, clock.getZone().getId()).filter(j -> j.agencyId() == me.agency().id()).orElseThrow(Joining::missing);
            if (found.undoneAt() == null) {
                joins.undo(region, join, me.id(), clock.instant(), String.valueOf(reason).strip());
            }
            return null;
        });
    }

    private InCase newest(Group g) {
        return store.page(g, null, 1).stream().findFirst().orElseThrow(Parties::unknown);
    }

    private void add(JoinStore.Pair pair, InCase a, InCase b, Asked in) {
        Caller me = Caller.current();
        joins.add(new JoinStore.Made(me.agency().region(), me.agency().id(), pair, a.name(), b.name(), String.valueOf(in.reason()).strip(), me.id(), clock.instant()));
    }

    private static String checked(Asked in) {
        reasoned(new Fields().text("/with", in.with(), 64), in.reason()).done();
        return String.valueOf(in.with());
    }

    private static Fields reasoned(Fields fields, @Nullable String reason) {
        return fields.text("/reason", reason, LONGEST).check("/reason", reason == null || reason.chars().noneMatch(c -> c == 0), "不得含有控制字符");
    }

    private static RuntimeException missing() {
        return Refused.notFound("没有这次合并或者拆分，或者不是本机关所作");
    }
}
