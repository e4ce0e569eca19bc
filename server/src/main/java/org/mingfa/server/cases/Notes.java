package org.mingfa.server.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.store.ApproverStore;
import org.mingfa.server.cases.store.CaseListStore;
import org.mingfa.server.cases.store.HeadStore;
import org.mingfa.server.cases.store.NoteStore;
import org.mingfa.server.cases.store.NoteStore.Note;
import org.mingfa.server.cases.store.NoteStore.Question;
import org.mingfa.server.cases.view.CaseRow;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.record.CaseKey;
import org.springframework.stereotype.Component;

/**
 * Notes between colleagues on an entry of a case (批注、提问). They are no part of the record and change nothing in it; whoever
 * may see the case sees them. A question to a person stays on that person's desk until it is answered or taken back.
 */
@Component
public class Notes {

    private static final int LONGEST = 1_000;
    private static final int MOST = 1_000;

    /**
     * What is written.
     *
     * @param seq the entry that it is about
     * @param ask id of whom it asks; missing: nobody
     * @param answers id of the question that it answers
     */
    public record Asked(@Nullable Long seq, @Nullable String text, @Nullable String ask, @Nullable String answers) {}

    /** A question on the caller's desk. */
    public record QuestionRow(String id, long seq, String by, String text, String at, @JsonProperty("case") CaseRow of) {}

    private final NoteStore store;
    private final HeadStore heads;
    private final CaseListStore lists;
    private final ApproverStore rights;
    private final Transactions transactions;
    private final Clock clock;

    Notes(NoteStore store, HeadStore heads, CaseListStore lists, ApproverStore rights, Transactions transactions, Clock clock) {
        this.store = store;
        this.heads = heads;
        this.lists = lists;
        this.rights = rights;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The notes of a case, the latest first. */
    public Page<Note> page(CaseKey id, @Nullable String cursor, int limit) {
        long before = HandOvers.before(cursor);
        return transactions.read(() -> {
            head(id);
            List<Note> found = store.page(id, before, limit + 1);
            List<Note> page = found.size() > limit ? found.subList(0, limit) : found;
            return new Page<>(page, found.size() > limit ? page.getLast().id() : null);
        });
    }

    /** Writes one; sent again under its key it is the one that was written first. */
    public Note write(CaseKey id, Asked in, @Nullable String key) {
        if (key != null && key.length() > 200) {
            throw Refused.bad("Idempotency-Key 不得超过 200 个字符");
        }
        return transactions.write(() -> {
            EnforcementCase head = head(id);
            Caller me = Caller.current();
            if (me.rolesAt(head.agency()).isEmpty()) {
                throw Refused.forbidden("只有本案办案机关的人员可以写批注");
            }
            long seq = seq(in.seq(), head);
            String text = text(in.text());
            Long asked = asked(in.ask(), head);
            Long answers = answers(id, in.answers(), seq);
            if (store.full(id, MOST)) {
                throw Refused.invalid("/text", "本案的批注已达 " + MOST + " 条");
            }
            long made = store.add(new NoteStore.Written(id, head.agency(), seq, me.id(), asked, answers, text, clock.instant(),
                    key == null || key.isBlank() ? null : key));
            return store.one(id, made).orElseThrow();
        });
    }

    private EnforcementCase head(CaseKey id) {
        return heads.find(id).orElseThrow(() -> Refused.notFound("没有这个案件，或者不在您的管辖范围之内"));
    }

    private static long seq(@Nullable Long seq, EnforcementCase head) {
        if (seq == null || seq < 1 || seq > head.seq()) {
            throw Refused.invalid("/seq", "应为本案一条记录的序号，1 至 " + head.seq());
        }
        return seq;
    }

    private static String text(@Nullable String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw Refused.invalid("/text", "须写明内容，不超过 " + LONGEST + " 字");
        }
        return text.strip();
    }

    private @Nullable Long asked(@Nullable String id, EnforcementCase head) {
        if (id == null || id.isBlank()) {
            return null;
        }
        if (!id.matches("\\d{1,18}") || !rights.may(Long.parseLong(id), head.agency(), "case.read", LocalDate.now(clock))) {
            throw Refused.invalid("/ask", "被提问的应为本案办案机关能查阅案件的人员");
        }
        return Long.valueOf(id);
    }

    /** An answer of the person asked ends the question; others may write too. */
    private @Nullable Long answers(CaseKey id, @Nullable String answers, long seq) {
        if (answers == null) {
            return null;
        }
        Note question = note(id, answers, "/answers");
        if (question.askedId() == null || question.seq() != seq) {
            throw Refused.invalid("/answers", "不是对这条记录的提问");
        }
        if (question.askedId().equals(Caller.current().idText())) {
            store.answered(id, Long.parseLong(question.id()), clock.instant());
        }
        return Long.valueOf(question.id());
    }

    private Note note(CaseKey id, String note, String pointer) {
        if (!note.matches("\\d{1,18}")) {
            throw Refused.invalid(pointer, "本案没有这条批注");
        }
        return store.one(id, Long.parseLong(note)).orElseThrow(() -> Refused.invalid(pointer, "本案没有这条批注"));
    }

    /** Takes the caller's own note back: its words go, that it was there stays. */
    public Note take(CaseKey id, String note) {
        return transactions.write(() -> {
            head(id);
            Note found = store.one(id, note.matches("\\d{1,18}") ? Long.parseLong(note) : -1).orElseThrow(() -> Refused.notFound("本案没有这条批注"));
            if (!found.authorId().equals(Caller.current().idText())) {
                throw Refused.forbidden("只能收回自己的批注");
            }
            store.take(id, Long.parseLong(found.id()), clock.instant());
            return store.one(id, Long.parseLong(found.id())).orElseThrow();
        });
    }

    /** What the caller is asked in the cases of the own body, what has waited longest first. */
    public Page<QuestionRow> questions(@Nullable String cursor, int limit) {
        Caller me = Caller.current();
        LocalDate today = LocalDate.now(clock);
        long after = cursor == null || cursor.isBlank() ? 0 : HandOvers.before(cursor);
        return transactions.read(() -> {
            List<Question> found = store.asked(me.agency().region(), me.agency().id(), me.id(), after, limit + 1);
            List<Question> page = found.size() > limit ? found.subList(0, limit) : found;
            Map<CaseKey, CaseRow> rows = new HashMap<>();
            lists.byIds(page.stream().map(Question::of).distinct().toList()).forEach(l -> rows.put(l.head().id(), Lists.row(l, today)));
            return new Page<>(page.stream().filter(q -> rows.containsKey(q.of()))
                            .map(q -> new QuestionRow(Long.toString(q.id()), q.seq(), q.authorName(), q.text(), q.at(), rows.get(q.of()))).toList(),
                    found.size() > limit ? Long.toString(page.getLast().id()) : null);
        });
    }
}
