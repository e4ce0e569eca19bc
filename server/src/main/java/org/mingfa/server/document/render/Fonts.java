package org.mingfa.server.document.render;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.mingfa.server.document.FontsMissing;
import org.mingfa.server.document.MissingGlyphs;

/**
 * The installed Chinese fonts, and for each part of a page (body, title, strong) the chain in which a character is looked
 * for. A font is held in memory whole, ten megabytes and more: it is read when a text first needs it. Not thread-safe:
 * {@link PdfRenderer} uses it under a lock.
 */
final class Fonts implements Closeable {
    static final List<String> PARTS = List.of("body", "title", "strong");
    private final Map<String, FontFiles.Found> files = new LinkedHashMap<>();
    private final Map<String, TrueTypeFont> read = new LinkedHashMap<>();
    private final Map<String, List<String>> chains = new LinkedHashMap<>();
    private final BitSet held = new BitSet();

    private Fonts() {}

    /** Throws FontsMissing if no font of these folders can play the body. */
    static Fonts open(List<Path> folders) {
        var found = FontFiles.scan(folders);
        var parts = FontFiles.parts();
        var fonts = new Fonts();
        for (String part : PARTS) {
            var chain = new LinkedHashSet<String>();
            for (String name : FontFiles.wanted(parts, part)) if (found.containsKey(name)) chain.add(name);
            // What an administrator has put into the own folder counts even if no list names it.
            found.values().stream().filter(FontFiles.Found::own).forEach(own -> chain.add(own.name()));
            for (String name : chain) fonts.files.put(name, found.get(name));
            fonts.chains.put(part, List.copyOf(chain));
        }
        if (fonts.chain("body").isEmpty()) throw new FontsMissing(FontFiles.text(folders));
        return fonts;
    }

    TrueTypeFont font(String name) {
        return read.computeIfAbsent(name, wanted -> {
            try {
                return files.get(wanted).parse();
            } catch (IOException e) {
                throw unreadable(wanted, e);
            }
        });
    }

    private List<String> chain(String part) {
        return chains.getOrDefault(part, List.of());
    }

    /** The fonts of a part's chain, in order, that this text needs: at least the first. */
    List<String> needed(String part, String text) {
        int[] open = text.codePoints().filter(c -> !Character.isWhitespace(c)).distinct().toArray();
        var needed = new ArrayList<String>();
        for (String name : chain(part)) {
            int[] left = Arrays.stream(open).filter(c -> !has(name, c)).toArray();
            if (needed.isEmpty() || left.length < open.length) needed.add(name);
            open = left;
            if (open.length == 0) break;
        }
        return needed;
    }

    /** Throws MissingGlyphs naming each character of the text that no font has. */
    void check(String text) {
        var missing = new LinkedHashSet<Integer>();
        text.codePoints().filter(c -> !held.get(c) && !Character.isWhitespace(c)).forEach(c -> {
            if (chain("body").stream().anyMatch(name -> has(name, c))) held.set(c);
            else missing.add(c);
        });
        if (!missing.isEmpty()) throw new MissingGlyphs(List.copyOf(missing));
    }

    private boolean has(String name, int codePoint) {
        try {
            return font(name).getUnicodeCmapLookup().getGlyphId(codePoint) != 0;
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static IllegalStateException unreadable(String name, IOException e) {
        return new IllegalStateException("字体 " + name + " 读不出：" + e.getMessage(), e);
    }

    @Override
    public void close() throws IOException {
        for (var font : read.values()) font.close();
    }
}
