package org.mingfa.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every .yaml under a folder: path as a person would type it, to text. */
public record PackFolder(Path path) {

    /** @throws BadInput where there is no such folder, no pack in it, or a file that cannot be read */
    public Map<String, String> texts() {
        if (!Files.isDirectory(path)) {
            throw new BadInput(path + ": no such folder");
        }
        var texts = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(path)) {
            files.filter(file -> file.toString().endsWith(".yaml") && Files.isRegularFile(file))
                    .forEach(file -> texts.put(file.toString(), LawFolder.text(file)));
        } catch (IOException | UncheckedIOException e) {
            throw new BadInput("cannot read " + path + ": " + e.getMessage(), e);
        }
        if (texts.isEmpty()) {
            throw new BadInput(path + ": no pack (.yaml) in this folder");
        }
        return texts;
    }
}
