package org.mingfa.server.catalogue.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Permit;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.catalogue.StatuteArticle;
import org.mingfa.server.catalogue.StatuteVersion;
import org.mingfa.server.catalogue.Touched;
import org.mingfa.server.catalogue.TouchedReports;
import org.mingfa.server.catalogue.store.ArticleSearch;
import org.mingfa.server.catalogue.store.ArticleSearch.After;
import org.mingfa.server.catalogue.store.ArticleSearch.Hit;
import org.mingfa.server.catalogue.store.StatuteShelf;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.operation.Refused;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The law library (法规库): laws, their versions, their articles, and a search over these. */
@RestController
@RequestMapping("/api/law")
@Permit({"law.read", "case.read"})
class LibraryController {

    /** A law with its versions, the newest first. */
    record Law(String name, List<StatuteVersion> versions) {}

    record LawPage(List<Law> items, @Nullable String next) {}

    /** @param contents parts of the text with their first article; their {@code text} is empty */
    record VersionView(
            StatuteVersion version, List<StatuteVersion> versions, List<StatuteShelf.Repeals> repeals, List<StatuteArticle> contents) {}

    record ArticlePage(List<StatuteArticle> items, @Nullable Integer next) {}

    record HitPage(List<Hit> items, @Nullable String next) {}

    private static final int MOST = 100;

    private final StatuteShelf shelf;
    private final ArticleSearch search;
    private final TouchedReports reports;
    private final Transactions transactions;
    private final Clock clock;

    LibraryController(StatuteShelf shelf, ArticleSearch search, TouchedReports reports, Transactions transactions, Clock clock) {
        this.shelf = shelf;
        this.search = search;
        this.reports = reports;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Operation(summary = "Laws of the library (法规库), each with its versions")
    @GetMapping("/statutes")
    LawPage laws(@RequestParam(defaultValue = "") String cursor, @RequestParam(defaultValue = "50") int limit) {
        int bound = Math.clamp(limit, 1, MOST);
        List<Law> laws = new ArrayList<>();
        for (StatuteVersion v : shelf.laws(cursor, bound + 1)) {
            if (laws.isEmpty() || !laws.getLast().name.equals(v.name())) {
                laws.add(new Law(v.name(), new ArrayList<>()));
            }
            laws.getLast().versions.add(v);
        }
        return laws.size() > bound ? new LawPage(laws.subList(0, bound), laws.get(bound - 1).name) : new LawPage(laws, null);
    }

    @Operation(summary = "A version of a law: dates, the other versions, what it repeals, its parts")
    @GetMapping("/versions/{id}")
    VersionView version(@PathVariable long id) {
        StatuteVersion v = shelf.version(id).orElseThrow(() -> Refused.notFound("法规库没有这个文本。"));
        return new VersionView(v, shelf.versions(v.statute()), shelf.repeals(id), shelf.contents(id));
    }

    @Operation(summary = "Articles of a version, from a place on")
    @GetMapping("/versions/{id}/articles")
    ArticlePage articles(@PathVariable long id, @RequestParam(defaultValue = "1") int from, @RequestParam(defaultValue = "50") int limit) {
        int bound = Math.clamp(limit, 1, MOST);
        List<StatuteArticle> rows = shelf.articles(id, from, bound + 1);
        return rows.size() > bound ? new ArticlePage(rows.subList(0, bound), rows.get(bound).n()) : new ArticlePage(rows, null);
    }

    @Operation(summary = "What a version touches: rules, items and open cases that cite an article it changes or repeals")
    @GetMapping("/versions/{id}/report")
    Touched report(@PathVariable long id) {
        return reports.of(id);
    }

    @Operation(summary = "Articles that hold all the words, in the versions in force on a day, or in one version")
    @GetMapping("/articles")
    HitPage search(
            @RequestParam String q,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        List<String> words = Arrays.stream(q.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+")).filter(w -> !w.isEmpty()).distinct().toList();
        new Fields().text("/q", q, 100).check("/q", !words.isEmpty() && words.stream().allMatch(w -> w.length() > 1), "每个检索词至少两个字").done();
        int bound = Math.clamp(limit, 1, 50);
        List<Hit> hits = transactions.read(() ->
                search.find(words, on == null ? LocalDate.now(clock) : on, version, after(cursor), bound + 1));
        return hits.size() > bound
                ? new HitPage(hits.subList(0, bound), hits.get(bound - 1).version() + "." + hits.get(bound - 1).n())
                : new HitPage(hits, null);
    }

    private static After after(String cursor) {
        if (cursor.isEmpty()) {
            return new After(0, 0);
        }
        if (!cursor.matches("\\d{1,18}\\.\\d{1,9}")) {
            throw Refused.bad("游标不是由本系统给出的");
        }
        String[] parts = cursor.split("\\.");
        return new After(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
    }
}
