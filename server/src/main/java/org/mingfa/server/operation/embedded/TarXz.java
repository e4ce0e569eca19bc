package org.mingfa.server.operation.embedded;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.tukaani.xz.XZInputStream;

/** Unpacks a {@code .txz} of plain files, folders and symbolic links (ustar, POSIX.1-1988). */
final class TarXz {

    private static final int BLOCK = 512;

    private TarXz() {}

    /** @throws IOException when the archive is damaged, names a place outside the folder, or the disk is full */
    static void unpack(InputStream packed, Path folder) throws IOException {
        try (InputStream tar = new XZInputStream(packed)) {
            byte[] header = new byte[BLOCK];
            while (tar.readNBytes(header, 0, BLOCK) == BLOCK && header[0] != 0) {
                member(tar, header, folder);
            }
        }
    }

    private static void member(InputStream tar, byte[] header, Path folder) throws IOException {
        String prefix = text(header, 345, 155);
        String name = prefix.isEmpty() ? text(header, 0, 100) : prefix + "/" + text(header, 0, 100);
        Path place = folder.resolve(name).normalize();
        if (!place.startsWith(folder)) {
            throw new IOException("the archive names a place outside its folder: " + name);
        }
        long size = Long.parseLong(text(header, 124, 12).strip(), 8);
        switch (header[156]) {
            case '5' -> Files.createDirectories(place);
            case '2' -> link(place, text(header, 157, 100));
            case '0', 0 -> file(tar, place, size, text(header, 100, 8));
            default -> throw new IOException("the archive holds a member of unknown type: " + name);
        }
        if (size > 0) {
            tar.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        }
    }

    private static void link(Path place, String target) throws IOException {
        Files.createDirectories(place.getParent());
        Files.createSymbolicLink(place, Path.of(target));
    }

    private static void file(InputStream tar, Path place, long size, String mode) throws IOException {
        Files.createDirectories(place.getParent());
        try (var out = Files.newOutputStream(place)) {
            byte[] buffer = new byte[64 * 1024];
            for (long left = size; left > 0; ) {
                int read = tar.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read < 0) {
                    throw new EOFException("the archive ends in the middle of " + place.getFileName());
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
        boolean executable = (Integer.parseInt(mode.strip(), 8) & 0100) != 0;
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }
}
