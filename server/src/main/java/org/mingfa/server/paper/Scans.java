package org.mingfa.server.paper;

import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.Page;
import org.mingfa.server.cases.SignedPapers;
import org.mingfa.server.document.Documents;
import org.mingfa.server.evidence.Evidence;
import org.mingfa.server.evidence.EvidenceFile;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.paper.read.ScanFile;
import org.mingfa.server.paper.store.ScanStore;
import org.mingfa.server.record.CaseKey;
import org.springframework.stereotype.Component;

/**
 * The face of this module: takes a scan, says what its pages are, binds pages to the document they are the signed paper of.
 * Nothing is bound by itself; a scan stays until each of its pages is bound or set aside.
 */
@Component
public class Scans {

    private static final int LONGEST = 200;

    private final Evidence evidence;
    private final PageReading reading;
    private final ScanStore store;
    private final ScanViews views;
    private final SignedPapers papers;
    private final Documents documents;
    private final Transactions transactions;

    Scans(Evidence evidence, PageReading reading, ScanStore store, ScanViews views, SignedPapers papers, Documents documents, Transactions transactions) {
        this.evidence = evidence;
        this.reading = reading;
        this.store = store;
        this.views = views;
        this.papers = papers;
        this.documents = documents;
        this.transactions = transactions;
    }

    /** @param again whether the agency had this very file already */
    public record Taken(ScanView scan, boolean again) {}

    /** Pages of a scan, in the order of the document; where its QR codes say which, the document may be left out. */
    public record Binding(@Nullable List<Integer> pages, @Nullable String caseId, @Nullable String document, @Nullable Boolean again) {}

    /** Pages that belong to no document. */
    public record Aside(@Nullable List<Integer> pages, @Nullable String reason) {}

    /** What was bound; {@code repeated}: it was bound before. */
    public record Bound(String caseId, String document, long seq, boolean repeated) {}

    /** Keeps a scan and reads it. Throws evidence.Refusal, read.ScanRefused; then nothing of it is kept for long. */
    public Taken take(InputStream in, String name, @Nullable CaseKey from) {
        EvidenceFile file = evidence.keep(in, name);
        Caller me = Caller.current();
        int region = me.agency().region();
        Optional<ScanStore.Scan> same = same(file);
        if (same.isPresent()) {
            return new Taken(views.of(same.get()), true);
        }
        List<ScanPage> pages = reading.pages(new ScanFile(evidence.content(file), file.type()), from);
        Optional<Long> made = transactions.write(() -> {
            Optional<Long> id = store.add(new ScanStore.New(region, me.agency().id(), file.id(), file.name(), file.sha256(), from == null ? null : from.id(), me.id(), file.uploadedAt()), pages);
            id.ifPresent(x -> evidence.scanned(file.id()));
            return id;
        });
        return made.map(id -> new Taken(one(id), false)).orElseGet(() -> new Taken(views.of(same(file).orElseThrow()), true));
    }

    private Optional<ScanStore.Scan> same(EvidenceFile file) {
        Caller me = Caller.current();
        return transactions.read(() -> store.same(me.agency().region(), me.agency().id(), file.sha256()));
    }

    public ScanView one(long id) {
        return views.of(scan(id));
    }

    private ScanStore.Scan scan(long id) {
        Caller me = Caller.current();
        return transactions.read(() -> store.find(me.agency().region(), id)).filter(s -> s.agency() == me.agency().id())
                .orElseThrow(() -> Refused.notFound("本机关没有这份扫描件"));
    }

    /** Scans of the caller's agency, the latest first. */
    public Page<ScanView.Row> page(boolean open, @Nullable String cursor, int limit) {
        Caller me = Caller.current();
        long before = cursor(cursor, Long.MAX_VALUE);
        List<ScanStore.Scan> found = transactions.read(() -> store.page(me.agency().region(), me.agency().id(), open, before, limit + 1));
        List<ScanStore.Scan> page = found.size() > limit ? found.subList(0, limit) : found;
        return new Page<>(page.stream().map(ScanView.Row::of).toList(), found.size() > limit ? Long.toString(page.getLast().id()) : null);
    }

    static long cursor(@Nullable String cursor, long none) {
        if (cursor != null && !cursor.isBlank() && !cursor.matches("\\d{1,18}")) {
            throw Refused.bad("游标不是由本系统给出的");
        }
        return cursor == null || cursor.isBlank() ? none : Long.parseLong(cursor);
    }

    /** Binds pages as the signed copy of an issued document: cuts them out, keeps them and records it in the case. */
    public Bound bind(long id, Binding in) {
        ScanStore.Scan scan = scan(id);
        List<ScanPage> pages = chosen(scan, in.pages());
        ScanPage.Named to = named(in, pages);
        if (pages.stream().allMatch(p -> to.equals(p.bound()))) {
            return new Bound(to.of().toString(), Long.toString(to.document()), Objects.requireNonNull(pages.getFirst().boundSeq()), true);
        }
        free(pages);
        fits(pages, to);
        ScanStore.Document document = document(to);
        if (document.copySeq() != null && !Boolean.TRUE.equals(in.again())) {
            throw Refused.conflict("《" + document.title() + "》已有签字件（第 " + document.copySeq() + " 条记录）；确需再存一份的，请确认后再归入").with("copySeq", document.copySeq());
        }
        List<Integer> numbers = pages.stream().map(ScanPage::page).toList();
        EvidenceFile piece = piece(scan, numbers, document);
        SignedPapers.Paper paper = new SignedPapers.Paper(Long.toString(document.id()), document.title(), document.number(), document.sha256(),
                scan.sha256(), numbers.stream().map(String::valueOf).collect(Collectors.joining("、")));
        long seq = papers.record(to.of(), paper, piece.id(), entry -> {
            if (store.bind(scan.regionId(), scan.id(), numbers, to, entry) != numbers.size()) {
                throw taken();
            }
            documents.copied(to.of(), to.document(), entry);
        });
        return new Bound(to.of().toString(), Long.toString(to.document()), seq, false);
    }

