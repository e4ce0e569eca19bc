package org.mingfa.server.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.mingfa.server.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
@Import(TestCity.class)
class RecordStoreTest {

    @Autowired
    TestCity city;

    @Autowired
    RecordStore record;

    @Autowired
    SealedTexts texts;

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcClient jdbc;

    TestCity.Agency agency;
    CaseKey key;

    @BeforeEach
    void aNewCase() {
        agency = city.agency();
        key = Acts.newCase(agency);
    }

    private List<StoredEntry> append(long expected, NewEntry... entries) {
        return agency.scope().call(() -> transactions.write(() -> record.append(key, agency.id(), expected, List.of(entries))));
    }

    private <T> T read(java.util.function.Supplier<T> work) {
        return agency.scope().call(() -> transactions.read(work));
    }

    @Test
    void whatWasAppendedIsReadBackInOrderAndAsItWas() {
        List<StoredEntry> written = append(0, Acts.act("file-case"), Acts.act("inspect"));
        append(2, Acts.act("decide"));
        List<StoredEntry> entries = read(() -> record.entries(key));
        assertThat(entries).extracting(e -> e.act().code()).containsExactly("file-case", "inspect", "decide");
        assertThat(entries).extracting(StoredEntry::seq).containsExactly(1L, 2L, 3L);
        assertThat(entries.subList(0, 2)).isEqualTo(written);
        assertThat(entries.getFirst().act()).isEqualTo(Acts.act("file-case").act());
        assertThat(entries.getFirst().registry()).isEqualTo(Acts.registry());
    }

    @Test
    void theTimelineIsReadInPagesNewestFirst() {
        append(0, Acts.act("a"), Acts.act("b"), Acts.act("c"));
        assertThat(read(() -> record.entriesBefore(key, Long.MAX_VALUE, 2))).extracting(StoredEntry::seq).containsExactly(3L, 2L);
        assertThat(read(() -> record.entriesBefore(key, 2, 2))).extracting(StoredEntry::seq).containsExactly(1L);
    }

    @Test
    void aCaseIsReadAsItWasKnownAtAMoment() {
        Instant first = append(0, Acts.act("file-case")).getFirst().recordedAt();
        append(1, Acts.act("inspect"));
        assertThat(read(() -> record.entriesKnownAt(key, first))).extracting(e -> e.act().code()).containsExactly("file-case");
        assertThat(read(() -> record.entriesKnownAt(key, first.minusSeconds(1)))).isEmpty();
    }

    @Test
    void anActDecidedOnAnOlderStateIsRefusedWithWhatHasHappenedSince() {
        append(0, Acts.act("file-case"));
        append(1, Acts.act("inspect"));
        Conflict conflict = catchThrowableOfType(Conflict.class, () -> append(1, Acts.act("decide")));
        assertThat(conflict.since()).extracting(e -> e.act().code()).containsExactly("inspect");
        assertThat(read(() -> record.entries(key))).hasSize(2);
    }

    @Test
    void anActDecidedOnAStateThatNeverWasIsRefused() {
        append(0, Acts.act("file-case"));
        assertThatThrownBy(() -> append(5, Acts.act("decide"))).isInstanceOf(Conflict.class);
    }

    @Test
    void ofActsSentAtOnceOnOneStateExactlyOneIsRecorded() throws Exception {
        append(0, Acts.act("file-case"));
        for (long state = 1; state <= 10; state++) {
            long expected = state;
            assertThat(atOnce(8, () -> append(expected, Acts.act("inspect")))).isEqualTo(1);
        }
        assertThat(read(() -> record.entries(key))).hasSize(11);
        assertThat(read(() -> record.verify(key)).whole()).isTrue();
    }

