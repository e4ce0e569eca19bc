package org.mingfa.core.discretion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a cell 处罚标准: measures and fines of one or several parties. What it does not understand to the last word it refuses,
 * naming the words; it never guesses.
 */
public final class SanctionText {
    private static final Pattern DAMAGED = Pattern.compile("[\\uFFFD□■▯\\p{Cntrl}]|\\?\\?|锟|^-+$|^/+$");
    private static final Pattern STEPS = Pattern.compile("(.*?罚款)(\\(?[^,;]*每(?:增加|个).*增加.*)");
    private static final Pattern CAP = Pattern.compile("(?:但是?)?(?:罚款|总额|合计)*(?:最高|最多)?不(?:得)?超过(.+元)(?:的?罚款)?");
    private static final Pattern SHORT = Pattern.compile("(.{2,40}?)不足(.+元)的");
    private static final Pattern COUNTS = Pattern.compile("按照?(.+元)计算");
    private static final Pattern CASE = Pattern.compile("[^0-9元]{1,40}的|(?:逾期|拒)[^0-9元]{1,12}(?:改正|拆除|治理|停止)");

    private final List<Sanction> done = new ArrayList<>();
    private final List<String> with = new ArrayList<>();
    private String party = "";
    private boolean may;
    private @Nullable Amount fine;
    private String note = "";
    private String condition = "";
    private @Nullable Long least;

    private SanctionText() {}

    /** @throws Unreadable saying which words it does not understand */
    public static List<Sanction> read(String cell) {
        String plain = Words.plain(cell);
        if (plain.isEmpty()) {
            throw new Unreadable("没有内容，请写明怎样处罚");
        }
        if (DAMAGED.matcher(plain).find()) {
            throw new Unreadable("有损坏的文字“" + Unreadable.shown(cell) + "”，请对照原件改正");
        }
        var reader = new SanctionText();
        reader.all(plain);
        return List.copyOf(reader.done);
    }

    private void all(String plain) {
        Matcher steps = STEPS.matcher(plain);
        String rest = plain;
        String remark = "";
        if (steps.matches()) {
            rest = steps.group(1);
            remark = steps.group(2).replaceAll("^\\((.*?)\\)?$", "$1");
        } else if (unbalanced(plain)) {
            throw new Unreadable("“" + Unreadable.shown(plain) + "”的括号不成对，请对照原件补全");
        }
        for (String sentence : rest.replaceAll("罚款并(?!处)", "罚款,并").replaceAll("、(?=并?处|罚款|对)", ",").split(";")) {
            for (String clause : sentence.split(",")) {
                clause(clause);
            }
            endCase();
        }
        note = remark.replace(",", "，").replace(";", "；");
        close();
    }

    private void clause(String clause) {
        if (clause.isEmpty()) {
            return;
        }
        if (!condition.isEmpty()) {
            more(clause);
        } else if (!limits(clause) && !fined(clause) && !measure(clause) && !both(clause)) {
            if (!CASE.matcher(clause).matches()) {
                throw new Unreadable("“" + Unreadable.shown(clause) + "”看不懂，请对照原件写明种类、数额和单位（如“责令改正，处二万元以上五万元以下罚款”）");
            }
            condition = clause;
        }
    }

    /** What follows a condition (拒不改正的) until its sentence ends: measures only; a fine would be a second stage. */
    private void more(String clause) {
        if (!Measures.is(clause)) {
            throw new Unreadable("“" + Unreadable.shown(condition + "，" + clause) + "”是另一种情形的罚款，请把两种情形分成两行");
        }
        condition += "，" + clause;
    }

    private void endCase() {
        if (!condition.isEmpty() && !condition.contains("，")) {
            throw new Unreadable("“" + condition + "”之后没有写怎样处理，请对照原件补全");
        }
        if (!condition.isEmpty()) {
            with.add(condition);
            condition = "";
        }
        if (least != null) {
            throw new Unreadable("“不足…元的”之后没有写按多少计算，请写成“不足二十万元的，按二十万元计算”");
        }
    }

    /** Floors and caps of the fine before. */
    private boolean limits(String clause) {
        if (!(fine instanceof Amount.Times t)) {
            return false;
        }
        Matcher cap = CAP.matcher(clause);
        Matcher shortOf = SHORT.matcher(clause);
        Matcher counts = COUNTS.matcher(clause);
        if (cap.matches() && t.cap() == null) {
            fine = new Amount.Times(t.of(), t.min(), t.max(), t.percent(), t.floor(), sum(cap.group(1)));
        } else if (shortOf.matches() && (shortOf.group(1).equals(t.of()) || shortOf.group(1).endsWith(t.of())) && least == null) {
            least = sum(shortOf.group(2));
        } else if (counts.matches() && least != null && least == sum(counts.group(1))) {
            fine = new Amount.Times(t.of(), t.min(), t.max(), t.percent(), least, t.cap());
            least = null;
        } else {
            return false;
        }
        return true;
    }

    private static long sum(String text) {
        return AmountText.fen(text).orElseThrow(() -> new Unreadable("“" + text + "”不是金额，请写成“二十万元”的样子"));
    }

    private boolean fined(String clause) {
        FineClause read = FineClause.read(clause);
        if (read == null) {
            return false;
        }
        turnTo(read.party());
        if (fine != null) {
            throw new Unreadable("对同一当事人写了两项罚款（后一项是“" + Unreadable.shown(clause) + "”），请分成两行或者写明各对谁");
        }
        fine = read.amount();
        may = read.may();
        return true;
    }

    private boolean measure(String clause) {
        Optional<FineClause.Whom> whom = FineClause.whom(clause);
        String words = whom.map(FineClause.Whom::rest).orElse(clause).replaceFirst("^(?:并|同时)(?=.)", "");
        if (!Measures.is(words)) {
            return false;
        }
        whom.ifPresent(w -> turnTo(w.party()));
        with.add(words);
        return true;
    }

    /** A measure and a fine in one breath: 没收违法所得并处二万元以下罚款. */
    private boolean both(String clause) {
        for (int at : FineClause.verbs(clause)) {
            String before = clause.substring(0, at);
            if (Measures.is(before) && FineClause.read(clause.substring(at)) != null) {
                return measure(before) && fined(clause.substring(at));
            }
        }
        return false;
    }

    private void turnTo(String who) {
        if (!who.isEmpty() && !who.equals(party)) {
            if (fine != null || !with.isEmpty()) {
                close();
            }
            party = who;
        }
    }

    private void close() {
        if (fine == null && with.isEmpty()) {
            throw new Unreadable("既没有罚款也没有其他处理，请写明怎样处罚");
        }
        if (done.stream().anyMatch(s -> s.party().equals(party))) {
            throw new Unreadable((party.isEmpty() ? "对当事人" : "对" + party) + "写了两次处罚，请合并成一处");
        }
        done.add(new Sanction(party, with, may, fine, note));
        with.clear();
        fine = null;
        may = false;
    }

    private static boolean unbalanced(String text) {
        int depth = 0;
        for (char c : text.toCharArray()) {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0) {
                return true;
            }
        }
        return depth != 0;
    }
}
