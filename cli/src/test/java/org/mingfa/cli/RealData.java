package org.mingfa.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real input that lies beside the repository ({@code ../shared/data}); a test that wants it is skipped where it is absent. */
public final class RealData {
    private RealData() {}

    public static Path file(String name) {
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared/data").resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        assumeTrue(false, "shared/data/" + name + " is not on this machine");
        return here;
    }
}
