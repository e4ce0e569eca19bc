package org.mingfa.server.catalogue.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.catalogue.reading.StatuteText.ArticleText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One version of a law as JSON: {@code law, short, issuer, version_date, effective_date, repealed_date, level, field, status,
 * status_note, repeals: [names], source, articles: [{no, edition, subpart, chapter, section, text}]}; all but {@code law} and
 * {@code articles} may be missing.
 */
final class JsonStatute {

    private static final Pattern REPEALED = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\s*起废止");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonStatute() {}

    static StatuteText read(byte[] content, StatuteHead form) {
        JsonNode law;
        try {
            law = JSON.readTree(content);
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new Unreadable("不是完整的 JSON", at == null ? "文件" : "第 " + at.getLineNr() + " 行", "用原来的工具重新导出");
        }
        if (!law.isObject()) {
            throw new Unreadable("不是一部法规的 JSON", "文件", "每个文件写一部法规的一个文本：law、effective_date、articles ……");
        }
        return Completion.of(form.or(head(law)), articles(law), List.of());
    }

    private static StatuteHead head(JsonNode law) {
        String status = text(law, "status");
        Matcher repealed = REPEALED.matcher(status);
        boolean inForce = status.isEmpty() || status.equals("现行有效");
        String note = Stream.of(inForce ? "" : status, text(law, "status_note")).filter(s -> !s.isEmpty()).reduce((a, b) -> a + "：" + b).orElse("");
        LocalDate until = date(law, "repealed_date");
        return new StatuteHead(text(law, "law"), text(law, "short"), text(law, "issuer"), text(law, "level"), text(law, "field"),
                date(law, "version_date"), date(law, "effective_date"),
                until == null && repealed.find() ? Dates.whole(repealed.group(1)) : until, names(law), note, source(law));
    }

    private static @Nullable List<String> names(JsonNode law) {
        return law.path("repeals").isArray() ? law.path("repeals").valueStream().map(JsonNode::asString).toList() : null;
    }

    private static String source(JsonNode law) {
        JsonNode source = law.path("source");
        return source.isObject()
                ? Stream.of("repo", "path").map(f -> text(source, f)).filter(s -> !s.isEmpty()).reduce((a, b) -> a + " " + b).orElse("")
                : text(law, "source");
    }

    /** A date that is not whole, such as 2004-03, counts as not said. */
    private static @Nullable LocalDate date(JsonNode law, String field) {
        return Dates.whole(text(law, field));
    }

    private static List<ArticleText> articles(JsonNode law) {
        List<ArticleText> out = new ArrayList<>();
        for (JsonNode a : law.path("articles")) {
            String no = text(a, "no");
            ArticleNo number = ArticleNo.parse(no).orElseThrow(() -> new Unreadable("“" + no + "”不是条号", "第 " + (out.size() + 1) + " 个条文", "写成“第六十条”"));
            String heading = Stream.of("edition", "subpart", "chapter", "section").map(f -> text(a, f)).filter(s -> !s.isEmpty())
                    .reduce((x, y) -> x + " / " + y).orElse("");
            out.add(new ArticleText(number, heading, text(a, "text")));
        }
        return out;
    }

    private static String text(JsonNode from, String field) {
        JsonNode value = from.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString().strip() : "";
    }
}
