package org.mingfa.server.registry.intake;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingfa.server.access.Caller;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.exam.Question;
import org.mingfa.server.registry.exam.QuestionBank;
import org.mingfa.server.registry.exam.QuestionStore.Banked;
import org.mingfa.server.registry.exam.QuestionStore;
import org.mingfa.server.sheet.Columns;
import org.mingfa.server.sheet.Faults;
import org.mingfa.server.sheet.Sheet;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** The table of questions: new ones, new versions of those with a number, and which are no longer used. */
@NamedInterface("exams")
@Component
public class QuestionImport {

    private final QuestionBank bank;
    private final QuestionStore store;
    private final Keeping keeping;
    private final Clock clock;

    QuestionImport(QuestionBank bank, QuestionStore store, Keeping keeping, Clock clock) {
        this.bank = bank;
        this.store = store;
        this.keeping = keeping;
        this.clock = clock;
    }

    /** What the rows come to. */
    private static final class Turn {
        final List<Question> questions = new ArrayList<>();
        final List<Integer> numbers = new ArrayList<>();
        final List<Integer> stopped = new ArrayList<>();
        final List<Long> withdrawn = new ArrayList<>();
        final Map<Integer, Banked> known = new HashMap<>();
        final Map<String, Integer> stems = new HashMap<>();
        final Map<Integer, Integer> rows = new HashMap<>();
        Map<Long, String> pooled = Map.of();
    }

    /** {@code imported} counts what is new or changed; a row that says what the bank says already is read and leaves it as it is. */
    public ImportReport run(Sheet sheet, boolean dryRun) {
        int region = bank.region();
        return keeping.change(() -> {
            Faults faults = new Faults();
            Turn turn = new Turn();
            store.page(new QuestionStore.Filter(region, null, null, null, null, null), 0, QuestionBank.MOST).forEach(b -> {
                turn.known.put(b.number(), b);
                turn.stems.put(key(b.question()), b.number());
            });
            turn.pooled = store.pooled(turn.known.values().stream().map(Banked::id).toList(), OffsetDateTime.now(clock));
            List<Columns.Record> rows = QuestionTable.COLUMNS.read(sheet, faults);
            rows.forEach(r -> row(r, turn, faults));
            long added = turn.numbers.stream().filter(n -> n == 0).count();
            if (turn.known.size() + added > QuestionBank.MOST && !rows.isEmpty()) {
                faults.add(rows.getLast().row(), QuestionTable.NUMBER, "", "题库最多 " + QuestionBank.MOST + " 题", "请减少题目");
            }
            return ImportReport.of(faults, sheet.rows().size(), faults.any() || dryRun ? 0 : write(region, turn));
        });
    }

    private static String key(Question q) {
        return q.kind() + " " + Question.plain(q.stem());
    }

    private void row(Columns.Record r, Turn turn, Faults faults) {
        Question q = QuestionTable.read(r, faults);
        Long given = r.integer(QuestionTable.NUMBER);
        Banked old = given == null || given != given.intValue() ? null : turn.known.get(given.intValue());
        if (given != null && old == null) {
            faults.add(r.row(), QuestionTable.NUMBER, given.toString(), "题库中没有这个题号", "新题请留空，题号由平台编排");
        }
        if (old != null && turn.rows.putIfAbsent(old.number(), r.row()) != null) {
            faults.add(r.row(), QuestionTable.NUMBER, String.valueOf(given), "题号与第 " + turn.rows.get(old.number()) + " 行重复", "请删去一行");
        }
        int own = old == null ? -r.row() : old.number();
        Integer other = turn.stems.putIfAbsent(key(q), own);
        if (other != null && other != own) {
            faults.add(r.row(), QuestionTable.STEM, q.stem(), other < 0 ? "题干与第 " + -other + " 行相同" : "题干与题库第 " + other + " 题相同", "请删去，或者填写题号以变更原题");
        }
        if (!faults.in(r.row())) {
            take(r, q, old, turn, faults);
        }
    }

    private static void take(Columns.Record r, Question q, @org.jspecify.annotations.Nullable Banked old, Turn turn, Faults faults) {
        boolean stopped = r.text(QuestionTable.STATE).equals(QuestionTable.STOPPED);
        boolean changed = old == null || !old.question().equals(q) || old.withdrawn() && !stopped;
        if (old != null && (changed || stopped && !old.withdrawn()) && turn.pooled.containsKey(old.id())) {
            faults.add(r.row(), QuestionTable.NUMBER, Integer.toString(old.number()), "题目已列入考试“" + turn.pooled.get(old.id()) + "”的抽题范围", "考试结束或者取消以后再变更");
            return;
        }
        if (changed) {
            turn.questions.add(q);
            turn.numbers.add(old == null ? 0 : old.number());
            if (stopped) {
                turn.stopped.add(turn.questions.size() - 1);
            }
        } else if (stopped && !old.withdrawn()) {
            turn.withdrawn.add(old.id());
        }
    }

    private int write(int region, Turn turn) {
        int next = store.size(region);
        List<Integer> numbers = new ArrayList<>();
        for (int number : turn.numbers) {
            numbers.add(number > 0 ? number : ++next);
        }
        long by = Caller.current().id();
        List<Long> ids = store.add(region, turn.questions, numbers, by);
        List<Long> withdrawn = new ArrayList<>(turn.withdrawn);
        turn.stopped.forEach(i -> withdrawn.add(ids.get(i)));
        store.withdraw(withdrawn, "导入的表中停用", by);
        return turn.questions.size() + turn.withdrawn.size();
    }
}
