package org.mingfa.server.paper;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.access.audit.Audit;
import org.mingfa.server.cases.CaseFiles;
import org.mingfa.server.cases.OpenCase;
import org.mingfa.server.cases.Page;
import org.mingfa.server.document.Documents;
import org.mingfa.server.document.Format;
import org.mingfa.server.document.IssuedDocument;
import org.mingfa.server.document.MissingGlyphs;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.operation.Problem;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.paper.letter.Batch;
import org.mingfa.server.paper.letter.CoverSheet;
import org.mingfa.server.paper.letter.Envelope;
import org.mingfa.server.paper.letter.Envelopes;
import org.mingfa.server.paper.letter.LeftOut;
import org.mingfa.server.paper.letter.LetterKinds;
import org.mingfa.server.paper.letter.Recipient;
import org.mingfa.server.paper.letter.Recipients;
import org.mingfa.server.paper.store.LetterStore;
import org.mingfa.server.record.CaseKey;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Letters in a batch (成批打印): chosen documents of the agency, each with the page for a window envelope before it and the
 * 送达回证 after it, as one file to print. Nothing of a record changes; the audit keeps each document that was printed.
 */
@Component
public class Letters {

    static final int MOST = 50;
    private static final int WAIT_SECONDS = 60;
    private static final String PRINTED = "POST /api/letters/print";
    private static final Set<String> PARTS = Set.of("cover", "document", "receipt");
    private static final int SENDER_LENGTH = 60;

    private final Semaphore one = new Semaphore(1, true);
    private final Documents documents;
    private final CaseFiles files;
    private final LetterKinds kinds;
    private final Recipients recipients;
    private final Envelopes envelopes;
    private final LetterStore store;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    Letters(Documents documents, CaseFiles files, LetterKinds kinds, Recipients recipients, Envelopes envelopes, LetterStore store, Transactions transactions, Audit audit, Clock clock) {
        this.documents = documents;
        this.files = files;
        this.kinds = kinds;
        this.recipients = recipients;
        this.envelopes = envelopes;
        this.store = store;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** An issued document that is to be served, or of which a signed copy is awaited. */
    public record Row(String caseId, @Nullable String caseNumber, String party, String id, String title, String number, Instant issuedAt, boolean unserved, boolean unsigned) {}

    public record One(@Nullable String caseId, @Nullable String id) {}

    /** @param parts cover, document, receipt @param duplex whether each piece begins on the front of a sheet */
    public record Asked(@Nullable List<One> documents, @Nullable List<String> parts, @Nullable String envelope, @Nullable Boolean duplex) {}

    /** A letter as it would be printed; {@code missing} what cannot be. */
    public record Letter(String caseId, String id, String title, String number, String to, @Nullable String postcode, String address, String source, List<String> parts, List<String> missing) {}

    public record Sender(@Nullable String address, @Nullable String postcode) {}

    /** @param maySet whether the caller may say what the agency's address is */
    public record Settings(String agency, Sender sender, List<Envelope> envelopes, int most, int mostPages, boolean maySet) {}

    /** A file that whoever sends it deletes. @param left documents that are not in it at all, as case/document */
    public record Printed(Path file, List<String> left, int missing) {}

    /** One letter as planned. */
    private record Plan(CaseKey key, IssuedDocument document, @Nullable Recipient to, @Nullable IssuedDocument receipt, Set<String> parts, List<String> missing) {

        String name() {
            return key + "/" + document.id();
        }

        String words() {
            return "《" + document.title() + "》" + document.number() + (to == null ? "" : "（" + to.name() + "）");
        }
    }

    /** Of the caller's agency, the latest first. A page may be short, or empty, and yet not the last. */
    public Page<Row> waiting(@Nullable String cursor, int limit) {
        Caller.Body mine = Caller.current().agency();
        long before = Scans.cursor(cursor, Long.MAX_VALUE);
        return transactions.read(() -> {
            List<LetterStore.Row> found = store.waiting(mine.region(), mine.id(), kinds.sent(), kinds.receipt(), before, limit + 1);
            List<LetterStore.Row> page = found.size() > limit ? found.subList(0, limit) : found;
            Optional<Long> next = found.size() > limit ? Optional.of(page.getLast().id()) : store.reached(mine.region(), mine.id(), before);
            return new Page<>(page.stream().map(r -> new Row(new CaseKey(mine.region(), r.caseId()).toString(), r.caseNumber(), r.party(), Long.toString(r.id()), r.title(), r.number(),
                    r.createdAt().toInstant(), r.unserved(), r.unsigned())).toList(), next.map(String::valueOf).orElse(null));
        });
    }

    public Settings settings(boolean maySet) {
        Caller.Body mine = Caller.current().agency();
        Sender sender = transactions.read(() -> store.sender(mine.region(), mine.id())).map(s -> new Sender(s.address(), s.postcode())).orElse(new Sender(null, null));
        return new Settings(mine.name(), sender, envelopes.all(), MOST, Batch.MOST_PAGES, maySet);
    }

    /** Says where letters of the caller's agency come from. */
    public void sends(Sender sender) {
        String postcode = sender.postcode() == null || sender.postcode().isBlank() ? null : sender.postcode().strip();
        new Fields().text("/address", sender.address(), SENDER_LENGTH).check("/postcode", postcode == null || postcode.matches("[0-9]{6}"), "应为六位数字").done();
        Caller me = Caller.current();
        transactions.write(() -> {
            store.sends(me.agency().region(), me.agency().id(), new LetterStore.Sender(String.valueOf(sender.address()).strip(), postcode), me.id(), clock.instant());
            return null;
        });
    }

    /** What would be printed, and what cannot be. */
    public List<Letter> check(Asked asked) {
        Envelope envelope = checked(asked);
        return transactions.read(() -> plans(asked, envelope)).stream().map(p -> new Letter(p.key().toString(), Long.toString(p.document().id()), p.document().title(), p.document().number(),
                p.to() == null ? "" : p.to().name(), p.to() == null ? null : p.to().postcode(), p.to() == null || p.to().address() == null ? "" : p.to().address(), p.to() == null ? "" : p.to().source(),
                List.of("cover", "document", "receipt").stream().filter(p.parts()::contains).toList(), p.missing())).toList();
    }

    /** Makes the file. One is made at a time. */
    public Printed print(Asked asked) {
        Envelope envelope = checked(asked);
        List<Plan> plans = transactions.read(() -> plans(asked, envelope));
        try {
            if (!one.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "正在生成另一批文书，请过一分钟再打印；没有生成任何文件");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "服务器正在停止，请稍后再打印；没有生成任何文件");
        }
        try {
            return made(plans, envelope, !Boolean.FALSE.equals(asked.duplex()));
        } finally {
            one.release();
        }
    }

