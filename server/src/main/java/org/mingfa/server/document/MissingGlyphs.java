package org.mingfa.server.document;

import java.util.List;
import java.util.stream.Collectors;

/** Characters that no installed font can print; such a document is not issued, because it would say something else. */
public final class MissingGlyphs extends RuntimeException {
    private final transient List<Integer> codePoints;

    public MissingGlyphs(List<Integer> codePoints) {
        super("已安装的字体都没有这些字：" + codePoints.stream().map(MissingGlyphs::name).collect(Collectors.joining("、"))
            + "。请把含有这些字的 TrueType 字体放入字体目录（设置 mingfa.documents.fonts），或安装 fonts-arphic-uming。");
        this.codePoints = List.copyOf(codePoints);
    }

    public List<Integer> codePoints() {
        return codePoints;
    }

    private static String name(int codePoint) {
        return "「" + Character.toString(codePoint) + "」（U+" + String.format("%04X", codePoint) + "）";
    }
}
