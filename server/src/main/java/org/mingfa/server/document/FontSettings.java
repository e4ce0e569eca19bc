package org.mingfa.server.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where Chinese fonts are looked for: the folder of the setting, where {@code scripts/fonts} puts them, the system's. */
public final class FontSettings {
    private FontSettings() {}

    /** @param own value of {@code mingfa.documents.fonts}, null or blank for the default */
    public static List<Path> folders(@Nullable String own) {
        var folders = new ArrayList<Path>();
        if (own != null && !own.isBlank()) folders.add(Path.of(own));
        String share = System.getenv().getOrDefault("XDG_DATA_HOME", System.getProperty("user.home") + "/.local/share");
        folders.add(Path.of(share, "mingfa", "fonts"));
        folders.add(Path.of("/usr/share/fonts"));
        folders.add(Path.of("/usr/local/share/fonts"));
        return folders;
    }
}
