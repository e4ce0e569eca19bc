package org.mingfa.server.catalogue.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads one file with one version of a law, by its ending: .json, .txt or .docx. */
public final class StatuteReader {

    /** The largest file taken in, in bytes; the longest law known (生态环境法典) is 0.7 MB. */
    public static final int LARGEST = 20 * 1024 * 1024;

    private StatuteReader() {}

    /**
     * @param form what the person who imports it says; it goes before what the file says
     * @throws Unreadable with what, where and how to mend it
     */
    public static StatuteText read(String name, byte[] content, StatuteHead form) {
        if (content.length == 0 || content.length > LARGEST) {
            throw new Unreadable(content.length == 0 ? "文件是空的" : "文件超过 " + LARGEST / 1024 / 1024 + " MB", "文件", "确认选对了文件");
        }
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "json" -> JsonStatute.read(content, form);
            case "txt", "md" -> PlainStatute.read(decoded(content), form);
            case "docx" -> PlainStatute.read(WordText.read(content), form);
            case "doc" -> throw new Unreadable("旧式 Word 文件（.doc）不能读取", "文件", "用 Word 或 WPS 另存为 .docx 再导入");
            default -> throw new Unreadable("不能读取这类文件", "文件", "导入 .json、.txt 或 .docx 文件");
        };
    }

    /** UTF-8, with or without its mark, else GB 18030: the two that Chinese text files come in. */
    private static String decoded(byte[] content) {
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, Charset.forName("GB18030")}) {
            try {
                String text = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(content)).toString();
                return text.startsWith("\ufeff") ? text.substring(1) : text;
            } catch (CharacterCodingException notThisOne) {
                continue;
            }
        }
        throw new Unreadable("不是文本文件", "文件", "另存为 UTF-8 编码的 .txt");
    }
}
