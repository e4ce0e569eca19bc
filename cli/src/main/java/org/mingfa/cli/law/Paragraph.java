package org.mingfa.cli.law;

import java.util.ArrayList;
import java.util.List;

/** A paragraph (款) of an article: a line of its text, with the items (项) that follow it, each a line that begins with （一）. */
record Paragraph(String text, int items) {

    static List<Paragraph> of(String article) {
        var found = new ArrayList<Paragraph>();
        for (String line : article.split("\n")) {
            if (line.matches("[（(][一二三四五六七八九十]+[)）].*") && !found.isEmpty()) {
                Paragraph last = found.removeLast();
                found.add(new Paragraph(last.text(), last.items() + 1));
            } else if (!line.isBlank()) {
                found.add(new Paragraph(line, 0));
            }
        }
        return found;
    }
}
