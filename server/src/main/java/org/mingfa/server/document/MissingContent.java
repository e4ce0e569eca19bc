package org.mingfa.server.document;

import java.util.List;
import java.util.stream.Collectors;

/** A document lacks content that the law demands; it is not issued. */
public final class MissingContent extends RuntimeException {
    private final transient List<DocumentTemplate.Missing> missing;

    public MissingContent(String template, List<DocumentTemplate.Missing> missing) {
        super("《" + template + "》缺少法定内容：" + missing.stream().map(MissingContent::line).collect(Collectors.joining("；")));
        this.missing = List.copyOf(missing);
    }

    public List<DocumentTemplate.Missing> missing() {
        return missing;
    }

    private static String line(DocumentTemplate.Missing item) {
        return item.cite().isEmpty() ? item.title() : item.title() + "（" + item.cite() + "）";
    }
}
