package org.mingfa.server.disclosure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.CaseFiles;
import org.mingfa.server.cases.OpenCase;
import org.mingfa.server.disclosure.guidance.GuidanceBook;
import org.mingfa.server.disclosure.GuidingCase.Content;
import org.mingfa.server.disclosure.masking.Facts;
import org.mingfa.server.disclosure.masking.Masking;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.record.CaseKey;
import org.springframework.stereotype.Component;

/**
 * Guiding cases (案例指导): proposed from a closed case, reviewed and published by others, withdrawn with a reason. The text is
 * written by hand, without names: what names somebody of the case, or holds a number of a person, is refused.
 */
@Component
public class Guidance {

    /** A step: from which states, to which, who may, and whether it needs a note. */
    private record Step(List<String> from, String to, String done, String permission, boolean note) {}

    /** What of a party tells who it is, besides its name. */
    private static final List<String> NAMING = List.of("uscc", "representative", "address");
    private static final Map<String, Step> STEPS = Map.of(
            "submit", new Step(List.of("draft"), "submitted", "submitted", "guidance.propose", false),
            "return", new Step(List.of("submitted", "reviewed"), "draft", "returned", "guidance.review", true),
            "review", new Step(List.of("submitted"), "reviewed", "reviewed", "guidance.review", true),
            "publish", new Step(List.of("reviewed"), "published", "published", "guidance.publish", true),
            "withdraw", new Step(List.of("published"), "withdrawn", "withdrawn", "guidance.publish", true));

    private final GuidanceBook book;
    private final CaseFiles files;
    private final Masking masking;
    private final Transactions transactions;
    private final Clock clock;

    Guidance(GuidanceBook book, CaseFiles files, Masking masking, Transactions transactions, Clock clock) {
        this.book = book;
        this.files = files;
        this.masking = masking;
        this.transactions = transactions;
        this.clock = clock;
    }

    public GuidingCase propose(CaseKey id, Content content) {
        OpenCase open = files.current(id);
        if (!open.head().ended()) {
            throw Refused.conflict("案件办结以后才能提出作为指导案例");
        }
        clean(open, content);
        return transactions.write(() -> book.add(open, content));
    }

    public GuidingCase change(long id, Content content, int seq) {
        return transactions.write(() -> {
            GuidanceBook.Held held = book.held(id, seq);
            if (!held.state().equals("draft")) {
                throw Refused.conflict("送审以后不能再改：需要修改的，先退回");
            }
            clean(files.current(held.source()), content);
            return book.change(held, content);
        });
    }

    /** @param what submit, return, review, publish or withdraw */
    public GuidingCase step(long id, String what, String note, int seq) {
        Step step = STEPS.get(what);
        if (step == null) {
            throw Refused.invalid("/what", "没有这个步骤");
        }
        Caller me = Caller.current();
        if (!me.may(step.permission())) {
            throw Refused.forbidden("您没有办理这一步的权限");
        }
        if (step.note() && note.isBlank()) {
            throw Refused.invalid("/note", "请写明意见、文号或者理由");
        }
        return transactions.write(() -> {
            GuidanceBook.Held held = book.held(id, seq);
            if (!step.from().contains(held.state())) {
                throw Refused.conflict("指导案例现在不能办理这一步，请刷新后再办");
            }
            if (List.of("review", "publish").contains(what) && book.wrote(held).contains(me.id())) {
                throw Refused.forbidden("起草的人不能自己审核、发布");
            }
            if (what.equals("publish")) {
                clean(files.current(held.source()), book.find(id).content());
            }
            return book.step(held, step.to(), step.done(), note.strip(), what.equals("publish") ? LocalDate.now(clock) : null);
        });
    }

    /** Names of the case's people and parties, and numbers of persons, must not be in it. */
    private void clean(OpenCase open, Content content) {
        Facts facts = new People(open, masking).facts("");
        Set<String> names = new LinkedHashSet<>(facts.parties());
        names.addAll(facts.persons());
        names.addAll(facts.reporters());
        open.file().objects().stream().filter(o -> o.kind().equals("party")).forEach(o -> {
            names.add(java.util.Objects.toString(o.fields().get("name"), o.label()));
            NAMING.forEach(f -> names.add(java.util.Objects.toString(o.fields().get(f), "")));
        });
        names.add(java.util.Objects.toString(open.head().number(), ""));
        String text = String.join("\n", content.texts());
        long named = names.stream().filter(n -> n.strip().length() > 1 && text.contains(n.strip())).count();
        if (named > 0) {
            throw Refused.invalid("/facts", "文中还有本案当事人或者其他人员的姓名、名称、代码、住所，或者本案的案号（" + named + " 处不同的），请改为“某公司”“张某”等");
        }
        String leaks = masking.leaks(text, new Facts(List.of(), List.of(), List.of(), List.of(), facts.addresses())).stream().map(r -> r.title() + "（" + r.id() + "）").distinct()
                .collect(Collectors.joining("、"));
        if (!leaks.isEmpty()) {
            throw Refused.invalid("/facts", "文中还有" + leaks + "，不能作为指导案例");
        }
    }

    public GuidingCase find(long id) {
        return transactions.read(() -> book.find(id));
    }

    /** @param q words that must all be there @param table code of a benchmark table; null: any */
    public List<GuidingCase.Head> published(String q, @Nullable String table, long before, int limit) {
        return transactions.read(() -> book.published(q, table, before, limit));
    }

    /** Those of the caller's reach that are not published. */
    public List<GuidingCase.Head> underWay(long before, int limit) {
        return transactions.read(() -> book.underWay(before, limit));
    }
}
