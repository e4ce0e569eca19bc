package org.mingfa.server.catalogue.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * One version of a law on disk, as its head says: {@code law, short, version_date, effective_date, status}.
 *
 * @param versionDate when it was adopted; null where the file does not say
 * @param inForceFrom its first day in force; the day of adoption, or {@link LocalDate#MIN}, where the file does not say
 * @param repealedFrom the first day it is no longer in force, from a status like {@code 2026-08-15 起废止}, or null
 */
public record LawText(
        Path file,
        String law,
        Set<String> names,
        @Nullable LocalDate versionDate,
        LocalDate inForceFrom,
        @Nullable LocalDate repealedFrom) {

    private static final Pattern REPEAL = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\s*起废止");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Reads the scalar fields before {@code articles} and no further. */
    public static LawText head(Path file) {
        Map<String, String> head = new HashMap<>();
        try (InputStream in = Files.newInputStream(file);
                JsonParser p = JSON.createParser(in)) {
            p.nextToken();
            while (p.nextToken() == JsonToken.PROPERTY_NAME && !p.currentName().equals("articles")) {
                String name = p.currentName();
                JsonToken value = p.nextToken();
                if (value.isScalarValue()) {
                    if (value != JsonToken.VALUE_NULL) {
                        head.put(name, p.getString());
                    }
                } else {
                    p.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
        return of(file, head);
    }

    private static LawText of(Path file, Map<String, String> head) {
        String law = head.get("law");
        if (law == null) {
            throw new IllegalArgumentException(file + " is no law of the library: the field law is missing");
        }
        Set<String> names = new TreeSet<>();
        names.add(law.replaceFirst("^中华人民共和国", ""));
        if (head.get("short") instanceof String s && !s.isBlank()) {
            names.add(s);
        }
        LocalDate version = date(head.get("version_date"));
        LocalDate from = date(head.get("effective_date"));
        Matcher repeal = REPEAL.matcher(head.getOrDefault("status", ""));
        return new LawText(file, law, names, version, from != null ? from : version != null ? version : LocalDate.MIN,
                repeal.find() ? LocalDate.parse(repeal.group(1)) : null);
    }

    /** A date that is not whole, such as 2004-03, counts as not said. */
    private static @Nullable LocalDate date(@Nullable String text) {
        return text != null && text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : null;
    }

    /** True on the days from coming into force to the day before repeal. */
    public boolean inForce(LocalDate day) {
        return !inForceFrom.isAfter(day) && (repealedFrom == null || day.isBefore(repealedFrom));
    }

    /** All articles of the file, number to text, in order. */
    public static Map<String, String> articles(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Map<String, String> texts = new LinkedHashMap<>();
            JSON.readTree(in).path("articles").forEach(a ->
                    texts.put(a.path("no").asString(), a.path("text").asString()));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
