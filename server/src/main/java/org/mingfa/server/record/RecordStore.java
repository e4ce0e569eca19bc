package org.mingfa.server.record;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.record.follow.Nudge;
import org.mingfa.server.record.sealing.MasterKey;
import org.mingfa.server.record.sealing.PartyKeys;
import org.mingfa.server.record.sealing.Sealing;
import org.mingfa.server.record.store.ChainWalk;
import org.mingfa.server.record.store.EntryFormat;
import org.mingfa.server.record.store.EntryStore;
import org.mingfa.server.record.store.Links;
import org.mingfa.server.record.store.RequestStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The record of all cases. Everything runs in the caller's transaction and scope: what the scope does not reach does not
 * exist. Appending needs a transaction that is already running, so that an entry and what is projected from it at once are
 * written together.
 */
@Component
public class RecordStore {

    private static final int MANY = 100_000;

    private final EntryStore entries;
    private final RequestStore requests;
    private final PartyKeys keys;
    private final RecordReader reader;
    private final Nudge nudge;
    private final Clock clock;

    RecordStore(JdbcClient jdbc, MasterKey master, Nudge nudge, Clock clock) {
        entries = new EntryStore(jdbc);
        requests = new RequestStore(jdbc);
        keys = new PartyKeys(jdbc, master);
        reader = new RecordReader(keys);
        this.nudge = nudge;
        this.clock = clock;
    }

    /** @see #append(CaseKey, long, long, List, Request) */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<StoredEntry> append(CaseKey key, long agency, long expectedSeq, List<NewEntry> added) {
        return append(key, agency, expectedSeq, added, null);
    }

    /**
     * Adds entries to the record of a case: all of them, or none.
     *
     * @param agency whose case it is
     * @param expectedSeq number of the last entry on which the acts were decided; 0 for a new case
     * @param request that they answer to, or null
     * @return the entries as they stand, personal data opened
     * @throws Conflict if others have added entries since; the transaction must be rolled back
     * @throws Repeated if the request has been answered before; likewise
     * @throws KeyReused if its key belongs to another request; likewise
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<StoredEntry> append(CaseKey key, long agency, long expectedSeq, List<NewEntry> added, @Nullable Request request) {
        if (request != null && !requests.keep(request, agency, new Request.Receipt(key, expectedSeq + added.size()))) {
            throw new Repeated(earlier(request).orElseThrow(KeyReused::new));
        }
        EntryStore.Link link = expectedSeq == 0
                ? EntryStore.Link.FIRST
                : entries.link(key, expectedSeq).orElseThrow(() -> conflict(key, expectedSeq));
        List<StoredEntry> stored = new ArrayList<>(added.size());
        for (NewEntry entry : added) {
            EntryStore.Row row = row(key, agency, expectedSeq + stored.size() + 1, link, entry);
            if (!entries.insert(row)) {
                throw conflict(key, expectedSeq);
            }
            stored.add(RecordReader.asWritten(row, entry));
            link = new EntryStore.Link(row.recordedAt(), row.sha256(), row.sm3());
        }
        nudge.afterCommit();
        return stored;
    }

    /** What a request made when it was sent before. @throws KeyReused if its key belongs to another request */
    public Optional<Request.Receipt> earlier(Request request) {
        Optional<RequestStore.Kept> kept = requests.find(request);
        kept.filter(found -> !Arrays.equals(found.sha256(), request.sha256())).ifPresent(other -> {
            throw new KeyReused();
        });
        return kept.map(RequestStore.Kept::receipt);
    }

    /** All entries of a case in record order; none where there is no such case within the scope. */
    public List<StoredEntry> entries(CaseKey key) {
        return entriesAfter(key, 0);
    }

    /** An act that somebody did or carried out in a case. */
    public record Acted(long id, String act, String person, int times) {}

    /** Who did what in these cases of a region; nothing is opened. */
    public List<Acted> acted(int region, List<Long> cases) {
        return cases.isEmpty() ? List.of() : entries.acted(region, cases);
    }

    /** The entries after a number, in record order. */
    public List<StoredEntry> entriesAfter(CaseKey key, long seq) {
        return reader.entries(key, entries.after(key, seq, MANY));
    }

    /** The case as it was known at a moment: the entries recorded by then. */
    public List<StoredEntry> entriesKnownAt(CaseKey key, Instant moment) {
        return entries(key).stream().filter(entry -> !entry.recordedAt().isAfter(moment)).toList();
    }

    /** A page of the timeline: the latest entries before a number, newest first. */
    public List<StoredEntry> entriesBefore(CaseKey key, long seq, int limit) {
        return reader.entries(key, entries.before(key, seq, limit));
    }

    /** Checks every hash of a case and that the columns say what the bytes say. */
    public Chain verify(CaseKey key) {
        ChainWalk walk = new ChainWalk(key);
        entries.after(key, 0, MANY).forEach(walk::next);
        return walk.chain();
    }

    /** Makes a party's personal data in a case unreadable for ever; the chain stays whole. @return whether there was a key */
    @Transactional
    public boolean destroyKey(CaseKey key, String party) {
        return keys.destroy(key, party, clock.instant());
    }

    private EntryStore.Row row(CaseKey key, long agency, long seq, EntryStore.Link before, NewEntry entry) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant recordedAt = now.isAfter(before.recordedAt()) ? now : before.recordedAt();
        Map<String, Object> form = Sealing.seal(keys, key, agency, entry.act().form(), entry.personal());
        byte[] bytes = EntryFormat.write(key, agency, seq, recordedAt, entry, form);
        return new EntryStore.Row(
                key, seq, agency, recordedAt, EntryFormat.VERSION, bytes, Links.sha256(before.sha256(), bytes), Links.sm3(before.sm3(), bytes));
    }

    private Conflict conflict(CaseKey key, long expectedSeq) {
        return new Conflict(key, expectedSeq, entriesAfter(key, expectedSeq));
    }
}
