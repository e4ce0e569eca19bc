package org.mingfa.server.document.render;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.mingfa.server.document.FontsMissing;
import org.mingfa.server.document.MissingGlyphs;

/**
 * The installed Chinese fonts, and for each part of a page (body, title, strong) the chain in which a character is looked
 * for. A parsed font is held whole, twenty megabytes and more: it is read when a text first needs it, and may be given up
 * when memory is short. Which characters it has is kept apart, in some kilobytes. Not thread-safe: {@link PdfRenderer}
 * uses it under a lock.
 */
final class Fonts {
    static final List<String> PARTS = List.of("body", "title", "strong");
    private final Map<String, FontFiles.Found> files = new LinkedHashMap<>();
    private final Map<String, SoftReference<TrueTypeFont>> read = new LinkedHashMap<>();
    private final Map<String, BitSet> characters = new LinkedHashMap<>();
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
        SoftReference<TrueTypeFont> held = read.get(name);
        TrueTypeFont font = held == null ? null : held.get();
        if (font == null) {
            font = parse(name);
            read.put(name, new SoftReference<>(font));
        }
        return font;
    }

    private TrueTypeFont parse(String name) {
        try {
            return files.get(name).parse();
        } catch (IOException e) {
            throw unreadable(name, e);
        }
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

    /** The first font of the body's chain that has every character of a short text. Throws MissingGlyphs. */
    String whole(String text) {
        check(text);
        return chain("body").stream().filter(name -> text.codePoints().allMatch(c -> Character.isWhitespace(c) || has(name, c))).findFirst()
                .orElseThrow(() -> new MissingGlyphs(text.codePoints().boxed().toList()));
    }

    private boolean has(String name, int codePoint) {
        return characters.computeIfAbsent(name, this::characters).get(codePoint);
    }

    private BitSet characters(String name) {
        try {
            CmapLookup glyphs = font(name).getUnicodeCmapLookup();
            BitSet found = new BitSet();
            for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
                if (glyphs.getGlyphId(c) != 0) found.set(c);
            }
            return found;
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static IllegalStateException unreadable(String name, IOException e) {
        return new IllegalStateException("字体 " + name + " 读不出：" + e.getMessage(), e);
    }
}
