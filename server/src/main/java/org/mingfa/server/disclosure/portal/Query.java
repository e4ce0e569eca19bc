package org.mingfa.server.disclosure.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A search of the public.
 *
 * @param text   words; "" for all
 * @param agency only of this one; null for all
 * @param after  the last row of the page before; null for the first page
 */
public record Query(String text, @Nullable Long agency, @Nullable Place after) {
    private static final int LONGEST = 100;
    private static final Pattern PLACE = Pattern.compile("(\\d{1,17})-(\\d{1,9})-(\\d{1,18})");

    /** A row's place in the order: microseconds of publication, region, number. */
    public record Place(long micros, int region, long id) {
        static @Nullable Place of(@Nullable String text) {
            var shape = text == null ? null : PLACE.matcher(text);
            if (shape == null || !shape.matches()) return null;
            return new Place(Long.parseLong(shape.group(1)), Integer.parseInt(shape.group(2)), Long.parseLong(shape.group(3)));
        }

        static Place of(PublicDecision row) {
            return new Place(row.publishedAt().getEpochSecond() * 1_000_000 + row.publishedAt().getNano() / 1000, row.region(), row.id());
        }

        @Override
        public String toString() {
            return micros + "-" + region + "-" + id;
        }
    }

    static Query of(@Nullable String text, @Nullable String agency, @Nullable String after) {
        String words = text == null ? "" : text.strip();
        if (words.codePointCount(0, words.length()) > LONGEST) words = words.substring(0, words.offsetByCodePoints(0, LONGEST));
        return new Query(words, agency != null && agency.matches("\\d{1,18}") ? Long.valueOf(agency) : null, Place.of(after));
    }

    /** One character finds too much: it is not searched for. */
    public boolean tooShort() {
        return text.codePointCount(0, text.length()) == 1;
    }

    /** The address of the page after this row. */
    public String next(PublicDecision last) {
        String of = agency == null ? "" : "&agency=" + agency;
        return "/public/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + of + "&after=" + Place.of(last);
    }
}