    private EvidenceFile piece(ScanStore.Scan scan, List<Integer> pages, ScanStore.Document document) {
        EvidenceFile whole = transactions.read(() -> evidence.find(scan.file())).orElseThrow();
        byte[] cut = reading.cut(new ScanFile(evidence.content(whole), whole.type()), pages);
        String ending = cut == null ? whole.name().substring(Math.max(0, whole.name().lastIndexOf('.'))) : ".pdf";
        try (InputStream in = cut == null ? new FileInputStream(evidence.content(whole).toFile()) : new ByteArrayInputStream(cut)) {
            return evidence.keep(in, ("签字件 " + document.title() + " " + document.number()).strip() + ending);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says of pages that they belong to no document. */
    public ScanView setAside(long id, Aside in) {
        ScanStore.Scan scan = scan(id);
        String reason = in.reason();
        if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
            throw Refused.invalid("/reason", "须写明理由，不超过 " + LONGEST + " 字");
        }
        List<ScanPage> pages = chosen(scan, in.pages());
        if (pages.stream().allMatch(p -> p.aside() != null)) {
            return views.of(scan);
        }
        free(pages);
        transactions.write(() -> {
            if (store.setAside(scan.regionId(), scan.id(), pages.stream().map(ScanPage::page).toList(), reason.strip()) != pages.size()) {
                throw taken();
            }
            return null;
        });
        return one(id);
    }

    private List<ScanPage> chosen(ScanStore.Scan scan, @Nullable List<Integer> numbers) {
        List<ScanPage> all = transactions.read(() -> store.pages(scan.regionId(), scan.id()));
        if (numbers == null || numbers.isEmpty() || numbers.size() > all.size() || numbers.stream().distinct().count() < numbers.size()) {
            throw Refused.invalid("/pages", "须写明页码，不重复");
        }
        if (numbers.stream().anyMatch(n -> n == null || n < 1 || n > all.size())) {
            throw Refused.invalid("/pages", "扫描件只有 1 至 " + all.size() + " 页");
        }
        return numbers.stream().map(n -> all.get(n - 1)).toList();
    }

    private static ScanPage.Named named(Binding in, List<ScanPage> pages) {
        if (in.document() == null && in.caseId() == null) {
            return Optional.ofNullable(pages.getFirst().of()).orElseThrow(() -> Refused.invalid("/document", "这一页没有二维码，须指定是哪份文书"));
        }
        CaseKey of = Optional.ofNullable(in.caseId()).flatMap(CaseKey::parse).orElseThrow(() -> Refused.invalid("/caseId", "没有这个案件"));
        String document = in.document();
        if (document == null || !document.matches("\\d{1,18}")) {
            throw Refused.invalid("/document", "没有这份文书");
        }
        return new ScanPage.Named(of, Long.parseLong(document));
    }

    private static void free(List<ScanPage> pages) {
        List<Integer> done = pages.stream().filter(p -> !p.left()).map(ScanPage::page).toList();
        if (!done.isEmpty()) {
            throw Refused.conflict("第 " + words(done) + " 页已经处理过；请刷新后再看");
        }
    }

    /** A page with a valid mark goes to its own document only; one with a bad mark to none. */
    private static void fits(List<ScanPage> pages, ScanPage.Named to) {
        List<Integer> bad = pages.stream().filter(p -> !p.found().assignable()).map(ScanPage::page).toList();
        if (!bad.isEmpty()) {
            throw Refused.invalid("/pages", "第 " + words(bad) + " 页：" + pages.stream().filter(p -> !p.found().assignable()).findFirst().orElseThrow().found().words());
        }
        List<Integer> others = pages.stream().filter(p -> p.docPage() != null && !to.equals(p.of())).map(ScanPage::page).toList();
        if (!others.isEmpty()) {
            throw Refused.invalid("/pages", "第 " + words(others) + " 页的二维码指明是另一份文书，只能归入那一份");
        }
    }

    private ScanStore.Document document(ScanPage.Named to) {
        return transactions.read(() -> store.documents(List.of(to))).stream()
                .filter(d -> d.of().equals(to.of()) && d.agency() == Caller.current().agency().id()).findFirst()
                .orElseThrow(() -> Refused.invalid("/document", "本机关没有这份文书"));
    }

    private static RuntimeException taken() {
        return Refused.conflict("这些页刚刚被他人处理；请刷新后再看");
    }

    private static String words(List<Integer> pages) {
        return pages.stream().map(String::valueOf).collect(Collectors.joining("、"));
    }
}
