package org.mingfa.server.discretion;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.discretion.Benchmarks;
import org.mingfa.core.discretion.Fault;
import org.mingfa.core.discretion.KeptAssessment;
import org.mingfa.core.discretion.Table;
import org.mingfa.core.discretion.TableDigest;
import org.mingfa.core.discretion.Unanswered;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.sealing.Canonical;
import org.springframework.stereotype.Component;

/** Assessments that cases keep (随案保存的裁量测算): whether one computes to what it says, when it is taken in and at any later time. */
@Component
public class KeptAssessments {

    private static final int LONGEST = 20_000;
    private static final Map<String, String> PARTS = Map.of("table", "裁量基准", "violation", "违法行为", "benchmark", "基准名称", "grade", "裁量阶次",
            "row", "所在行", "choice", "从轻、从重", "tables", "基准表的版本", "ranges", "裁量幅度", "spared", "是否不予处罚", "departs", "是否偏离基准");
    private static final String UNGROUNDED = "ungrounded";

    private final BenchmarkTables tables;
    private final Clock clock;

    KeptAssessments(BenchmarkTables tables, Clock clock) {
        this.clock = clock;
        this.tables = tables;
    }

    /** What a case would keep of this situation; empty where it cannot be kept (several acts, names or evidence in it). */
    Optional<Map<String, Object>> of(Map<String, Object> situation) {
        return KeptAssessment.keeps(situation) ? Optional.of(KeptAssessment.of(tables.now(), situation)) : Optional.empty();
    }

    /**
     * Why an act may not keep this; null where it computes to what it says.
     *
     * An act of an earlier moment (补录, or sent later by an offline client) may keep what was right when it was done, whole: by the law
     * packs and the sets of then. 算法复核 then shows which table has changed.
     *
     * @param at when the act was done
     */
    public @Nullable String wrong(Map<?, ?> kept, Moment at) {
        LocalDate act = at.date();
        if (!(kept.get("situation") instanceof Map<?, ?> situation) || Canonical.text(kept).length() > LONGEST) {
            return "裁量测算没有写明情形，或者过长";
        }
        LocalDate day = KeptAssessment.day(kept);
        if (day != null && day.isAfter(act)) {
            return "裁量测算所用的违法行为发生之日（" + day + "）晚于办理之日";
        }
        String wrong;
        try {
            List<String> differ = KeptAssessment.differences(tables.now(), kept, KeptAssessment.of(tables.now(), situation));
            if (differ.isEmpty()) {
                return null;
            }
            wrong = "裁量测算与按所填情形重新计算的结果不一致（" + named(differ) + "），请重新计算后填入";
        } catch (Unanswered | Fault e) {
            wrong = "裁量测算不能按所填情形重新计算：" + e.getMessage();
        }
        return wasRight(kept, situation, at) ? null : wrong;
    }

    /** Word for word what the tables of then answered: nothing in it is taken on the client's word. */
    private boolean wasRight(Map<?, ?> kept, Map<?, ?> situation, Moment at) {
        if (at.time() == null && !at.date().isBefore(LocalDate.now(clock))) {
            return false;
        }
        Instant then = at.date().atTime(at.time() == null ? LocalTime.MAX : at.time()).atZone(clock.getZone()).toInstant();
        return says(tables.publishedAt(then), kept, situation) || says(tables.asOf(then), kept, situation);
    }

    private static boolean says(Benchmarks asOf, Map<?, ?> kept, Map<?, ?> situation) {
        try {
            return KeptAssessment.differences(asOf, kept, KeptAssessment.of(asOf, situation)).isEmpty();
        } catch (Unanswered | Fault e) {
            return false;
        }
    }

    /** A table that a kept assessment used, and what it is today. @param state same, changed, gone */
    public record TableNow(String code, String from, String state, String title) {}

    /**
     * A kept assessment put again to the tables of today (算法复核).
     *
     * @param same whether every part is the same
     * @param differs the parts that are not, in Chinese
     * @param now what it would be today; null where it can no longer be computed
     * @param why it cannot, or what besides the tables has changed; empty otherwise
     */
    public record Again(boolean same, List<String> differs, List<TableNow> tables, @Nullable Map<String, Object> now, String why) {}

    public Again again(Map<?, ?> kept) {
        Benchmarks all = tables.now();
        List<TableNow> then = used(kept, all);
        if (!(kept.get("situation") instanceof Map<?, ?> situation)) {
            return new Again(false, List.of(), then, null, "没有保存情形");
        }
        try {
            Map<String, Object> now = KeptAssessment.of(all, situation);
            List<String> differ = KeptAssessment.differences(all, kept, now).stream()
                    .filter(d -> !d.equals(UNGROUNDED) || kept.containsKey(d)).toList(); // of before it was told
            boolean byTables = then.stream().anyMatch(t -> !t.state().equals("same"));
            return new Again(differ.isEmpty(), differ.stream().map(d -> PARTS.getOrDefault(d, "说明")).toList(), then, now,
                    differ.isEmpty() || byTables ? "" : "基准表没有变化，变化来自适用的其他规定、法定情节或者从轻从重的数值规则");
        } catch (Unanswered | Fault e) {
            return new Again(false, List.of(), then, null, String.valueOf(e.getMessage()));
        }
    }

    private static String named(List<String> parts) {
        return String.join("、", parts.stream().map(p -> PARTS.getOrDefault(p, p.equals(UNGROUNDED) ? "法定的不予处罚情节" : "说明")).distinct().toList());
    }

    private static List<TableNow> used(Map<?, ?> kept, Benchmarks all) {
        List<TableNow> out = new ArrayList<>();
        for (Object row : kept.get("tables") instanceof List<?> rows ? rows : List.of()) {
            if (row instanceof Map<?, ?> t && t.get("code") instanceof String code && t.get("from") instanceof String from) {
                LocalDate day = from.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(from) : KeptAssessment.day(kept);
                Optional<Table> today = day == null ? Optional.empty() : all.table(code, day);
                String state = today.isEmpty() ? "gone" : TableDigest.is(t.get("digest"), today.get(), from) ? "same" : "changed";
                out.add(new TableNow(code, from, state, today.map(Table::title).orElse(code)));
            }
        }
        return out;
    }
}
