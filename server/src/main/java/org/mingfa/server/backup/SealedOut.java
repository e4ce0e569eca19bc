package org.mingfa.server.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/**
 * Writes a stream as a folder of sealed parts, {@code 00000.cms} and so on, of at most 8 MiB each. Every part begins with
 * three lines inside the seal: whose it is, its number, and {@code last} or {@code more}; so none can be left out,
 * exchanged or cut off unseen. The folder gets its name when it is whole.
 */
final class SealedOut extends OutputStream {

    static final int PART = 8 * 1024 * 1024;

    private final BackupKey key;
    private final Path folder;
    private final Path part;
    private final String label;
    private final byte[] held = new byte[PART];
    private int used;
    private int number;
    private boolean closed;

    SealedOut(BackupKey key, Path folder, String label) throws IOException {
        this.key = key;
        this.folder = folder;
        this.label = label;
        part = folder.resolveSibling(folder.getFileName() + ".part");
        remove(part);
        Files.createDirectories(part);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (used == PART) {
                put(false);
            }
            int n = Math.min(length - done, PART - used);
            System.arraycopy(bytes, from + done, held, used, n);
            used += n;
            done += n;
        }
    }

    private void put(boolean last) throws IOException {
        byte[] head = head(label, number, last);
        byte[] plain = new byte[head.length + used];
        System.arraycopy(head, 0, plain, 0, head.length);
        System.arraycopy(held, 0, plain, head.length, used);
        Files.write(part.resolve("%05d.cms".formatted(number++)), key.seal(plain), java.nio.file.StandardOpenOption.CREATE_NEW, java.nio.file.StandardOpenOption.SYNC);
        used = 0;
    }

    static byte[] head(String label, int number, boolean last) {
        return (label + "\n" + number + "\n" + (last ? "last" : "more") + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** Puts the last part and gives the folder its name. */
    void finish() throws IOException {
        put(true);
        closed = true;
        Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Without {@link #finish} nothing stays. */
    @Override
    public void close() throws IOException {
        if (!closed) {
            remove(part);
        }
    }

    static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
