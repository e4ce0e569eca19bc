package org.mingfa.server.jurist.draft;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.CaseInfo;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.Page;
import org.mingfa.server.cases.Procedures;
import org.mingfa.server.jurist.draft.LawDraft.State;
import org.mingfa.server.jurist.draft.LawDraft.What;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.operation.Refused;
import org.springframework.stereotype.Component;

/** Drafts of law (法律包修改草案): begins them, finds them, writes what is changed in them. */
@Component
public class Drafts {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_REASON = 4_000;

    private final DraftStore store;
    private final Procedures procedures;
    private final Transactions transactions;
    private final Clock clock;

    Drafts(DraftStore store, Procedures procedures, Transactions transactions, Clock clock) {
        this.store = store;
        this.procedures = procedures;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Begins a draft of a procedure as it stands for the caller's agency on the day. */
    public LawDraft create(@Nullable String procedure, @Nullable String title, @Nullable String reason, @Nullable LocalDate from) {
        headed(title, reason, from).text("/procedure", procedure, 100).done();
        CaseInfo mine = procedures.empty(procedures.of(procedure, from), from).info();
        LawDraft d = new LawDraft(0, 0, procedure, mine.field(), mine.region(), title.strip(), reason.strip(), from, State.DRAFT,
                Caller.current().id(), Content.NONE, null, null, Instant.EPOCH);
        return find(transactions.write(() -> store.create(d)));
    }

    private Fields headed(@Nullable String title, @Nullable String reason, @Nullable LocalDate from) {
        return new Fields().text("/title", title, LONGEST_TITLE).text("/reason", reason, LONGEST_REASON)
                .check("/from", from != null && from.isAfter(LocalDate.now(clock)) && from.getYear() <= 2100, "必填，不早于明天");
    }

    public LawDraft find(long id) {
        return transactions.read(() -> store.find(id)).orElseThrow(() -> Refused.notFound("没有这个草案。"));
    }

    /** The newest first; {@code cursor} as the page before gave it. */
    public Page<LawDraft> list(@Nullable State state, long cursor, int limit) {
        List<LawDraft> rows = transactions.read(() -> store.page(state, cursor, limit + 1));
        return rows.size() > limit ? new Page<>(rows.subList(0, limit), Long.toString(rows.get(limit - 1).id())) : new Page<>(rows, null);
    }

    /** The draft as the caller saw it, still to be written: neither moved on nor given up meanwhile. */
    LawDraft seen(long id, @Nullable Long seq) {
        new Fields().present("/seq", seq).done();
        LawDraft d = find(id);
        if (d.seq() != seq) {
            throw Refused.conflict("草案已由他人改动，请重新打开");
        }
        return d;
    }

    LawDraft editable(long id, @Nullable Long seq) {
        LawDraft d = seen(id, seq);
        if (d.state() != State.DRAFT) {
            throw Refused.conflict("草案已经" + word(d.state()) + "，不能再修改");
        }
        return d;
    }

    static String word(State state) {
        return switch (state) {
            case DRAFT -> "起草";
            case SUBMITTED -> "提交";
            case PUBLISHED -> "公布";
            case WITHDRAWN -> "撤回";
        };
    }

    /**
     * @param pending what becomes of pending cases: {@code keep} or {@code switch}; null: as it was
     * @param cite the article that says so, for {@code switch}
     */
    public LawDraft head(
            long id, @Nullable Long seq, @Nullable String title, @Nullable String reason, @Nullable LocalDate from, @Nullable String pending,
            @Nullable String cite) {
        LawDraft d = editable(id, seq);
        boolean over = "switch".equals(pending);
        headed(title, reason, from).check("/pending", pending == null || over || pending.equals("keep"), "应为 keep、switch 之一")
                .check("/cite", !over || cite != null && !cite.isBlank() && cite.length() <= LONGEST_TITLE, "在办案件改用新版本的，写明依据的条文，不超过" + LONGEST_TITLE + "个字符")
                .done();
        LawDraft next = d.headed(title.strip(), reason.strip(), from);
        return changed(pending == null ? next : next.with(d.content().over(over && cite != null ? cite.strip() : null)), "标题、理由、施行日、在办案件");
    }

    /** Writes new contents; whoever does so has a part in the draft and may not publish it. */
    LawDraft content(LawDraft d, UnaryOperator<Content> change, String note) {
        return changed(d.with(change.apply(d.content())), note);
    }

    private LawDraft changed(LawDraft d, String note) {
        return write(d, What.CHANGED, note);
    }

    LawDraft write(LawDraft d, What what, String note) {
        transactions.write(() -> {
            store.write(d, Caller.current().id(), what, note);
            return d.id();
        });
        return find(d.id());
    }
}
