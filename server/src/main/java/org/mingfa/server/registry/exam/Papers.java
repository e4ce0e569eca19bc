package org.mingfa.server.registry.exam;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.drawing.PaperDraw;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.exam.PaperStore.Asked;
import org.mingfa.server.registry.exam.PaperStore.Place;
import org.mingfa.server.registry.exam.PaperStore.Sitting;
import org.springframework.modulith.NamedInterface;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * A candidate's own paper: begun, answered, handed in, marked. The server's clock decides; what came too late is not kept,
 * and a paper that was begun is handed in when its time is over, whether anybody is there or not.
 */
@NamedInterface("exams")
@Component
public class Papers {

    /** A question as the candidate sees it; what is right is not in it, only, once the exam has closed, whether they were. */
    @NamedInterface("exams")
    public record QuestionOnPaper(
            int position, String kind, String category, String stem, List<String> options, BigDecimal points, String answer, @Nullable LocalDateTime savedAt,
            @Nullable Boolean right, @Nullable String basis) {}

    /**
     * A candidate's paper.
     *
     * @param state waiting (not open yet, or open and not begun), running, handed-in, absent or cancelled
     * @param mayBegin whether it may be begun now
     * @param secondsLeft on the server's clock, while it runs
     * @param questions while it runs, and once the exam has closed: others still sit it when one has handed in
     */
    @NamedInterface("exams")
    public record Paper(
            ExamSession exam, int ticket, String state, boolean mayBegin, @Nullable LocalDateTime endsAt, @Nullable Long secondsLeft, List<QuestionOnPaper> questions,
            @Nullable Result result) {}

    public record Result(BigDecimal score, BigDecimal total, BigDecimal passMark, boolean passed, LocalDateTime handedInAt, boolean byClock) {}

    /** What was drawn, with all that it takes to draw it again; the pools with the first page. */
    public record Draw(long exam, String seed, String seedDigest, String poolDigest, List<Pool> parts, List<Drawn> papers, @Nullable String next) {}

    public record Pool(int part, int questions, List<String> pool) {}

    public record Drawn(int ticket, List<String> questions) {}

    /** @param again what drawing again gives; {@code same} whether it is what was drawn */
    public record Redrawn(int ticket, List<String> questions, List<String> again, boolean same) {}

    private final PaperStore papers;
    private final ExamStore exams;
    private final Exams sessions;
    private final Transactions transactions;

    Papers(PaperStore papers, ExamStore exams, Exams sessions, Transactions transactions) {
        this.papers = papers;
        this.exams = exams;
        this.sessions = sessions;
        this.transactions = transactions;
    }

    /** Hands in and marks what nobody handed in in time. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    public void settle() {
        if (papers.anyOverdue(exams.now())) {
            transactions.write(() -> papers.markOverdue(exams.now()));
        }
    }

    /** The caller's exams, the newest first. */
    public List<Paper> mine() {
        settle();
        long me = Caller.current().id();
        return exams.ofPerson(me, 50).stream().map(s -> paper(s, papers.sitting(s.id(), me, false).orElseThrow(), false)).toList();
    }

    public Paper mine(long exam) {
        settle();
        return paper(exam);
    }

    private Paper paper(long exam) {
        Sitting sitting = sitting(exam, false);
        return paper(exams.find(exam).orElseThrow(), sitting, true);
    }

    private Sitting sitting(long exam, boolean locked) {
        return papers.sitting(exam, Caller.current().id(), locked).orElseThrow(() -> Refused.notFound("没有这场考试，或者您不是这场考试的应考人员"));
    }

    private Paper paper(ExamSession s, Sitting k, boolean whole) {
        boolean open = s.state().equals("open") && k.application().equals("checked");
        String state = k.handedInAt() != null ? "handed-in" : s.state().equals("cancelled") ? "cancelled" : k.startedAt() != null ? "running" : s.over() ? "absent" : "waiting";
        Long left = state.equals("running") && k.endsAt() != null ? Math.max(0, Duration.between(exams.now(), k.endsAt()).toSeconds()) : null;
        Result result = k.handedInAt() == null || k.score() == null ? null
                : new Result(k.score(), s.total(), s.passMark(), Boolean.TRUE.equals(k.passed()), exams.local(k.handedInAt()), k.byClock());
        List<Asked> asked = !whole || k.startedAt() == null || k.handedInAt() != null && !s.over() ? List.of() : papers.questions(s.id(), k.person(), s.over() && k.handedInAt() != null);
        return new Paper(s, k.ticket(), state, state.equals("waiting") && open, k.endsAt() == null ? null : exams.local(k.endsAt()), left,
                asked.stream().map(this::onPaper).toList(), result);
    }

    private QuestionOnPaper onPaper(Asked q) {
        return new QuestionOnPaper(q.position(), q.kind(), q.category(), q.stem(), q.options(), q.points(), q.answer(), q.savedAt() == null ? null : exams.local(q.savedAt()), q.right(), q.basis());
    }

