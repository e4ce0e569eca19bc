package org.mingfa.server.document.render;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Finds TrueType fonts in folders by their PostScript names. */
final class FontFiles {
    private static final Logger log = LoggerFactory.getLogger(FontFiles.class);

    private FontFiles() {}

    /** @param own found in the first folder, the administrator's */
    record Found(String name, Path file, boolean own) {
        TrueTypeFont parse() throws IOException {
            if (!isCollection(file)) return new TTFParser().parse(new RandomAccessReadBufferedFile(file.toFile()));
            return new TrueTypeCollection(file.toFile()).getFontByName(name);
        }
    }

    /** All fonts with TrueType outlines under the folders, the first folder winning; unreadable ones are logged and left out. */
    static Map<String, Found> scan(List<Path> folders) {
        var found = new LinkedHashMap<String, Found>();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) continue;
            try (var files = Files.walk(folder)) {
                files.filter(FontFiles::isFont).sorted().forEach(file -> read(file, folder.equals(folders.getFirst()), found));
            } catch (IOException e) {
                throw new IllegalStateException("字体目录 " + folder + " 读不出：" + e.getMessage(), e);
            }
        }
        return found;
    }

    private static void read(Path file, boolean own, Map<String, Found> into) {
        try {
            for (String name : names(file.toFile())) into.putIfAbsent(name, new Found(name, file, own));
        } catch (IOException e) {
            log.warn("字体文件 {} 读不出，略过：{}", file, e.getMessage());
        }
    }

    private static List<String> names(File file) throws IOException {
        var names = new ArrayList<String>();
        if (isCollection(file.toPath())) {
            TrueTypeCollection.processAllFontHeaders(file, headers -> {
                if (headers.getError() == null && !headers.isOpenTypePostScript()) names.add(headers.getName());
            });
            return names;
        }
        try (var in = new RandomAccessReadBufferedFile(file)) {
            var headers = new TTFParser().parseTableHeaders(in);
            if (headers.getError() == null && !headers.isOpenTypePostScript() && headers.getName() != null) names.add(headers.getName());
        }
        return names;
    }

    private static boolean isFont(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".ttf") || name.endsWith(".ttc");
    }

    private static boolean isCollection(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".ttc");
    }

    @SuppressWarnings("unchecked")
    static Map<String, List<String>> parts() {
        try (InputStream in = FontFiles.class.getClassLoader().getResourceAsStream("documents/_fonts.yaml")) {
            return (Map<String, List<String>>) new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> wanted(Map<String, List<String>> parts, String part) {
        var wanted = new ArrayList<>(parts.getOrDefault(part, List.of()));
        if (!"body".equals(part)) wanted.addAll(parts.getOrDefault("body", List.of()));
        wanted.addAll(parts.getOrDefault("rest", List.of()));
        return wanted;
    }

    static String text(List<Path> folders) {
        return folders.stream().map(Path::toString).collect(Collectors.joining("、"));
    }
}
