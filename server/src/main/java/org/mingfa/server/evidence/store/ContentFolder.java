package org.mingfa.server.evidence.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Contents by their SHA-256: {@code ab/cd/abcd…}. A content is written to a temporary file, forced to disk and renamed,
 * so that a name is there with its whole content or not at all, also after a power cut.
 */
public final class ContentFolder {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private final Path root;

    public ContentFolder(Path root) {
        this.root = root;
    }

    /** A content being received, not yet under its name. Closing it throws it away unless it was kept. */
    public final class Incoming implements AutoCloseable {
        private final Path file;
        private final Digesting digesting;

        private Incoming(Path file, Digesting digesting) {
            this.file = file;
            this.digesting = digesting;
        }

        public Path file() {
            return file;
        }

        public long size() {
            return digesting.size();
        }

        public String sha256() {
            return digesting.sha256();
        }

        public String sm3() {
            return digesting.sm3();
        }

        /** Gives it its name. A content that is there already stays, with a new date, so that no purge takes it meanwhile. */
        public void keep() throws IOException {
            Path target = path(sha256());
            Files.createDirectories(target.getParent());
            if (Files.exists(target)) {
                Files.setLastModifiedTime(target, FileTime.from(Instant.now()));
                return;
            }
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
            force(target.getParent());
            force(target.getParent().getParent());
            force(root);
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    /** Receives a stream, at most {@code limit} bytes and one more: a size above the limit says there was more. */
    public Incoming receive(InputStream in, long limit) throws IOException {
        Path temporary = Files.createDirectories(root.resolve("incoming")).resolve(UUID.randomUUID().toString());
        var digesting = new Digesting();
        try (var channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[1 << 16];
            for (int n; digesting.size() <= limit && (n = in.read(buffer)) > 0;) {
                digesting.update(buffer, n);
                for (var bytes = java.nio.ByteBuffer.wrap(buffer, 0, n); bytes.hasRemaining();) channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        return new Incoming(temporary, digesting.finished());
    }

    /** Throws FileNotFoundException where the content is missing: the folder was damaged or not restored. */
    public Path find(String sha256) throws FileNotFoundException {
        Path file = path(sha256);
        if (!Files.isRegularFile(file)) throw new FileNotFoundException("content " + sha256 + " is missing in " + root);
        return file;
    }

    public boolean has(String sha256) {
        return Files.isRegularFile(path(sha256));
    }

    /** Deletes a content unless it was given or confirmed after {@code before}. */
    public boolean discard(String sha256, Instant before) throws IOException {
        Path file = path(sha256);
        return Files.exists(file) && Files.getLastModifiedTime(file).toInstant().isBefore(before) && Files.deleteIfExists(file);
    }

    /** All contents, by digest, given before this moment. */
    public List<String> before(Instant moment) throws IOException {
        if (!Files.isDirectory(root)) return List.of();
        try (var files = Files.walk(root, 3)) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString())
                    .filter(name -> SHA256.matcher(name).matches()).filter(name -> isBefore(name, moment)).sorted().toList();
        }
    }

    /** Deletes what was being received before this moment and never finished (a crash). */
    public int dropUnfinished(Instant before) throws IOException {
        Path incoming = root.resolve("incoming");
        if (!Files.isDirectory(incoming)) return 0;
        int dropped = 0;
        try (var files = Files.list(incoming)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before) && Files.deleteIfExists(file)) dropped++;
            }
        }
        return dropped;
    }

    private boolean isBefore(String sha256, Instant moment) {
        try {
            return Files.getLastModifiedTime(path(sha256)).toInstant().isBefore(moment);
        } catch (IOException gone) {
            return false;
        }
    }

    private Path path(String sha256) {
        if (!SHA256.matcher(sha256).matches()) throw new IllegalArgumentException("no SHA-256: " + sha256);
        return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
    }

    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