    private Printed made(List<Plan> plans, Envelope envelope, boolean duplex) {
        List<String> in = new ArrayList<>();
        List<String> left = new ArrayList<>();
        List<String> said = new ArrayList<>();
        try (Batch batch = new Batch(duplex)) {
            boolean full = false;
            for (Plan plan : plans) {
                plan.missing().forEach(m -> said.add(plan.words() + "：" + m));
                if (plan.parts().isEmpty()) {
                    continue;
                }
                Batch.Taken taken = full ? Batch.Taken.FULL : batch.add(pieces(plan, envelope));
                full = taken == Batch.Taken.FULL;
                if (taken == Batch.Taken.YES) {
                    in.add(plan.name());
                } else {
                    left.add(plan.name());
                    said.add(plan.words() + "：" + (full ? "一批不超过 " + Batch.MOST_PAGES + " 页，请在下一批打印" : "一份就超过 " + Batch.MOST_PAGES + " 页，请在案件里单独下载打印"));
                }
            }
            if (batch.isEmpty()) {
                throw Refused.invalid("/documents", "没有可以打印的：" + said.stream().limit(5).collect(Collectors.joining("；")));
            }
            if (!said.isEmpty()) {
                batch.say(documents.as(Format.PDF, LeftOut.of(said)));
            }
            Path file = batch.save();
            long me = Caller.current().id();
            transactions.write(() -> {
                in.stream().distinct().forEach(name -> audit.change(me, PRINTED, "/api/letters", name, true));
                return null;
            });
            return new Printed(file, left.stream().distinct().toList(), said.size());
        }
    }

    private List<byte[]> pieces(Plan plan, Envelope envelope) {
        List<byte[]> pieces = new ArrayList<>();
        if (plan.parts().contains("cover")) {
            pieces.add(documents.as(Format.PDF, cover(plan, envelope).orElseThrow()));
        }
        if (plan.parts().contains("document")) {
            pieces.add(printed(plan.key(), plan.document()));
        }
        if (plan.parts().contains("receipt")) {
            pieces.add(printed(plan.key(), Objects.requireNonNull(plan.receipt())));
        }
        return pieces;
    }

    private byte[] printed(CaseKey key, IssuedDocument document) {
        return documents.printed(key, document, text(key, document).orElseThrow(() -> Refused.gone("《" + document.title() + "》含有的个人信息刚刚销毁，没有生成任何文件")));
    }

    private Optional<String> text(CaseKey key, IssuedDocument document) {
        return transactions.read(() -> documents.text(key.region(), key.id(), document.id()));
    }

    private Optional<String> cover(Plan plan, Envelope envelope) {
        Caller.Body mine = Caller.current().agency();
        String sender = transactions.read(() -> store.sender(mine.region(), mine.id())).map(s -> mine.name() + "　" + s.address() + (s.postcode() == null ? "" : "　" + s.postcode())).orElse(mine.name());
        List<String> holds = new ArrayList<>(List.of("《" + plan.document().title() + "》" + plan.document().number()));
        if (plan.receipt() != null && plan.parts().contains("receipt")) {
            holds.add("《" + plan.receipt().title() + "》");
        }
        return CoverSheet.of(new CoverSheet.Content(Objects.requireNonNull(plan.to()), sender, holds), envelope);
    }

