package org.mingfa.server.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.tika.Tika;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Which kinds of file may be kept ({@code evidence/types.yaml}); the kind is read from the content, not believed. */
final class FileTypes {
    private record Kind(String title, List<String> endings, boolean inline) {}

    private final Tika tika = new Tika();
    private final Map<String, Kind> kinds = new HashMap<>();

    FileTypes() {
        try (InputStream in = FileTypes.class.getClassLoader().getResourceAsStream("evidence/types.yaml")) {
            Map<String, Map<String, Object>> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            yaml.forEach((type, spec) -> kinds.put(type, kind(spec)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Kind kind(Map<String, Object> spec) {
        var endings = ((List<?>) spec.get("endings")).stream().map(Object::toString).toList();
        return new Kind(spec.get("title").toString(), endings, Boolean.TRUE.equals(spec.get("inline")));
    }

    /** The media type of a content. Throws Refusal where it may not be kept or does not fit the name's ending. */
    String of(Path content, String name) {
        String type = detected(content, name);
        Kind kind = kinds.get(type);
        if (kind == null) {
            throw new Refusal(Refusal.Reason.TYPE, "不能上传这类文件（内容识别为 " + type + "）。可以上传照片、扫描件、PDF、OFD、音视频、Word、Excel、文本和 zip。");
        }
        String ending = ending(name);
        if (!ending.isEmpty() && !kind.endings().contains(ending)) {
            throw new Refusal(Refusal.Reason.TYPE, "文件名以 ." + ending + " 结尾，内容却是" + kind.title() + "。请上传原文件，或者改正文件名。");
        }
        return type;
    }

    boolean inline(String type) {
        Kind kind = kinds.get(type);
        return kind != null && kind.inline();
    }

    /** The name helps only within what the content is: a zip called .docx is a Word file, a program called .jpg is none. */
    private String detected(Path content, String name) {
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try (var in = org.apache.tika.io.TikaInputStream.get(content)) {
            return tika.detect(in, metadata);
        } catch (IOException e) {
            throw new IllegalStateException("文件读不出：" + e.getMessage(), e);
        }
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
