package org.mingfa.bench.cases;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/** Rows for one table in COPY's binary form, gathered until they are sent. */
final class CopyRows {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final LocalDate EPOCH_DAY = LocalDate.of(2000, 1, 1);
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int TEXT_OID = 25;

    private final String table;
    private final String[] columns;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
    private final DataOutputStream out = new DataOutputStream(bytes);
    private long rows;

    CopyRows(String table, String columns) {
        this.table = table;
        this.columns = columns.split(" ");
    }

    /** JSON goes to a jsonb column. */
    record Json(String text) {}

    /** One value a column: Integer int4, Long int8, Short int2, String text, byte[] bytea, LocalDate date, Instant timestamptz … */
    void add(@Nullable Object... values) {
        if (values.length != columns.length) {
            throw new IllegalArgumentException(table + " has " + columns.length + " columns, not " + values.length);
        }
        try {
            out.writeShort(values.length);
            for (Object value : values) {
                write(value);
            }
            rows++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(@Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeInt(-1);
            case Integer n -> {
                out.writeInt(4);
                out.writeInt(n);
            }
            case Long n -> eight(n);
            case Short n -> {
                out.writeInt(2);
                out.writeShort(n);
            }
            case Boolean yes -> {
                out.writeInt(1);
                out.writeBoolean(yes);
            }
            case String text -> sized(text.getBytes(StandardCharsets.UTF_8));
            case byte[] raw -> sized(raw);
            case LocalDate day -> {
                out.writeInt(4);
                out.writeInt((int) ChronoUnit.DAYS.between(EPOCH_DAY, day));
            }
            case Instant moment -> eight(ChronoUnit.MICROS.between(EPOCH, moment));
            case Json json -> json(json.text.getBytes(StandardCharsets.UTF_8));
            case List<?> texts -> array(texts);
            default -> throw new IllegalArgumentException("no binary form for " + value.getClass());
        }
    }

    private void eight(long n) throws IOException {
        out.writeInt(8);
        out.writeLong(n);
    }

    private void sized(byte[] raw) throws IOException {
        out.writeInt(raw.length);
        out.write(raw);
    }

    private void json(byte[] text) throws IOException {
        out.writeInt(text.length + 1);
        out.writeByte(1);
        out.write(text);
    }

    private void array(List<?> texts) throws IOException {
        List<byte[]> members = texts.stream().map(text -> ((String) text).getBytes(StandardCharsets.UTF_8)).toList();
        int dimensions = members.isEmpty() ? 0 : 1;
        out.writeInt(12 + 8 * dimensions + members.stream().mapToInt(m -> 4 + m.length).sum());
        out.writeInt(dimensions);
        out.writeInt(0);
        out.writeInt(TEXT_OID);
        if (dimensions == 1) {
            out.writeInt(members.size());
            out.writeInt(1);
        }
        for (byte[] member : members) {
            sized(member);
        }
    }

    /** Sends what was gathered. @return how many rows */
    long send(CopyManager copy) throws SQLException, IOException {
        CopyIn in = copy.copyIn("copy " + table + " (" + String.join(", ", columns) + ") from stdin (format binary)");
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.write(SIGNATURE);
        head.write(new byte[8]);
        in.writeToCopy(head.toByteArray(), 0, head.size());
        out.writeShort(-1);
        in.writeToCopy(bytes.toByteArray(), 0, bytes.size());
        in.endCopy();
        bytes.reset();
        long sent = rows;
        rows = 0;
        return sent;
    }
}
