package org.mingfa.server.catalogue.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.catalogue.LawName;
import org.mingfa.server.catalogue.reading.StatuteText.ArticleText;
import org.mingfa.server.catalogue.reading.StatuteText.By;
import org.mingfa.server.catalogue.reading.StatuteText.Repeal;

/** Head and articles made into a text that can be kept, or the fault that keeps it out. What is concluded is said. */
final class Completion {

    private static final int MOST_ARTICLES = 5_000;
    private static final int LONGEST = 50_000;

    private final StatuteHead head;
    private final List<ArticleText> articles;
    private final Closing closing;
    private final List<String> remarks = new ArrayList<>();

    private Completion(StatuteHead head, List<ArticleText> articles, List<String> remarks) {
        this.head = head;
        this.articles = articles;
        this.closing = Closing.of(articles);
        this.remarks.addAll(remarks);
    }

    /** @param remarks what was concluded while reading */
    static StatuteText of(StatuteHead head, List<ArticleText> articles, List<String> remarks) {
        return new Completion(head, articles, remarks).text();
    }

    private StatuteText text() {
        String title = title();
        check();
        Started started = started();
        Set<String> names = new LinkedHashSet<>(List.of(LawName.of(title)));
        if (head.shortName() != null && !head.shortName().isBlank()) {
            names.add(LawName.of(head.shortName()));
        }
        LocalDate repealed = head.repealedFrom();
        if (repealed != null && !repealed.isAfter(started.on)) {
            throw new Unreadable("废止日期 " + repealed + " 不晚于施行日期 " + started.on, "废止日期", "改正其中一个日期");
        }
        List<Repeal> repeals = repeals(started.on);
        return new StatuteText(title, names, or(head.issuer()), or(head.level()), or(head.field()), head.adoptedOn(), started.on,
                started.by, repealed, repeals, or(head.note()), or(head.source()), List.copyOf(articles), List.copyOf(remarks));
    }

    private String title() {
        String title = head.title() == null ? "" : head.title().replaceAll("[《》]", "").strip();
        if (title.isEmpty() || title.length() > 100) {
            throw new Unreadable("没有法规名称，或者名称超过 100 个字符", "名称", "在文件的 law 字段、正文第一行或表单中写明名称");
        }
        return title;
    }

    private void check() {
        if (articles.isEmpty()) {
            throw new Unreadable("没有读到条文", "正文", "每条应以“第X条”开头、后接空格；Word 自动编号的，先转换为文字");
        }
        if (articles.size() > MOST_ARTICLES) {
            throw new Unreadable("条文超过 " + MOST_ARTICLES + " 条", "正文", "确认文件是一部法规");
        }
        Set<String> seen = new HashSet<>();
        for (ArticleText a : articles) {
            if (!seen.add(a.no().text())) {
                throw new Unreadable("条号重复", a.no().text(), "删去重复的一条，或者改正条号");
            }
            if (a.text().indexOf('\0') >= 0) {
                throw new Unreadable("条文里有不是文字的内容", a.no().text(), "对照公布的文本补正");
            }
            if (a.text().isBlank() || a.text().length() > LONGEST) {
                throw new Unreadable(a.text().isBlank() ? "条文没有内容" : "一条超过 " + LONGEST + " 个字符", a.no().text(), "对照公布的文本补正");
            }
        }
    }

    private record Started(LocalDate on, By by) {}

    private Started started() {
        LocalDate adopted = head.adoptedOn();
        LocalDate given = head.inForceFrom();
        LocalDate said = closing.from();
        if (given != null) {
            if (adopted != null && given.isBefore(adopted)) {
                remarks.add("载明的施行日期 " + given + " 早于本文本的公布日期 " + adopted + "，应是原文本的日期；本文本按公布日期计，请核对");
                return new Started(adopted, By.ADOPTED);
            }
            return new Started(given, By.GIVEN);
        }
        if (said != null && (adopted == null || !said.isBefore(adopted))) {
            remarks.add("施行日期未单独载明，按条文“自……起施行”读作 " + said);
            return new Started(said, By.TEXT);
        }
        if (adopted == null) {
            throw new Unreadable("不知道从哪一天起施行", "施行日期", "在文件的 effective_date 字段、正文前一行“施行日期：2026-08-15”或表单中写明");
        }
        remarks.add("施行日期未载明，按公布日期 " + adopted + " 计，请核对");
        return new Started(adopted, By.ADOPTED);
    }

    private List<Repeal> repeals(LocalDate inForceFrom) {
        if (head.repeals() != null) {
            return head.repeals().stream().map(LawName::of).filter(n -> !n.isEmpty()).distinct().map(n -> new Repeal(n, inForceFrom)).toList();
        }
        if (closing.repealed().isEmpty()) {
            return List.of();
        }
        String laws = "《" + String.join("》《", closing.repealed()) + "》";
        if (closing.from() == null) {
            remarks.add(closing.where() + "写明同时废止" + laws + "，但没有写明日期：如需登记废止，请在表单中写明");
            return List.of();
        }
        remarks.add("按" + closing.where() + "登记：" + closing.from() + " 起废止" + laws);
        return closing.repealed().stream().map(n -> new Repeal(n, Objects.requireNonNull(closing.from()))).toList();
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
