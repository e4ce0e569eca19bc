package org.mingfa.server.catalogue.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.catalogue.reading.StatuteText.ArticleText;

/**
 * A law as plain lines: its name, perhaps lines such as 施行日期：2026-08-15, then 第一条 and so on. A line that begins with a
 * number which has gone before is part of the article (it quotes another law), and is told; a gap in the numbers is a fault.
 * Where no number in the whole text is set off from what follows (第一条为了……), numbers are found by their order.
 */
final class PlainStatute {

    private static final Pattern FIELD =
            Pattern.compile("(名称|简称|制定机关|效力级别|领域|公布日期|施行日期|废止日期|同时废止|来源)[：:]\\s*(.*)");
    private static final String NUMBER = "(第[\\s　]*[〇○零一二三四五六七八九十百千0-9０-９]{1,9}[\\s　]*条(?:[\\s　]*之[\\s　]*[一二三四五六七八九十0-9０-９]+)?)";
    private static final Pattern ARTICLE = Pattern.compile(NUMBER + "(?:[\\s　：:]+|(?=【)|$)(.*)");
    /** What goes on after a number within a sentence: 第五条规定的, 第五条、第六条, 第五条第二款. */
    private static final Pattern GLUED = Pattern.compile(NUMBER + "((?![、，。；：和或及与至到的第之]|中(?![华央小])|所(?!有)|以[上下外内前后]|规定|等|情形|除外|执行).+)");
    private static final int MOST_TOLD = 20;
    private static final Pattern HEADING = Pattern.compile("第[〇零一二三四五六七八九十百]+(分编|编|章|节)(?:[\\s　]+.{0,60}|$)");
    private static final List<String> LEVELS = List.of("编", "分编", "章", "节");

    private final Map<String, String> fields = new HashMap<>();
    private final List<ArticleText> articles = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final String[] headings = {"", "", "", ""};
    private final StringBuilder text = new StringBuilder();
    private @Nullable ArticleNo open;
    private String openHeading = "";
    private String firstLine = "";
    private @Nullable LocalDate noted;
    private final Pattern begins;

    private PlainStatute(Pattern begins) {
        this.begins = begins;
    }

    /** @param form what the person who imports it says; it goes before what the lines say */
    static StatuteText read(String text, StatuteHead form) {
        List<String> lines = text.lines().map(line -> line.replace('\u00a0', ' ').replaceAll("[\u200b\ufeff]", "").strip()).toList();
        boolean setOff = lines.stream().anyMatch(line -> ARTICLE.matcher(line).matches());
        PlainStatute reading = new PlainStatute(setOff ? ARTICLE : GLUED);
        if (!setOff && lines.stream().anyMatch(line -> GLUED.matcher(line).matches())) {
            reading.remarks.add("条号之后没有空格，按条号的先后顺序分条，请核对");
        }
        int n = 0;
        for (String line : lines) {
            reading.line(line, ++n);
        }
        reading.close();
        return Completion.of(form.or(reading.head()), reading.articles, reading.remarks);
    }

    private void line(String line, int n) {
        if (line.isEmpty()) {
            return;
        }
        Matcher article = begins.matcher(line);
        ArticleNo no = article.matches() ? ArticleNo.loose(article.group(1)).orElse(null) : null;
        if (no != null && begins(no, n)) {
            close();
            open = no;
            openHeading = String.join(" / ", List.of(headings).stream().filter(h -> !h.isEmpty()).toList());
            text.append(article.group(2).strip());
        } else if (!heading(line)) {
            body(line);
        }
    }

    private boolean begins(ArticleNo no, int n) {
        ArticleNo before = open == null ? new ArticleNo("", 0, 0) : open;
        if (no.isAfter(before) && !no.follows(before)) {
            throw new Unreadable((open == null ? "正文" : open.text() + "之后") + "应当是下一条，却是" + no.text(), "第 " + n + " 行", "补上缺少的条文，或者改正条号");
        }
        if (!no.follows(before) && remarks.size() < MOST_TOLD) {
            remarks.add("第 " + n + " 行以" + no.text() + "开头，条号在前，读作" + before.text() + "的内容，请核对");
        }
        return no.follows(before);
    }

    private boolean heading(String line) {
        Matcher m = HEADING.matcher(line);
        if (!m.matches()) {
            return false;
        }
        int level = LEVELS.indexOf(m.group(1));
        headings[level] = line.replaceAll("[\\s　]+", " ");
        for (int lower = level + 1; lower < headings.length; lower++) {
            headings[lower] = "";
        }
        return true;
    }

    private void body(String line) {
        if (open != null) {
            text.append(text.isEmpty() ? "" : "\n").append(line);
            return;
        }
        Matcher field = FIELD.matcher(line);
        if (field.matches()) {
            fields.put(field.group(1), field.group(2).strip());
        } else if (firstLine.isEmpty()) {
            firstLine = line;
        } else if (line.startsWith("（") || line.startsWith("(")) {
            List<LocalDate> dates = Dates.in(line);
            noted = dates.isEmpty() ? noted : dates.getLast();
        }
    }

    private void close() {
        if (open != null) {
            articles.add(new ArticleText(open, openHeading, text.toString()));
            text.setLength(0);
        }
    }

    private StatuteHead head() {
        LocalDate adopted = date("公布日期");
        if (adopted == null && noted != null) {
            adopted = noted;
            remarks.add("公布日期按题注读作 " + noted);
        }
        String repeals = fields.get("同时废止");
        return new StatuteHead(fields.getOrDefault("名称", firstLine), fields.get("简称"), fields.get("制定机关"),
                fields.get("效力级别"), fields.get("领域"), adopted, date("施行日期"), date("废止日期"),
                repeals == null ? null : List.of(repeals.split("[、，；;,]")), null, fields.get("来源"));
    }

    private @Nullable LocalDate date(String field) {
        String value = fields.get(field);
        if (value == null || value.isEmpty()) {
            return null;
        }
        LocalDate day = Dates.whole(value);
        if (day == null) {
            throw new Unreadable("“" + value + "”不是日期", field, "写成 2026-08-15 或 2026年8月15日");
        }
        return day;
    }
}
