package org.mingfa.server.cases.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a page ended: the sort key and the row's key, as an opaque text for the client. */
public record Cursor(List<String> parts) {

    private static final String SEPARATOR = "\u001f";

    public static Cursor of(String... parts) {
        return new Cursor(List.of(parts));
    }

    public String text() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    /** Null for the first page; the error says that the text is not one of ours. */
    public static @Nullable Cursor parse(@Nullable String text, int parts) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> found = List.of(plain.split(SEPARATOR, -1));
            if (found.size() == parts) {
                return new Cursor(found);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("游标不是由本系统给出的", e);
        }
        throw new IllegalArgumentException("游标不是由本系统给出的");
    }
}
