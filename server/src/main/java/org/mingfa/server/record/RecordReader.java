package org.mingfa.server.record;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.mingfa.core.procedure.Act;
import org.mingfa.server.record.sealing.PartyKeys;
import org.mingfa.server.record.sealing.Sealing;
import org.mingfa.server.record.store.EntryFormat;
import org.mingfa.server.record.store.EntryStore;

/** Turns rows into entries, opening what was sealed; the keys of a case are read once, and only if something was. */
final class RecordReader {

    private static final HexFormat HEX = HexFormat.of();

    private final PartyKeys keys;

    RecordReader(PartyKeys keys) {
        this.keys = keys;
    }

    /** Rows of one case. */
    List<StoredEntry> entries(CaseKey key, List<EntryStore.Row> rows) {
        Supplier<Map<String, byte[]>> once = new Once(() -> keys.all(key));
        return rows.stream().map(row -> entry(row, once)).toList();
    }

    /** A row of any case. */
    StoredEntry entry(EntryStore.Row row) {
        return entry(row, () -> keys.all(row.key()));
    }

    /** What reading a row just written would give, without parsing and opening it again. */
    static StoredEntry asWritten(EntryStore.Row row, NewEntry entry) {
        return new StoredEntry(
                row.key(), row.agency(), row.seq(), row.recordedAt(), entry.act(), entry.registry(), entry.mode(), entry.corrects(),
                entry.circumstances(), HEX.formatHex(row.sha256()), HEX.formatHex(row.sm3()));
    }

    private static StoredEntry entry(EntryStore.Row row, Supplier<Map<String, byte[]>> keys) {
        EntryFormat.Contents contents = EntryFormat.read(row.schema(), row.bytes());
        Act act = Sealing.mayHold(row.bytes()) ? opened(contents, keys) : contents.act();
        return new StoredEntry(
                row.key(), row.agency(), row.seq(), row.recordedAt(), act, contents.registry(), contents.mode(), contents.corrects(),
                contents.circumstances(), HEX.formatHex(row.sha256()), HEX.formatHex(row.sm3()));
    }

    private static Act opened(EntryFormat.Contents contents, Supplier<Map<String, byte[]>> keys) {
        Act act = contents.act();
        return new Act(act.code(), act.at(), act.on(), act.actor(), act.roles(), act.officers(), Sealing.open(keys, contents.key(), act.form()));
    }

    /** Asks at most once. */
    private static final class Once implements Supplier<Map<String, byte[]>> {

        private final Supplier<Map<String, byte[]>> source;
        private boolean asked;
        private Map<String, byte[]> answer = Map.of();

        Once(Supplier<Map<String, byte[]>> source) {
            this.source = source;
        }

        @Override
        public Map<String, byte[]> get() {
            if (!asked) {
                answer = source.get();
                asked = true;
            }
            return answer;
        }
    }
}
