package org.mingfa.server.catalogue.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Reads the texts of law packs: path within the folder, e.g. {@code calendar/holidays.yaml}, to text. The folder
 * {@value #EXAMPLES} is left out: its packs are for event logs of other places, no case is opened under them.
 */
public final class PackFiles {

    private static final String CARRIED = "/law/";
    private static final String EXAMPLES = "examples/";

    private PackFiles() {}

    public static Map<String, String> read(@Nullable Path folder) {
        try {
            Map<String, String> texts = folder == null ? carried() : of(folder);
            texts.keySet().removeIf(path -> path.startsWith(EXAMPLES));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("the law packs cannot be read from " + folder, e);
        }
    }

    private static Map<String, String> of(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return texts;
    }

    private static Map<String, String> carried() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:law/**/*.yaml")) {
            String url = file.getURL().toString();
            texts.put(url.substring(url.lastIndexOf(CARRIED) + CARRIED.length()),
                    file.getContentAsString(StandardCharsets.UTF_8));
        }
        return texts;
    }

    /** SHA-256 (hex) over paths and texts. */
    public static String digest(Map<String, String> texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(texts).forEach((path, text) -> {
                digest.update((path + '\0' + text + '\0').getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
