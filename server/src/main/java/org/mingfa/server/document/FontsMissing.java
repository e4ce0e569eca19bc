package org.mingfa.server.document;

/** No Chinese font is installed: a PDF cannot be made. Word and XHTML still can. */
public final class FontsMissing extends RuntimeException {
    public FontsMissing(String folders) {
        super("没有找到中文字体，不能生成 PDF。请运行 scripts/fonts，或把 TrueType 中文字体放入 " + folders + "（设置 mingfa.documents.fonts）。Word 文件不受影响。");
    }
}
