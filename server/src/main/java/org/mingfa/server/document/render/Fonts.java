package org.mingfa.server.document.render;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.mingfa.server.document.FontsMissing;
import org.mingfa.server.document.MissingGlyphs;

/**
 * The installed Chinese fonts, parsed once, and for each part of a page (body, title, strong) the chain in which a
 * character is looked for. Not thread-safe: {@link PdfRenderer} uses it under a lock.
 */
final class Fonts implements Closeable {
    static final List<String> PARTS = List.of("body", "title", "strong");
    private final Map<String, TrueTypeFont> fonts = new LinkedHashMap<>();
    private final Map<String, List<String>> chains = new LinkedHashMap<>();
    private final BitSet held = new BitSet();

    private Fonts() {}

    /** Throws FontsMissing if no font of these folders can play the body. */
    static Fonts open(List<Path> folders) {
        var files = FontFiles.scan(folders);
        var parts = FontFiles.parts();
        var fonts = new Fonts();
        try {
            for (String part : PARTS) {
                var chain = new LinkedHashSet<String>();
                for (String name : FontFiles.wanted(parts, part)) if (files.containsKey(name)) chain.add(name);
                // What an administrator has put into the own folder counts even if no list names it.
                files.values().stream().filter(FontFiles.Found::own).forEach(found -> chain.add(found.name()));
                for (String name : chain) if (!fonts.fonts.containsKey(name)) fonts.fonts.put(name, files.get(name).parse());
                fonts.chains.put(part, List.copyOf(chain));
            }
        } catch (IOException e) {
            throw new IllegalStateException("字体读不出：" + e.getMessage(), e);
        }
        if (fonts.chains.getOrDefault("body", List.of()).isEmpty()) throw new FontsMissing(FontFiles.text(folders));
        return fonts;
    }

    Map<String, TrueTypeFont> all() {
        return fonts;
    }

    List<String> chain(String part) {
        return chains.getOrDefault(part, List.of());
    }

    /** Throws MissingGlyphs naming each character of the text that no font has. */
    void check(String text) {
        var missing = new LinkedHashSet<Integer>();
        text.codePoints().filter(c -> !held.get(c) && !Character.isWhitespace(c)).forEach(c -> {
            if (has(c)) held.set(c);
            else missing.add(c);
        });
        if (!missing.isEmpty()) throw new MissingGlyphs(List.copyOf(missing));
    }

    private boolean has(int codePoint) {
        for (String name : chain("body")) {
            try {
                if (fonts.get(name).getUnicodeCmapLookup().getGlyphId(codePoint) != 0) return true;
            } catch (IOException e) {
                throw new IllegalStateException("字体 " + name + " 读不出：" + e.getMessage(), e);
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        for (var font : fonts.values()) font.close();
    }
}
