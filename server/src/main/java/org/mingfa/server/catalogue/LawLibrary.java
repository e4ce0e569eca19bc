package org.mingfa.server.catalogue;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingfa.server.catalogue.store.LawText;

/**
 * The law library (法规库): a folder of {@code json/*.json}, one law version a file, read when first asked for.
 * Memory is bounded: an index of names and dates, and the texts of at most {@value #HELD} laws.
 */
public final class LawLibrary {

    private static final int HELD = 24;

    private final Map<String, List<LawText>> versions;
    private final LoadingCache<Path, Map<String, String>> texts =
            Caffeine.newBuilder().maximumSize(HELD).build(LawText::articles);

    private LawLibrary(Map<String, List<LawText>> versions) {
        this.versions = versions;
    }

    /** A library without a text: it resolves nothing. */
    public static LawLibrary empty() {
        return new LawLibrary(Map.of());
    }

    /** Reads the heads of all law files of {@code folder}; a file that is no law is an error that names it. */
    public static LawLibrary open(Path folder) {
        Map<String, List<LawText>> versions = new HashMap<>();
        Path root = Files.isDirectory(folder.resolve("json")) ? folder.resolve("json") : folder;
        try (Stream<Path> files = Files.list(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                LawText text = LawText.head(file);
                text.names().forEach(n -> versions.computeIfAbsent(n, k -> new ArrayList<>()).add(text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the law library " + folder + " cannot be read", e);
        }
        versions.values().forEach(v -> v.sort(Comparator.comparing(LawText::inForceFrom).reversed()));
        return new LawLibrary(versions);
    }

    /** The cited article in the edition that is named, or in the version in force on {@code on}; empty where law, version or article is not held. */
    public Optional<Article> find(Citation citation, LocalDate on) {
        return versions.getOrDefault(citation.law(), List.of()).stream()
                .filter(v -> meant(v, citation, on))
                .findFirst()
                .flatMap(v -> article(v, citation.article()));
    }

    /** Whether a text of the law, in any version, is here. */
    boolean knows(String law) {
        return versions.containsKey(law);
    }

    boolean holds(Citation c, LocalDate on) {
        return versions.getOrDefault(c.law(), List.of()).stream().anyMatch(v -> meant(v, c, on));
    }

    private static boolean meant(LawText v, Citation c, LocalDate on) {
        return c.edition() == 0 ? v.inForce(on) : c.means(v.versionDate() == null ? v.inForceFrom() : v.versionDate());
    }

    private Optional<Article> article(LawText version, String no) {
        return Optional.ofNullable(texts.get(version.file()).get(no))
                .map(text -> new Article(version.law(), no, text, version.versionDate(),
                        version.inForceFrom().equals(LocalDate.MIN) ? null : version.inForceFrom()));
    }
}
