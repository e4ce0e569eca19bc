package org.mingfa.server.access.web;

import io.swagger.v3.oas.annotations.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Permit;
import org.mingfa.server.access.audit.Audit;
import org.mingfa.server.access.audit.AuditStore;
import org.mingfa.server.access.audit.AuditWords;
import org.mingfa.server.sheet.SheetOut;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the auditor (审计员) reads: everything that was done, by whom, when, from where; nothing here changes anything. */
@RestController
@RequestMapping("/api/audit")
@Permit("audit.read")
class AuditController {

    private static final int MOST = 200;
    private static final int EXPORT_PAGE = 1000;
    private static final int EXPORT_MOST = 50_000;
    private static final List<String> HEADER = List.of("序号", "时间", "人员", "单位", "事项", "对象", "涉及人员", "地址", "结果");
    private static final List<String> MORE = List.of("", "", "", "", "更早的记录未导出，请按日期分次导出", "", "", "", "");
    private static final MediaType WORKBOOK = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final AuditStore store;
    private final AuditWords words;
    private final Audit audit;
    private final ZoneId zone;

    AuditController(AuditStore store, AuditWords words, Audit audit, @Value("${mingfa.zone}") ZoneId zone) {
        this.store = store;
        this.words = words;
        this.audit = audit;
        this.zone = zone;
    }

    record Who(String id, String name) {}

    record AuditRow(String id, Instant at, Who actor, String agency, String title, String act, String kind, String object, @Nullable Who about, String address, boolean done) {}

    record AuditPage(List<AuditRow> items, @Nullable String next) {}

    @Operation(summary = "Audit entries, latest first; person did it or is concerned")
    @GetMapping
    AuditPage page(
            @RequestParam(required = false) @Nullable Long person, @RequestParam(required = false) @Nullable String act,
            @RequestParam(required = false) @Nullable String kind, @RequestParam(required = false) @Nullable String object,
            @RequestParam(required = false) @Nullable Boolean done, @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to, @RequestParam(required = false) @Nullable Long cursor, @RequestParam(defaultValue = "50") int limit) {
        int most = Math.clamp(limit, 1, MOST);
        List<AuditStore.Row> rows = rows(new AuditStore.Filter(person, act, kind, object, done, from, to, zone.getId()), cursor == null ? Long.MAX_VALUE : cursor, most + 1);
        return new AuditPage(rows.stream().limit(most).map(this::shown).toList(), rows.size() > most ? Long.toString(rows.get(most - 1).id()) : null);
    }

    @Operation(summary = "Acts that have a code, with their words")
    @GetMapping("/acts")
    Map<String, String> acts() {
        return words.acts();
    }

    @Operation(summary = "The same as a table, at most 50,000 rows, the last row says where more were left out; the export is an entry itself")
    @GetMapping("/export")
    ResponseEntity<byte[]> export(
            @RequestParam(required = false) @Nullable Long person, @RequestParam(required = false) @Nullable String act,
            @RequestParam(required = false) @Nullable String kind, @RequestParam(required = false) @Nullable String object,
            @RequestParam(required = false) @Nullable Boolean done, @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) throws IOException {
        audit.change(Caller.current().id(), "audit-export", "/api/audit", "", true);
        AuditStore.Filter filter = new AuditStore.Filter(person, act, kind, object, done, from, to, zone.getId());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Stream<List<AuditStore.Row>> pages = Stream.iterate(rows(filter, Long.MAX_VALUE, EXPORT_PAGE), p -> !p.isEmpty(),
                p -> p.size() < EXPORT_PAGE ? List.of() : rows(filter, p.getLast().id(), EXPORT_PAGE));
        long[] last = new long[2];
        Stream<List<String>> kept = pages.limit(EXPORT_MOST / EXPORT_PAGE).flatMap(List::stream).peek(r -> {
            last[0] = r.id();
            last[1]++;
        }).map(this::cells);
        Stream<List<String>> rest = Stream.of(MORE).filter(row -> last[1] == EXPORT_MOST && !rows(filter, last[0], 1).isEmpty());
        SheetOut.xlsx("审计记录", HEADER, Stream.concat(kept, rest), out);
        return ResponseEntity.ok().contentType(WORKBOOK).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.xlsx\"").body(out.toByteArray());
    }

    private List<AuditStore.Row> rows(AuditStore.Filter filter, long before, int limit) {
        return store.page(Caller.current().agency().region(), filter, before, limit);
    }

    private AuditRow shown(AuditStore.Row r) {
        return new AuditRow(Long.toString(r.id()), r.at(), new Who(Long.toString(r.actor()), r.actorName()), r.agency(), words.title(r.act()), r.act(), r.kind(), r.object(),
                r.about() == null ? null : new Who(Long.toString(r.about()), String.valueOf(r.aboutName())), r.address(), r.done());
    }

    private List<String> cells(AuditStore.Row r) {
        return List.of(Long.toString(r.id()), TIME.format(r.at().atZone(zone)), r.actorName(), r.agency(), words.title(r.act()), r.object(),
                r.aboutName() == null ? "" : r.aboutName(), r.address(), r.done() ? "完成" : "已拒绝");
    }
}
