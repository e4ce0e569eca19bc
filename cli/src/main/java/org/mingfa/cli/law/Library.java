package org.mingfa.cli.law;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingfa.cli.BadInput;
import org.mingfa.core.sealing.Canonical;

/**
 * Texts of law by article, as files {@code {law, short, articles: [{no, text}]}}; a text may be there in several versions.
 */
final class Library {
    private final Map<String, List<Text>> versions = new HashMap<>();

    /** @param adopted year of its version date, 0 where the file does not say */
    private record Text(int adopted, Map<String, String> articles) {
        boolean meant(Citation c) {
            return c.edition() == 0 || c.edition() == adopted;
        }
    }

    private Library() {}

    /** @param folder holds the files, or a folder {@code json} with them */
    static Library load(Path folder) {
        Path json = Files.isDirectory(folder.resolve("json")) ? folder.resolve("json") : folder;
        if (!Files.isDirectory(json)) {
            throw new BadInput(folder + ": no such folder");
        }
        var library = new Library();
        try (Stream<Path> files = Files.list(json)) {
            files.filter(file -> file.toString().endsWith(".json")).sorted().forEach(library::read);
        } catch (IOException e) {
            throw new BadInput("cannot read " + json + ": " + e.getMessage(), e);
        }
        if (library.versions.isEmpty()) {
            throw new BadInput(folder + ": no text of law (.json) in this folder");
        }
        return library;
    }

    /** Whether the text is here: in the edition that is named, or in any. */
    boolean holds(Citation citation) {
        return versions.getOrDefault(citation.law(), List.of()).stream().anyMatch(t -> t.meant(citation));
    }

    /** Why a held text (its last version by file name) does not contain what is cited; null where some version does. */
    @Nullable String missing(Citation citation) {
        if (citation.article() == null) {
            return "names no article of " + citation.law();
        }
        List<Text> meant = versions.getOrDefault(citation.law(), List.of()).stream().filter(t -> t.meant(citation)).toList();
        String reason = citation.law() + " has no " + citation.article();
        for (Text version : meant) {
            String text = version.articles().get(citation.article());
            if (text != null) {
                reason = missing(citation, Paragraph.of(text));
                if (reason == null) {
                    return null;
                }
            }
        }
        return reason;
    }

    private static @Nullable String missing(Citation citation, List<Paragraph> paragraphs) {
        String article = citation.law() + " " + citation.article();
        if (citation.paragraph() > paragraphs.size()) {
            return article + " has " + paragraphs.size() + " paragraph(s) 款";
        }
        List<Paragraph> named = citation.paragraph() == 0 ? paragraphs : List.of(paragraphs.get(citation.paragraph() - 1));
        int items = named.stream().mapToInt(Paragraph::items).max().orElse(0);
        return citation.item() > items ? article + " has " + items + " item(s) 项 there" : null;
    }

    private void read(Path file) {
        Object content;
        try {
            content = Canonical.parse(Files.readAllBytes(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInput(file + ": " + e.getMessage(), e);
        }
        if (!(content instanceof Map<?, ?> text) || !(text.get("articles") instanceof List<?> list)) {
            return; // an index or a list of facts
        }
        var articles = new HashMap<String, String>();
        for (Object article : list) {
            if (article instanceof Map<?, ?> a && a.get("no") instanceof String no && a.get("text") instanceof String words) {
                articles.put(no, words);
            }
        }
        for (String key : List.of("law", "short")) {
            if (text.get(key) instanceof String name) {
                for (String called : new TreeSet<>(List.of(name, name.replaceFirst("^中华人民共和国", "")))) {
                    add(called, new Text(year(text.containsKey("version_date") ? text.get("version_date") : text.get("effective_date")), articles));
                }
            }
        }
    }

    private static int year(@Nullable Object date) {
        return date instanceof String day && day.matches("\\d{4}-.*") ? Integer.parseInt(day.substring(0, 4)) : 0;
    }

    private void add(String name, Text articles) {
        List<Text> known = versions.computeIfAbsent(name, n -> new ArrayList<>());
        if (known.isEmpty() || known.getLast().articles() != articles.articles()) {
            known.add(articles);
        }
    }
}
