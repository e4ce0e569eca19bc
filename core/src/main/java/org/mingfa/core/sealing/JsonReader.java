package org.mingfa.core.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A strict reader of one JSON value (RFC 8259, with RFC 7493's refusals). */
final class JsonReader {
    private static final int DEEPEST = 200;

    private final String text;
    private int at;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    static @Nullable Object read(byte[] json) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not UTF-8", e);
        }
        var reader = new JsonReader(text);
        Object value = reader.value();
        reader.space();
        if (reader.at < text.length()) {
            throw reader.error("something follows the value");
        }
        return value;
    }

    private @Nullable Object value() {
        space();
        if (at >= text.length()) {
            throw error("a value is missing");
        }
        char c = text.charAt(at);
        return switch (c) {
            case '{' -> nested(true);
            case '[' -> nested(false);
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> JsonNumber.read(this, c);
        };
    }

    private Object nested(boolean object) {
        if (++depth > DEEPEST) {
            throw error("nested deeper than " + DEEPEST);
        }
        at++;
        Object value = object ? object() : list();
        depth--;
        return value;
    }

    private Map<String, @Nullable Object> object() {
        var map = new LinkedHashMap<String, @Nullable Object>();
        space();
        if (take('}')) {
            return Collections.unmodifiableMap(map);
        }
        do {
            space();
            int start = at;
            String key = string();
            if (map.containsKey(key)) {
                at = start;
                throw error("the key \"" + key + "\" stands twice");
            }
            space();
            expect(':');
            map.put(key, value());
            space();
        } while (take(','));
        expect('}');
        return Collections.unmodifiableMap(map);
    }

    private List<@Nullable Object> list() {
        var list = new ArrayList<@Nullable Object>();
        space();
        if (take(']')) {
            return Collections.unmodifiableList(list);
        }
        do {
            list.add(value());
            space();
        } while (take(','));
        expect(']');
        return Collections.unmodifiableList(list);
    }

    private String string() {
        expect('"');
        var out = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return whole(out);
            }
            if (c < 0x20) {
                at--;
                throw error("a control character in a text");
            }
            out.append(c == '\\' ? escape() : c);
        }
        throw error("a text without its end");
    }

    private char escape() {
        char c = at < text.length() ? text.charAt(at++) : ' ';
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hex();
            default -> {
                at--;
                throw error("an unknown escape");
            }
        };
    }

    private char hex() {
        int end = at + 4;
        if (end > text.length() || !text.substring(at, end).matches("[0-9a-fA-F]{4}")) {
            throw error("\\u wants four hex digits");
        }
        char c = (char) Integer.parseInt(text, at, end, 16);
        at = end;
        return c;
    }

    /** Pairs of surrogates may be written as two escapes; a lone one is no text. */
    private String whole(StringBuilder out) {
        String read = out.toString();
        if (read.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw error("a lone surrogate in a text");
        }
        return read;
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw error("not a value");
        }
        at += word.length();
        return value;
    }

    private boolean take(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!take(c)) {
            throw error("expected '" + c + "'");
        }
    }

    private void space() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    /** The characters from here that may be part of a number. */
    String numberText() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return text.substring(start, at);
    }

    IllegalArgumentException error(String reason) {
        return new IllegalArgumentException("not JSON at character " + at + ": " + reason);
    }
}
