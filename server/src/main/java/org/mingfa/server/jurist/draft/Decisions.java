package org.mingfa.server.jurist.draft;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.PackFault;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.catalogue.CurrentLaw;
import org.mingfa.server.catalogue.LoadedLaw;
import org.mingfa.server.catalogue.PublishedAmendment;
import org.mingfa.server.jurist.draft.LawDraft.State;
import org.mingfa.server.jurist.draft.LawDraft.What;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.operation.Problem.Fault;
import org.mingfa.server.operation.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Checks, replays, submits, returns, publishes and withdraws drafts: one person writes, another publishes. */
@Component
public class Decisions {

    private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);
    private static final int LONGEST_NOTE = 2_000;

    private final Drafts drafts;
    private final DraftStore store;
    private final Checks checks;
    private final Replays replays;
    private final Grounds grounds;
    private final CurrentLaw law;
    private final Transactions transactions;
    private final JsonMapper json;
    private final Clock clock;

    Decisions(Drafts drafts, DraftStore store, Checks checks, Replays replays, Grounds grounds, CurrentLaw law, Transactions transactions, JsonMapper json,
            Clock clock) {
        this.drafts = drafts;
        this.store = store;
        this.checks = checks;
        this.replays = replays;
        this.grounds = grounds;
        this.law = law;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    public LawDraft check(long id, @Nullable Long seq) {
        LawDraft d = underWay(id, seq);
        Checked found = checks.check(d);
        return drafts.write(d.with(found), What.CHECKED, found.passed() ? "通过" : "未通过");
    }

    public LawDraft replay(long id, @Nullable Long seq) {
        LawDraft d = underWay(id, seq);
        Replay r = replayed(d);
        return drafts.write(d, What.REPLAYED, "试跑 " + r.cases() + " 件：拦截 " + r.barred() + "，增加 " + r.added() + "，消除 " + r.removed());
    }

    private Replay replayed(LawDraft d) {
        try {
            Checked last = d.checked();
            return replays.run(d, grounds.of(d), last != null && last.passed() && isCurrent(d, last));
        } catch (IllegalArgumentException | PackFault broken) {
            throw Refused.invalid("/", "草案不能编译，请先检查：" + broken.getMessage());
        }
    }

    private LawDraft underWay(long id, @Nullable Long seq) {
        LawDraft d = drafts.seen(id, seq);
        if (d.state() != State.DRAFT && d.state() != State.SUBMITTED) {
            throw Refused.conflict("草案已经" + Drafts.word(d.state()));
        }
        return d;
    }

    private boolean isCurrent(LawDraft d, Checked last) {
        try {
            return last.of().equals(grounds.of(d).print(d, json));
        } catch (IllegalArgumentException notInForce) {
            return false;
        }
    }

    /** Why the draft cannot be submitted now; null: it can. */
    @Nullable String unready(LawDraft d) {
        Checked last = d.checked();
        if (d.content().changes().isEmpty()) {
            return "草案还没有任何修改";
        }
        if (!d.from().isAfter(LocalDate.now(clock))) {
            return "施行日已到，请改为明天或者以后";
        }
        if (last == null) {
            return "尚未检查";
        }
        return !isCurrent(d, last) ? "检查之后草案或者现行法律包又有变化，请重新检查" : last.passed() ? null : "检查没有通过";
    }

    /** Why the caller cannot publish a submitted draft now; null: they can. */
    @Nullable String unpublishable(LawDraft d) {
        Caller me = Caller.current();
        if (!me.may("law.publish")) {
            return "须由有权公布的另一人审核、公布";
        }
        if (store.writers(d.id()).contains(me.id())) {
            return "本人起草或者修改过这个草案，须由另一人审核、公布";
        }
        return d.from().isAfter(LocalDate.now(clock)) ? null : "施行日已到，请退回改为明天或者以后";
    }

    public LawDraft submit(long id, @Nullable Long seq, @Nullable String note) {
        LawDraft d = drafts.editable(id, seq);
        String why = unready(d);
        if (why != null) {
            throw Refused.invalid("/", why);
        }
        return drafts.write(d.now(State.SUBMITTED, null), What.SUBMITTED, checked(note, false));
    }

    public LawDraft giveBack(long id, @Nullable Long seq, @Nullable String note) {
        return drafts.write(submitted(id, seq).now(State.DRAFT, null), What.RETURNED, checked(note, true));
    }

    /** Takes a draft that is not published out of the way; it stays to be read. */
    public LawDraft withdraw(long id, @Nullable Long seq, @Nullable String note) {
        LawDraft d = underWay(id, seq);
        return drafts.write(d.now(State.WITHDRAWN, law.digest()), What.WITHDRAWN, checked(note, false));
    }

    private LawDraft submitted(long id, @Nullable Long seq) {
        LawDraft d = drafts.seen(id, seq);
        if (d.state() != State.SUBMITTED) {
            throw Refused.conflict("草案没有提交，或者已经" + Drafts.word(d.state()));
        }
        return d;
    }

    private static String checked(@Nullable String note, boolean needed) {
        new Fields().check("/note", note != null && !note.isBlank() || !needed, "必填：说明理由")
                .check("/note", note == null || note.length() <= LONGEST_NOTE, "不超过" + LONGEST_NOTE + "个字符").done();
        return note == null ? "" : note.strip();
    }

    /** Checks once more and puts the law with the draft in force from its day on. */
    public LawDraft publish(long id, @Nullable Long seq, @Nullable String note) {
        LawDraft d = submitted(id, seq);
        String why = unpublishable(d);
        if (why != null) {
            throw Refused.forbidden(why);
        }
        String words = checked(note, false);
        String upon = law.digest();
        Checked found = checks.check(d);
        if (!found.passed()) {
            throw Refused.invalid(faults(found));
        }
        long by = Caller.current().id();
        try {
            law.publish(new PublishedAmendment(d.id(), d.title(), d.procedure(), d.from(), d.content().changes(), d.content().examples()), by, () -> {
                if (!law.digest().equals(upon)) {
                    throw Refused.conflict("现行法律包刚刚有变化，请重新打开");
                }
                store.write(d.with(found).now(State.PUBLISHED, upon), by, What.PUBLISHED, words);
            });
        } catch (LoadedLaw.Misfit other) {
            LOG.warn("law draft {} not published: {}", d.id(), other.getMessage());
            throw Refused.conflict("另一台服务器公布了修改，与本草案不合，请重新打开并检查");
        }
        LOG.info("law draft {} of {} published by person {}, in force from {}: law packs {}", d.id(), d.procedure(), by, d.from(), law.digest());
        return drafts.find(id);
    }

    private static List<Fault> faults(Checked found) {
        List<Fault> out = new java.util.ArrayList<>();
        found.problems().forEach(p -> out.add(new Fault("/", p.file() + (p.line() == null ? "" : ":" + p.line()) + " " + p.message())));
        found.examples().failed().forEach(f -> out.add(new Fault("/", "例子「" + f.title() + "」：" + f.message())));
        return out;
    }
}
