package org.mingfa.server.catalogue.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ListColumn;
import org.mingfa.core.procedure.ListKind;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Permit;
import org.mingfa.server.catalogue.list.Kinds;
import org.mingfa.server.catalogue.list.ListImport;
import org.mingfa.server.catalogue.list.ListLife;
import org.mingfa.server.catalogue.list.ListViews;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.sheet.Download;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists (清单) of all kinds over HTTP. */
@RestController
@RequestMapping("/api/lists")
@Permit("list.read")
class ListController {

    record ColumnView(
            String name, String title, String type, boolean required, boolean key, List<String> choices, int max, String note, String example) {

        static ColumnView of(ListColumn c) {
            return new ColumnView(c.name(), c.title(), c.type().name().toLowerCase(Locale.ROOT), c.required(), c.key(), c.choices(), c.max(), c.note(), c.example());
        }
    }

    record KindView(
            String code, String title, String cite, String about, boolean disclosed, int reviewMonths, Map<String, ListKind.Life> owners,
            List<ColumnView> columns, List<String> read) {

        static KindView of(ListKind k) {
            return new KindView(k.code(), k.title(), k.cite(), k.about(), k.disclosed(), k.reviewEvery(), k.owners(), k.columns().stream().map(ColumnView::of).toList(),
                    k.facts() == null ? List.of() : k.facts().columns());
        }
    }

    record ListPage(List<ListViews.ListView> items, @Nullable String next) {}

    record RowsOnDay(List<ListViews.OnDay> rows, int page, int size) {}

    record NewList(@Nullable String kind, @Nullable String owner, @Nullable String title, @Nullable String reason) {}

    record NewVersion(@Nullable String reason) {}

    private static final int MOST = 200;

    private final Kinds kinds;
    private final ListViews views;
    private final ListLife life;
    private final ListImport imports;
    private final Clock clock;

    ListController(Kinds kinds, ListViews views, ListLife life, ListImport imports, Clock clock) {
        this.kinds = kinds;
        this.views = views;
        this.life = life;
        this.imports = imports;
        this.clock = clock;
    }

    @Operation(summary = "Kinds of lists (清单种类) with their columns and who drafts, reviews and publishes them")
    @GetMapping("/kinds")
    List<KindView> listKinds() {
        return kinds.all().stream().map(KindView::of).toList();
    }

    @Operation(summary = "An empty table of a kind to fill in")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Download.XLSX, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/kinds/{kind}/template")
    ResponseEntity<byte[]> listTemplate(@PathVariable String kind) {
        return Download.workbook(kinds.of(kind).title() + "-模板.xlsx", out -> imports.template(kind, out));
    }

    @Operation(summary = "Lists of a kind, or of all: those of an agency and the regions above it, or everybody's")
    @GetMapping
    ListPage lists(
            @RequestParam(required = false) @Nullable String kind, @RequestParam(required = false) @Nullable Long agency,
            @RequestParam(defaultValue = "") String cursor, @RequestParam(defaultValue = "50") int limit) {
        if (!cursor.matches("\\d{0,18}")) {
            throw Refused.bad("游标不是由本系统给出的");
        }
        if (kind != null) {
            kinds.of(kind);
        }
        int bound = Math.clamp(limit, 1, MOST);
        List<ListViews.ListView> found = views.lists(kind, agency, cursor.isEmpty() ? 0 : Long.parseLong(cursor), bound + 1);
        return found.size() > bound ? new ListPage(found.subList(0, bound), found.get(bound - 1).id()) : new ListPage(found, null);
    }

    @Operation(summary = "What stood on the lists of a kind for an agency on a day")
    @GetMapping("/on")
    RowsOnDay listsOn(
            @RequestParam String kind, @RequestParam(required = false) @Nullable LocalDate day, @RequestParam(required = false) @Nullable Long agency,
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        int bound = Math.clamp(size, 1, MOST);
        int at = Math.clamp(page, 0, 10_000);
        return new RowsOnDay(views.on(kind, agency == null ? Caller.current().agency().id() : agency, day == null ? LocalDate.now(clock) : day, at, bound), at, bound);
    }

    @Operation(summary = "Begins a list of the caller's agency or region, with its first draft")
    @PostMapping
    @Permit("list.draft")
    @ResponseStatus(HttpStatus.CREATED)
    ListViews.VersionView beginList(@RequestBody NewList in) {
        if (in.kind == null) {
            throw Refused.invalid("/kind", "必填");
        }
        return views.view(life.begin(in.kind, in.owner == null ? ListKind.AGENCY : in.owner, in.title, in.reason));
    }

    @Operation(summary = "A list")
    @GetMapping("/{id}")
    ListViews.ListView list(@PathVariable long id) {
        return views.list(id);
    }

    @Operation(summary = "The versions of a list, the newest first")
    @GetMapping("/{id}/versions")
    List<ListViews.VersionRow> listVersions(@PathVariable long id) {
        return views.versions(id);
    }

    @Operation(summary = "Begins a new version from the one published last")
    @PostMapping("/{id}/versions")
    @Permit("list.draft")
    @ResponseStatus(HttpStatus.CREATED)
    ListViews.VersionView changeList(@PathVariable long id, @RequestBody NewVersion in) {
        return views.view(life.change(id, in.reason));
    }
}
