package org.mingfa.server.operation.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.TreeSet;
import org.mingfa.server.StartupProblem;

/** The names that docs/settings.md lists, which the program carries; those of Spring itself pass by their first word. */
final class KnownSettings {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `((?:mingfa|server)\\.[a-z0-9.-]+)` \\|");
    private static final List<String> SPRINGS = List.of("spring.", "logging.", "management.");
    private static final int CLOSE = 4;

    private KnownSettings() {}

    static void check(Path file, Collection<String> given) {
        Set<String> known = names();
        for (String name : given) {
            String plain = name.replaceAll("\\[\\d+]", "");
            if (!known.contains(plain) && SPRINGS.stream().noneMatch(plain::startsWith)) {
                throw new StartupProblem("The settings file " + file + " has '" + name + "', which is no setting" + meant(plain, known)
                        + " All settings are in docs/settings.md.");
            }
        }
    }

    static Set<String> names() {
        try (InputStream page = KnownSettings.class.getResourceAsStream("/settings.md")) {
            if (page == null) {
                throw new IllegalStateException("this build does not carry docs/settings.md");
            }
            Set<String> names = new TreeSet<>();
            Matcher rows = ROW.matcher(new String(page.readAllBytes(), StandardCharsets.UTF_8));
            while (rows.find()) {
                names.add(rows.group(1));
            }
            return names;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String meant(String name, Set<String> known) {
        return known.stream().min(Comparator.comparingInt(other -> distance(name, other)))
                .filter(other -> distance(name, other) <= CLOSE).map(other -> "; is '" + other + "' meant?").orElse(".");
    }

    /** How many letters must be put in, taken out or changed. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                row[j] = Math.min(Math.min(above, row[j - 1]) + 1, corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                corner = above;
            }
        }
        return row[b.length()];
    }
}