    private Envelope checked(Asked asked) {
        List<One> chosen = asked.documents() == null ? List.of() : asked.documents();
        Set<String> parts = asked.parts() == null ? Set.of() : new HashSet<>(asked.parts());
        Optional<Envelope> envelope = asked.envelope() == null ? Optional.empty() : envelopes.find(asked.envelope());
        new Fields().check("/documents", !chosen.isEmpty() && chosen.stream().noneMatch(Objects::isNull), "请选择文书").check("/documents", chosen.size() <= MOST, "一批不超过 " + MOST + " 份文书")
                .check("/documents", chosen.size() == new HashSet<>(chosen).size(), "同一份文书选了两次")
                .check("/parts", !parts.isEmpty() && PARTS.containsAll(parts), "应为 cover（信封页）、document（文书）、receipt（送达回证）中的一项或者几项")
                .check("/envelope", envelope.isPresent(), "应为 dl 或者 c5").done();
        return envelope.orElseThrow();
    }

    private List<Plan> plans(Asked asked, Envelope envelope) {
        Set<String> parts = new HashSet<>(Objects.requireNonNull(asked.parts()));
        List<Plan> plans = new ArrayList<>();
        for (One one : Objects.requireNonNull(asked.documents())) {
            plans.addAll(plans(one, parts, envelope));
        }
        return plans;
    }

    /** A letter for each to whom the document goes. What is not the caller's agency's is not found, and then nothing is made. */
    private List<Plan> plans(One one, Set<String> parts, Envelope envelope) {
        CaseKey key = one.caseId() == null ? null : CaseKey.parse(one.caseId()).orElse(null);
        if (key == null || one.id() == null || !one.id().matches("\\d{1,18}")) {
            throw missing();
        }
        OpenCase open = files.current(key);
        if (open.head().agency() != Caller.current().agency().id()) {
            throw missing();
        }
        IssuedDocument document = documents.find(key.region(), key.id(), Long.parseLong(one.id())).orElseThrow(Letters::missing);
        if (document.replacedBy() != null) {
            return List.of(new Plan(key, document, null, null, Set.of(), List.of("已被更正，另有新文书")));
        }
        if (documents.text(key.region(), key.id(), document.id()).isEmpty()) {
            return List.of(new Plan(key, document, null, null, Set.of(), List.of("含有的个人信息已销毁")));
        }
        List<Recipient> to = kinds.toParty(document.title()) ? recipients.of(open.file(), document.seq()) : List.of();
        return to.isEmpty() ? List.of(plan(key, open, document, null, parts, envelope)) : to.stream().map(r -> plan(key, open, document, r, parts, envelope)).toList();
    }

    private Plan plan(CaseKey key, OpenCase open, IssuedDocument document, @Nullable Recipient to, Set<String> wanted, Envelope envelope) {
        Set<String> parts = new HashSet<>(wanted);
        List<String> missing = new ArrayList<>();
        boolean proof = document.title().equals(kinds.receipt());
        IssuedDocument receipt = proof || !parts.contains("receipt") ? null : receipt(key, open, document, to).orElse(null);
        if (receipt == null && parts.remove("receipt") && !proof) {
            missing.add("没有送达回证：还没有办理送达，或者送达回证不是为这份文书制作的");
        }
        Plan plan = new Plan(key, document, to, receipt, parts, missing);
        if (parts.contains("cover")) {
            String lacking = lacking(plan, envelope);
            if (lacking != null) {
                parts.remove("cover");
                missing.addFirst("没有信封页：" + lacking);
            }
        }
        return plan;
    }

    private @Nullable String lacking(Plan plan, Envelope envelope) {
        if (plan.to() == null) {
            return kinds.toParty(plan.document().title()) ? "案件没有当事人" : "这种文书不寄给当事人";
        }
        if (plan.to().address() == null) {
            return "没有送达地址确认书，当事人也没有登记地址";
        }
        Optional<String> cover = cover(plan, envelope);
        if (cover.isEmpty()) {
            return "收件人、地址太长，窗口里放不下";
        }
        try {
            documents.checkGlyphs(cover.get());
            return null;
        } catch (MissingGlyphs unknown) {
            return String.valueOf(unknown.getMessage());
        }
    }

    /** The latest receipt that names this document, of the same party. */
    private Optional<IssuedDocument> receipt(CaseKey key, OpenCase open, IssuedDocument document, @Nullable Recipient to) {
        String named = document.number().isEmpty() ? document.title() : document.number();
        return documents.of(key.region(), key.id()).reversed().stream()
                .filter(d -> d.title().equals(kinds.receipt()) && d.replacedBy() == null && d.seq() > document.seq())
                .filter(d -> recipients.about(open.file(), d.seq()).map(p -> to == null || p.equals(to.party())).orElse(true))
                .filter(d -> documents.text(key.region(), key.id(), d.id()).map(documents::plainText).filter(t -> t.contains(named)).isPresent()).findFirst();
    }

    private static Problem missing() {
        return Refused.notFound("没有这份文书，或者不是本机关的文书；没有生成任何文件");
    }
}
