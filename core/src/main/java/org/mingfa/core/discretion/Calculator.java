package org.mingfa.core.discretion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Assesses a situation by law.md 3.3: grounds not to penalise, the raw range, what 从轻 and 从重 make of it, the bounds of the
 * statute, caps and rounding. The same situation gives the same answer and the same text.
 */
public final class Calculator {
    private final Benchmarks benchmarks;

    public Calculator(Benchmarks benchmarks) {
        this.benchmarks = benchmarks;
    }

    /** @throws Unanswered naming the field of the situation that is missing or does not fit */
    public Assessment assess(Situation s) {
        try {
            return assessed(s);
        } catch (ArithmeticException e) {
            throw new Unanswered("", "数额太大，算不出罚款，请核对所填的数额");
        }
    }

    private Assessment assessed(Situation s) {
        Table table = table(s);
        Fitting.check(table, s);
        List<Ground> grounds = grounds(s);
        var rows = new Rows(table, s);
        Row branch = table.statute().isEmpty() ? null : rows.of(table.statute(), "法定幅度");
        Row row = table.rows().isEmpty() ? null : s.row().isEmpty() ? rows.of(table.rows(), "裁量阶次") : rows.named(s.row());
        boolean sparing = row != null && row.spares();
        boolean fined = s.fines().values().stream().anyMatch(f -> f > 0);
        Choosing chosen = sparing && !fined ? Choosing.sparing(s, grounds, List.copyOf(benchmarks.grounds())) : Choosing.of(s, grounds);
        Assessment.Weighed weighed = table.weights() == null ? null : new Weigher(table, table.weights(), s).weigh();
        var flags = new ArrayList<>(chosen.flags());
        List<Sanction> added = rows.added(table.statute());
        Family family = chosen.measures() ? family(s, table) : null;
        var parties = new ArrayList<Assessment.Party>();
        if (chosen.choice() != Choice.SPARE) {
            var share = new PartyShare(s, table, chosen, family, flags, sparing);
            for (Sanction of : whom(branch, sparing ? null : row, weighed)) {
                parties.add(share.of(of, lawOf(branch, of), weighed, added));
            }
        }
        if (family != null && family.twoGrounds() && row != null) {
            TwoGrounds.flag(table, row, grounds, family, flags);
        }
        return finish(s, table, branch, row, weighed, grounds, chosen, family, parties, flags);
    }

    private Assessment finish(Situation s, Table table, @Nullable Row branch, @Nullable Row row, Assessment.@Nullable Weighed weighed,
            List<Ground> grounds, Choosing chosen, @Nullable Family family, List<Assessment.Party> parties, List<String> flags) {
        if (branch == null && chosen.choice() != Choice.SPARE) {
            flags.add("本表没有录入法定幅度，是否在法定幅度以内须人工核对");
        }
        boolean departs = Departure.check(s, parties, chosen, row != null && row.spares(), flags);
        var plain = new Assessment(s, table, branch, row, weighed, grounds, chosen.choice(), chosen.made(), family, List.copyOf(parties),
                List.copyOf(flags), departs, "");
        return new Assessment(s, table, branch, row, weighed, grounds, chosen.choice(), chosen.made(), family, plain.parties(), plain.flags(),
                departs,
                Explanation.of(plain));
    }

    private Table table(Situation s) {
        Optional<Table> table = benchmarks.table(s.table(), s.on());
        if (table.isEmpty()) {
            throw new Unanswered("table", "编号为“" + s.table() + "”的裁量基准表" + (benchmarks.knows(s.table()) ? "在 " + s.on() + " 不施行"
                    : "不存在") + "，请另选一张");
        }
        if (!table.get().incomplete().isEmpty()) {
            throw new Unanswered("table", "这张表还不能用于计算：" + String.join("；", table.get().incomplete()));
        }
        return table.get();
    }

    private List<Ground> grounds(Situation s) {
        var found = new ArrayList<Ground>();
        for (String code : s.grounds()) {
            Ground g = benchmarks.ground(code);
            if (g == null) {
                throw new Unanswered("grounds", "没有编号为“" + code + "”的情节");
            }
            if (!found.contains(g)) {
                found.add(g);
            }
        }
        return found;
    }

    private Family family(Situation s, Table table) {
        String code = s.family().isEmpty() ? table.family() : s.family();
        if (!code.isEmpty()) {
            Family named = benchmarks.family(code);
            if (named == null) {
                throw new Unanswered("family", "没有编号为“" + code + "”的数值规则" + families());
            }
            return named;
        }
        return benchmarks.familyOf(table.field(), table.region()).orElseThrow(() -> new Unanswered("family",
                "没有规定" + (table.field().isEmpty() ? "本表" : table.field() + "领域") + "从轻、从重的数值规则" + families()));
    }

    private String families() {
        return "，请从" + Words.quoted(benchmarks.families().stream().map(Family::code).toList()) + "中选一种";
    }

    private static List<Sanction> whom(@Nullable Row branch, @Nullable Row row, Assessment.@Nullable Weighed weighed) {
        if (row != null) {
            return row.sanctions();
        }
        if (branch != null) {
            return branch.sanctions();
        }
        return weighed == null ? List.of() : List.of(new Sanction("", List.of(), false, null, ""));
    }

    /** What the statute says of the same party; of the only one that is fined, where the benchmark names it otherwise. */
    private static @Nullable Sanction lawOf(@Nullable Row branch, Sanction of) {
        if (branch == null) {
            return null;
        }
        return branch.sanctions().stream().filter(s -> s.party().equals(of.party())).findFirst()
                .orElseGet(() -> branch.sanctions().size() == 1 ? branch.sanctions().getFirst() : null);
    }
}