    /** How many of so many threads, let go together, were not refused by a conflict. */
    private static int atOnce(int threads, Callable<?> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Boolean>> all = java.util.stream.IntStream.range(0, threads).mapToObj(n -> pool.submit(() -> {
                start.await();
                try {
                    work.call();
                    return true;
                } catch (Conflict | Repeated refused) {
                    return false;
                }
            })).toList();
            int passed = 0;
            for (Future<Boolean> one : all) {
                passed += one.get() ? 1 : 0;
            }
            return passed;
        }
    }

    @Test
    void aRequestSentTwiceIsRecordedOnce() throws Exception {
        Request request = new Request(agency.region(), "12", "key-1", new byte[32]);
        int passed = atOnce(6, () -> agency.scope().call(() ->
                transactions.write(() -> record.append(key, agency.id(), 0, List.of(Acts.act("file-case")), request))));
        assertThat(passed).isEqualTo(1);
        assertThat(read(() -> record.entries(key))).hasSize(1);
        assertThat(read(() -> record.earlier(request))).contains(new Request.Receipt(key, 1));
    }

    @Test
    void aRequestThatWasRefusedMayBeSentAgainWithItsKey() {
        append(0, Acts.act("file-case"));
        Request request = new Request(agency.region(), "12", "key-2", new byte[32]);
        assertThatThrownBy(() -> agency.scope().call(() ->
                transactions.write(() -> record.append(key, agency.id(), 0, List.of(Acts.act("inspect")), request)))).isInstanceOf(Conflict.class);
        agency.scope().run(() -> transactions.write(() -> record.append(key, agency.id(), 1, List.of(Acts.act("inspect")), request)));
        assertThat(read(() -> record.entries(key))).hasSize(2);
    }

    @Test
    void aKeyOfOneRequestIsRefusedForAnother() {
        byte[] other = new byte[32];
        other[0] = 1;
        agency.scope().run(() -> transactions.write(
                () -> record.append(key, agency.id(), 0, List.of(Acts.act("file-case")), new Request(agency.region(), "12", "key-3", new byte[32]))));
        assertThatThrownBy(() -> read(() -> record.earlier(new Request(agency.region(), "12", "key-3", other)))).isInstanceOf(KeyReused.class);
    }

    @Test
    void appendingOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> agency.scope().call(() -> record.append(key, agency.id(), 0, List.of(Acts.act("file-case")))))
                .hasMessageContaining("mandatory");
    }

    @Test
    void personalDataIsStoredSealedAndReadOpen() {
        append(0, Acts.filing("王小明", "140101199001011234"));
        StoredEntry entry = read(() -> record.entries(key)).getFirst();
        assertThat(entry.act().form().toString()).contains("王小明", "140101199001011234");
        String bytes = read(() -> new String(jdbc.sql("select bytes from entry where region_id = ? and case_id = ?")
                .params(key.region(), key.id()).query((row, n) -> row.getBytes(1)).single(), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(bytes).doesNotContain("王小明", "140101199001011234").contains("$sealed", "\"age\":30");
    }

    @Test
    void aDestroyedKeyLeavesTheChainWholeAndTheDataUnreadable() {
        append(0, Acts.filing("王小明", "140101199001011234"));
        append(1, Acts.act("inspect"));
        assertThat(agency.scope().call(() -> record.destroyKey(key, "party-1"))).isTrue();
        assertThat(read(() -> record.verify(key))).isEqualTo(new Chain(2, 0, ""));
        assertThat(read(() -> record.entries(key)).getFirst().act().form().toString()).contains("$destroyed").doesNotContain("王小明");
        assertThat(agency.scope().call(() -> record.destroyKey(key, "party-1"))).isFalse();
        assertThatThrownBy(() -> append(2, Acts.filing("王小明", "140101199001011234"))).hasMessageContaining("destroyed");
    }

    @Test
    void aTextAboutTwoPartiesCanBeReadOnlyWhileBothHaveTheirKeys() {
        byte[] sealed = agency.scope().call(() -> transactions.write(() -> texts.seal(key, agency.id(), List.of("party-2", "party-1"), "王小明与李小红")));
        byte[] other = agency.scope().call(() -> transactions.write(() -> texts.seal(key, agency.id(), List.of("party-2"), "李小红")));
        byte[] nobody = agency.scope().call(() -> transactions.write(() -> texts.seal(key, agency.id(), List.of(), "卷内目录")));
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("王小明");
        assertThat(read(() -> texts.open(key, sealed))).contains("王小明与李小红");
        agency.scope().call(() -> record.destroyKey(key, "party-1"));
        assertThat(read(() -> texts.open(key, sealed))).isEmpty();
        assertThat(read(() -> texts.open(key, other))).contains("李小红");
        assertThat(read(() -> texts.open(key, nobody))).contains("卷内目录");
        byte[] later = agency.scope().call(() -> transactions.write(() -> texts.seal(key, agency.id(), List.of("party-2", "party-1"), "李小红")));
        assertThat(read(() -> texts.open(key, later))).as("a text made after the key was destroyed").contains("李小红");
        CaseKey another = Acts.newCase(agency);
        assertThat(read(() -> texts.open(another, other))).as("another case has other keys").isEmpty();
        other[other.length - 1] ^= 1;
        assertThatThrownBy(() -> read(() -> texts.open(key, other))).hasMessageContaining("changed since");
    }

    @Test
    void anEntrySaysWhoseDataItHoldsAlsoWhenTheirKeyIsDestroyed() {
        append(0, Acts.filing("王小明", "140101199001011234"));
        append(1, Acts.act("inspect"));
        agency.scope().call(() -> record.destroyKey(key, "party-1"));
        assertThat(read(() -> texts.partiesIn(key, 1))).containsExactly("party-1");
        assertThat(read(() -> texts.partiesIn(key, 2))).isEmpty();
        assertThat(read(() -> texts.partiesOf(key))).isEmpty();
    }

    @Test
    void aChangedByteAMissingEntryAndASwappedColumnAreFound() throws Exception {
        append(0, Acts.act("a"), Acts.act("b"), Acts.act("c"));
        asSuperuser("update entry set bytes = set_byte(bytes, 40, get_byte(bytes, 40) # 1) where seq = 2 and case_id = " + key.id());
        assertThat(read(() -> record.verify(key)).brokenAt()).isEqualTo(2);
        asSuperuser("delete from entry where seq = 2 and case_id = " + key.id());
        assertThat(read(() -> record.verify(key)).reason()).contains("missing");
        aNewCase();
        append(0, Acts.act("a"));
        asSuperuser("update entry set recorded_at = recorded_at - interval '1 day' where case_id = " + key.id());
        assertThat(read(() -> record.verify(key)).reason()).contains("columns");
    }

    private static void asSuperuser(String sql) throws Exception {
        assertThat(TestDatabase.asSuperuser(sql)).isEqualTo(1);
    }

    @Test
    void theApplicationsRoleCanNeitherUpdateNorDeleteAnEntry() {
        append(0, Acts.act("file-case"));
        for (String sql : List.of("update entry set agency_id = 0", "delete from entry", "truncate entry", "alter table entry disable row level security")) {
            assertThatThrownBy(() -> agency.scope().call(() -> transactions.write(() -> jdbc.sql(sql).update())))
                    .rootCause().extracting("SQLState").isEqualTo("42501");
        }
    }

    @Test
    void withoutAScopeThereAreNoEntriesAndNoneCanBeAdded() {
        append(0, Acts.act("file-case"));
        assertThat(transactions.read(() -> record.entries(key))).isEmpty();
        assertThat(record.entries(key)).isEmpty();
        assertThatThrownBy(() -> transactions.write(() -> record.append(key, agency.id(), 1, List.of(Acts.act("inspect"))))).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> transactions.write(() -> record.append(Acts.newCase(agency), agency.id(), 0, List.of(Acts.act("file-case")))))
                .rootCause().extracting("SQLState").isEqualTo("42501");
    }

    @Test
    void anotherAgencysScopeReachesNoEntryNotEvenInTheSameRegion() {
        append(0, Acts.act("file-case"));
        TestCity.Agency neighbour = city.agencyIn(agency.region());
        assertThat(neighbour.scope().<List<StoredEntry>, RuntimeException>call(() -> transactions.read(() -> record.entries(key)))).isEmpty();
        assertThatThrownBy(() -> neighbour.scope().call(() -> transactions.write(() -> record.append(key, neighbour.id(), 0, List.of(Acts.act("x"))))))
                .isInstanceOf(Conflict.class);
    }
}
