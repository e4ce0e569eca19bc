package org.mingfa.server.finding;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The initials of each letter as table {@code pinyin} has them; read when first asked for. */
@Component
class Pinyin {

    private static final int FIRST = 0x4E00;
    private static final int LAST = 0x9FFF;

    private final JdbcClient jdbc;
    private volatile String @Nullable [] read;

    Pinyin(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The initials that a character may have: its own for Latin letters and digits, "" for what is passed over. */
    String of(char letter) {
        if (letter < 0x80) {
            return Character.isLetterOrDigit(letter) ? String.valueOf(Character.toLowerCase(letter)) : "";
        }
        String initials = letter >= FIRST && letter <= LAST ? table()[letter - FIRST] : letter == '〇' ? "l" : null;
        return initials == null ? "" : initials;
    }

    private String[] table() {
        String[] known = read;
        if (known == null) {
            Map<String, String> same = new HashMap<>();
            String[] fresh = new String[LAST - FIRST + 1];
            jdbc.sql("select letter, initials from pinyin").query((rs, n) -> new String[] {rs.getString(1), rs.getString(2)}).list().forEach(row -> {
                char letter = row[0].charAt(0);
                if (letter >= FIRST && letter <= LAST) {
                    fresh[letter - FIRST] = same.computeIfAbsent(row[1], s -> s);
                }
            });
            read = known = fresh;
        }
        return known;
    }
}
