package org.mingfa.server.paper;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.document.PageMark;
import org.mingfa.server.document.PageMarks;
import org.mingfa.server.operation.Problem;
import org.mingfa.server.paper.read.ScanFile;
import org.mingfa.server.paper.store.ScanStore;
import org.mingfa.server.record.CaseKey;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What the pages of a scan are, by their marks. One scan is read at a time: a page as a picture takes some tens of megabytes. */
@Component
class PageReading {

    private static final int WAIT_SECONDS = 60;

    private final Semaphore one = new Semaphore(1, true);
    private final PageMarks marks;
    private final ScanStore store;
    private final Transactions transactions;

    PageReading(PageMarks marks, ScanStore store, Transactions transactions) {
        this.marks = marks;
        this.store = store;
        this.transactions = transactions;
    }

    /** @param from the case on whose tab it was uploaded */
    List<ScanPage> pages(ScanFile file, @Nullable CaseKey from) {
        List<Set<PageMarks.Read>> read = alone(() -> file.codes(text -> marks.read(text) != null)).stream().map(this::read).toList();
        Set<ScanPage.Named> named = read.stream().flatMap(Set::stream).map(PageMarks.Read::mark).filter(Objects::nonNull).map(PageReading::named).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<ScanPage.Named, ScanStore.Document> known = transactions.read(() -> store.documents(named)).stream()
                .collect(Collectors.toMap(d -> new ScanPage.Named(d.of(), d.id()), Function.identity()));
        List<ScanPage> pages = new ArrayList<>();
        ScanPage before = null;
        for (Set<PageMarks.Read> codes : read) {
            before = page(pages.size() + 1, codes, known, from, before);
            pages.add(before);
        }
        return pages;
    }

    byte @Nullable [] cut(ScanFile file, List<Integer> pages) {
        return file.cut(pages);
    }

    private <T> T alone(Supplier<T> work) {
        try {
            if (!one.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "正在识读别的扫描件，请过一分钟再上传；文件没有保存");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "服务器正在停止，请稍后再上传；文件没有保存");
        }
        try {
            return work.get();
        } finally {
            one.release();
        }
    }

    private Set<PageMarks.Read> read(Set<String> codes) {
        return codes.stream().map(marks::read).filter(Objects::nonNull).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static ScanPage.Named named(PageMark m) {
        return new ScanPage.Named(new CaseKey(m.region(), m.caseId()), m.document());
    }

    private static ScanPage page(
            int number, Set<PageMarks.Read> codes, Map<ScanPage.Named, ScanStore.Document> known, @Nullable CaseKey from, @Nullable ScanPage before) {
        if (codes.isEmpty()) {
            boolean follows = before != null && before.found().named();
            return new ScanPage(number, follows ? Found.FOLLOWS : Found.NONE, follows ? before.of() : null, null, null, null, null, null);
        }
        if (codes.size() > 1) {
            return without(number, Found.TWO);
        }
        PageMark mark = codes.iterator().next().mark();
        if (mark == null) {
            return without(number, Found.FORGED);
        }
        ScanStore.Document document = known.get(named(mark));
        if (document == null || document.agency() != Caller.current().agency().id()) {
            return without(number, Found.FOREIGN);
        }
        if (!document.sha256().startsWith(mark.digest())) {
            return without(number, Found.FORGED);
        }
        Found found = document.replacedBy() != null ? Found.REPLACED : from != null && !from.equals(document.of()) ? Found.OTHER_CASE : Found.MARKED;
        return new ScanPage(number, found, named(mark), mark.page(), mark.pages(), null, null, null);
    }

    private static ScanPage without(int number, Found found) {
        return new ScanPage(number, found, null, null, null, null, null, null);
    }
}
