package org.mingfa.server.record.store;

import java.util.Arrays;
import java.util.List;
import org.mingfa.core.sealing.Digests;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.record.store.EntryStore.Link;
import org.mingfa.server.record.store.EntryStore.Row;

/** How an entry is chained to the one before: H(hash of the one before || bytes), by SHA-256 and by SM3. */
public final class Links {

    private Links() {}

    public static byte[] sha256(byte[] before, byte[] bytes) {
        return Digests.sha256Bytes(joined(before, bytes));
    }

    public static byte[] sm3(byte[] before, byte[] bytes) {
        return Digests.sm3Bytes(joined(before, bytes));
    }

    /** What is wrong with a row that should follow a link with this number; empty where nothing is. */
    public static String fault(Link before, CaseKey key, long seq, Row row) {
        if (row.seq() != seq) {
            return "entry " + seq + " is missing";
        }
        if (!Arrays.equals(row.sha256(), sha256(before.sha256(), row.bytes()))) {
            return "the SHA-256 does not fit the bytes and the entry before";
        }
        if (!Arrays.equals(row.sm3(), sm3(before.sm3(), row.bytes()))) {
            return "the SM3 does not fit the bytes and the entry before";
        }
        return columns(key, row);
    }

    /** The columns are only indexes: the bytes count, and must say the same. */
    private static String columns(CaseKey key, Row row) {
        if (row.schema() != EntryFormat.VERSION) {
            return "the column beside the bytes names version " + row.schema() + ", which this program does not know";
        }
        EntryFormat.Contents contents = EntryFormat.read(row.schema(), row.bytes());
        boolean same = contents.key().equals(key)
                && contents.seq() == row.seq()
                && contents.agency() == row.agency()
                && contents.recordedAt().equals(row.recordedAt());
        return same ? "" : "the columns beside the bytes say something else: " + List.of(row.key(), row.seq(), row.agency(), row.recordedAt());
    }

    private static byte[] joined(byte[] before, byte[] bytes) {
        byte[] both = Arrays.copyOf(before, before.length + bytes.length);
        System.arraycopy(bytes, 0, both, before.length, bytes.length);
        return both;
    }
}
