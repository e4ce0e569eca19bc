package org.mingfa.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** What a figure was measured on. */
public final class Machine {

    private Machine() {}

    /** One line: date, cores, processor, memory, JVM, and how busy the machine was with other work. */
    public static void print() {
        System.out.printf("%s · %d cores · %s · %d GiB · Java %s · load before: %s%n",
                LocalDateTime.now().truncatedTo(ChronoUnit.MINUTES), Runtime.getRuntime().availableProcessors(),
                line("/proc/cpuinfo", "model name"), Long.parseLong(line("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) >> 20,
                Runtime.version(), load());
    }

    /** Load averages over 1, 5 and 15 minutes. */
    public static String load() {
        return text("/proc/loadavg").replaceAll("^(\\S+ \\S+ \\S+).*\\s*$", "$1");
    }

    private static String line(String file, String key) {
        return text(file).lines().filter(l -> l.startsWith(key)).findFirst().orElse(key + ": unknown").replaceFirst(".*?:\\s*", "");
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
