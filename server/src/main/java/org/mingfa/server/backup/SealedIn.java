package org.mingfa.server.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.mingfa.server.StartupProblem;

/** Reads what {@link SealedOut} wrote, part by part: nothing is given on before its seal has held. */
final class SealedIn {

    private final BackupKey key;

    SealedIn(BackupKey key) {
        this.key = key;
    }

    /** @throws StartupProblem where a part is missing, was changed or belongs elsewhere */
    void copy(Path folder, String label, OutputStream to) throws IOException {
        for (int number = 0; ; number++) {
            byte[] plain = opened(folder.resolve("%05d.cms".formatted(number)));
            if (startsWith(plain, SealedOut.head(label, number, true))) {
                to.write(plain, SealedOut.head(label, number, true).length, plain.length - SealedOut.head(label, number, true).length);
                return;
            }
            byte[] head = SealedOut.head(label, number, false);
            if (!startsWith(plain, head)) {
                throw new StartupProblem("The backup's part " + folder + " " + number + " belongs elsewhere: parts were exchanged. Use another backup.");
            }
            to.write(plain, head.length, plain.length - head.length);
        }
    }

    private byte[] opened(Path part) {
        try {
            return key.open(Files.readAllBytes(part));
        } catch (java.nio.file.NoSuchFileException e) {
            throw new StartupProblem("The backup lacks " + part + ". Use another backup.", e);
        } catch (IOException e) {
            throw new StartupProblem("The backup's part " + part + " cannot be opened: " + e.getMessage() + ". Give the key it was sealed with, or use another backup.", e);
        }
    }

    String text(Path folder, String label) throws IOException {
        var out = new java.io.ByteArrayOutputStream();
        copy(folder, label, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static boolean startsWith(byte[] bytes, byte[] head) {
        return bytes.length >= head.length && Arrays.equals(bytes, 0, head.length, head, 0, head.length);
    }
}