    /** Begins the caller's paper: drawn now, the same whenever it is asked for. */
    public Paper begin(long exam) {
        transactions.write(() -> {
            Sitting k = sitting(exam, true);
            if (k.startedAt() == null) {
                begun(exams.find(exam).orElseThrow(), k);
            }
            return k;
        });
        return paper(exam);
    }

    private void begun(ExamSession s, Sitting k) {
        if (!s.state().equals("open")) {
            throw Refused.conflict(Map.of("planned", "考试还没有开始", "closed", "考试已经结束").getOrDefault(s.state(), "考试已经取消"));
        }
        if (!k.application().equals("checked")) {
            throw Refused.conflict("您的领证申请已经办结或者撤回，不能参加这场考试");
        }
        PaperDraw draw = new PaperDraw(sessions.seed(s), Long.toString(s.id()));
        List<Long> ids = new ArrayList<>();
        List<BigDecimal> points = new ArrayList<>();
        for (ExamSession.Part p : s.parts()) {
            Map<String, Long> pool = exams.pool(s.id(), p.ordinal());
            draw.part(k.ticket(), p.ordinal(), List.copyOf(pool.keySet()), p.questions()).forEach(name -> {
                ids.add(pool.get(name));
                points.add(p.points());
            });
        }
        OffsetDateTime now = exams.now();
        OffsetDateTime ends = now.plusMinutes(s.minutes());
        OffsetDateTime closes = exams.moment(s.closesAt());
        papers.begin(k, now, ends.isAfter(closes) ? closes : ends, ids, points);
    }

    /**
     * Saves one answer; the one saved last counts.
     *
     * @param answer letters in order, "" to take it back
     * @return when
     */
    public LocalDateTime save(long exam, int position, String answer) {
        OffsetDateTime now = exams.now();
        transactions.write(() -> {
            Sitting k = sitting(exam, true);
            unlessOver(k, now);
            Place place = papers.place(exam, k.person(), position).orElseThrow(() -> Refused.notFound("试卷上没有这道题"));
            if (!Question.isLetters(answer, place.options()) || answer.length() > 1 && !place.kind().equals("multiple")) {
                throw Refused.invalid("/answer", "应为选项的字母，按顺序；单选和判断只选一个");
            }
            papers.save(k, position, answer, now);
            return k;
        });
        return exams.local(now);
    }

    private static void unlessOver(Sitting k, OffsetDateTime now) {
        if (k.endsAt() == null) {
            throw Refused.conflict("还没有开始答卷");
        }
        if (k.handedInAt() != null || !now.isBefore(k.endsAt())) {
            throw Refused.conflict(k.handedInAt() != null && !k.byClock() ? "已经交卷，答案不能再改" : "答卷时间已到，以服务器时钟为准；此前保存的答案已经交卷");
        }
    }

    /** Hands in: once, whoever asks twice gets the same result. */
    public Paper handIn(long exam) {
        settle();
        transactions.write(() -> {
            Sitting k = sitting(exam, true);
            if (k.endsAt() == null) {
                throw Refused.conflict("还没有开始答卷");
            }
            if (k.handedInAt() == null) {
                papers.mark(k, exams.now());
            }
            return k;
        });
        return paper(exam);
    }

    /** The draw of an exam that is over, with its seed. @throws org.mingfa.server.operation.Problem 409 before */
    public Draw draw(long exam, int after, int limit) {
        ExamSession s = over(exam);
        List<Pool> pools = after > 0 ? List.of() : pools(s);
        List<Integer> tickets = papers.tickets(exam, after, limit + 1);
        List<Drawn> drawn = papers.names(exam, tickets.stream().limit(limit).toList());
        return new Draw(exam, HexFormat.of().formatHex(sessions.seed(s)), s.seedDigest(), s.poolDigest(), pools, drawn, tickets.size() > limit ? Integer.toString(tickets.get(limit - 1)) : null);
    }

    /** One candidate's paper of an exam that is over, drawn again. */
    public Redrawn redraw(long exam, int ticket) {
        ExamSession s = over(exam);
        List<Drawn> there = papers.names(exam, List.of(ticket));
        if (there.isEmpty()) {
            throw Refused.notFound("这个准考证号没有试卷");
        }
        PaperDraw draw = new PaperDraw(sessions.seed(s), Long.toString(s.id()));
        List<String> again = pools(s).stream().flatMap(p -> draw.part(ticket, p.part(), p.pool(), p.questions()).stream()).toList();
        return new Redrawn(ticket, there.getFirst().questions(), again, again.equals(there.getFirst().questions()));
    }

    private List<Pool> pools(ExamSession s) {
        return s.parts().stream().map(p -> new Pool(p.ordinal(), p.questions(), List.copyOf(exams.pool(s.id(), p.ordinal()).keySet()))).toList();
    }

    private ExamSession over(long exam) {
        Caller caller = Caller.current();
        ExamSession s = caller.may("exam.read") ? sessions.seen(exam)
                : papers.sitting(exam, caller.id(), false).flatMap(k -> exams.find(exam)).orElseThrow(() -> Refused.notFound("没有这场考试"));
        if (!s.over()) {
            throw Refused.conflict("抽题的种子在考试结束后公布");
        }
        return s;
    }
}
