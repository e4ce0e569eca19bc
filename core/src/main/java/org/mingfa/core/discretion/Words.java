package org.mingfa.core.discretion;

/** Texts of tables as one writing of them: half-width signs, no space within, one sign for one meaning. */
public final class Words {
    private Words() {}

    /** Full-width letters, figures and signs become half-width; space goes; ranges are written with -, groups of thousands without comma. */
    public static String plain(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '！' && c <= '～') {
                c = (char) (c - '！' + '!');
            }
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                out.append(one(c));
            }
        }
        return out.toString().replace("㎡", "平方米").replaceAll("(?<=\\d),(?=\\d{3}(?!\\d))", "");
    }

    /** As it stands, in one line. */
    public static String line(String text) {
        return text.strip().replaceAll("\\s*[\\r\\n]+\\s*", "");
    }

    /** “甲”、“乙”: names and answers within a sentence. */
    public static String quoted(java.util.Collection<String> texts) {
        return String.join("、", texts.stream().map(t -> "“" + t + "”").toList());
    }

    private static char one(char c) {
        return switch (c) {
            case '~', '～', '—', '–', '－', '−' -> '-';
            case '％', '﹪' -> '%';
            case '。' -> ';';
            default -> c;
        };
    }
}
