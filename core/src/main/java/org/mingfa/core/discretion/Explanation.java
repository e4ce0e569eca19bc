package org.mingfa.core.discretion;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The discretion of a decision in words (law.md 3.3): the statute first, then the benchmark by which it was applied, never alone. */
final class Explanation {
    private final Assessment a;
    private final List<String> sentences = new ArrayList<>();

    private Explanation(Assessment a) {
        this.a = a;
    }

    static String of(Assessment a) {
        return new Explanation(a).text();
    }

    private String text() {
        String opening = "当事人" + a.table().title().replaceAll("[的，；;,。]+$", "") + "的行为" + (a.table().violated().isEmpty() ? "" : "，违反了"
                + cited(a.table().violated()) + "的规定");
        if (a.spared() && a.sparingGrade()) {
            return spared(opening);
        }
        if (a.spared()) {
            return opening + "。鉴于当事人" + grounds() + "，" + (a.grounds().stream().anyMatch(g -> g.effect() == Ground.Effect.NONE && g.must()) ? "依法"
                    : "可以不予处罚，")
                    + "决定不予行政处罚。";
        }
        sentences.add(opening + "，依据" + cited(a.table().cite()) + statute());
        benchmark();
        chosen();
        a.parties().forEach(this::fine);
        departure();
        return String.join("；", sentences) + "。";
    }

    /** By a grade of no penalty; the ground of the law beside it, for the benchmark alone is no basis. */
    private String spared(String opening) {
        Row row = java.util.Objects.requireNonNull(a.row());
        sentences.add(opening + "，依据" + cited(a.table().cite()) + statute());
        benchmark();
        sentences.add("鉴于当事人" + (a.grounds().stream().anyMatch(g -> g.effect() == Ground.Effect.NONE) ? grounds() : "【须写明法定的不予处罚情节】") + "，决定不予行政处罚");
        row.sanctions().stream().filter(x -> !x.besides().isEmpty())
                .forEach(x -> sentences.add((x.party().isEmpty() ? "" : "对" + x.party()) + String.join("，", x.besides())));
        return String.join("；", sentences) + "。";
    }

    /** 食品安全法 第一条；乙法 第二条 as a document writes it: 《食品安全法》第一条、《乙法》第二条. */
    static String cited(String cite) {
        return String.join("、", java.util.Arrays.stream(cite.split("；")).map(c -> c.strip().replaceFirst("^([^《 ]+) (第.*)$", "《$1》$2")).toList());
    }

    private String statute() {
        if (a.branch() == null) {
            return "的规定应当给予处罚";
        }
        var parts = new ArrayList<String>();
        for (Sanction s : a.branch().sanctions()) {
            String range = a.parties().stream().filter(p -> s.equals(p.statute()) && p.law() != null && s.fine() != null
                    && s.fine().base().isPresent()).findFirst()
                    .map(p -> "，即" + String.valueOf(p.law() == null ? "" : p.law().text()) + "（" + base(s.fine()) + "）").orElse("");
            parts.add(s.text() + range);
        }
        String guards = a.branch().guards().isEmpty() ? "" : "（" + quantities(a.branch()) + "）";
        return "的规定" + guards + "，应当" + String.join("，", parts).replaceFirst("^可以", "可以");
    }

    private String quantities(Row row) {
        return String.join("，", row.guards().entrySet().stream()
                .map(g -> g.getKey() + with(g.getKey(), a.situation().quantities().get(g.getKey()))).toList());
    }

    private String base(@Nullable Amount fine) {
        String name = fine == null ? "" : fine.base().orElse("");
        String more = fine instanceof Amount.Times t && t.floor() > 0 && money(name) < t.floor() ? "，按" + Money.text(t.floor()) + "计算" : "";
        return (fine instanceof Amount.PerUnit ? "" : name) + with(name, a.situation().quantities().get(name))
                + (fine instanceof Amount.PerUnit ? name : "") + more;
    }

    private long money(String name) {
        Ratio q = a.situation().quantities().get(name);
        return q == null ? 0 : Money.fen(q);
    }

    private String with(String name, @Nullable Ratio value) {
        if (value == null) {
            return "";
        }
        String unit = a.table().unit(name);
        unit = unit.equals(name) ? "" : unit; // so many 平方米
        return unit.equals("元") ? Money.text(Money.fen(value)) : value + (unit.isEmpty() ? "" : unit);
    }

    private void benchmark() {
        String name = a.table().benchmark();
        String which = (name.isEmpty() ? "裁量权基准" : name.startsWith("《") ? name : "《" + name + "》") + (a.table().item().isEmpty() ? "" : "第"
                + a.table().item() + "项");
        if (a.row() != null) {
            String grade = a.row().grade().isEmpty() ? "" : "违法程度为【" + a.row().grade() + "】，";
            sentences.add("参照" + which + "，" + grade + "适用条件【" + a.row().described() + "】，裁量幅度【" + tiers() + "】");
        } else if (a.weighed() != null) {
            sentences.add("参照" + which + "，" + weights(a.weighed()));
        }
    }

    private String tiers() {
        if (a.sparingGrade()) {
            return String.join("；", java.util.Objects.requireNonNull(a.row()).sanctions().stream().map(Sanction::text).toList());
        }
        return String.join("；", a.parties().stream().map(p -> p.tier() == null ? "" : p.tier().text()
                + (p.benchmark() == null || p.tier().fine() == null || p.tier().fine().base().isEmpty() ? "" : "，即" + p.benchmark().text() + "（"
                        + base(p.tier().fine()) + "）")).toList());
    }

    private String weights(Assessment.Weighed w) {
        var parts = new ArrayList<String>();
        parts.add("裁量起点" + w.start().percent());
        w.answers().forEach(x -> parts.add(x.factor() + "为【" + x.option() + "】" + x.weight().percent()));
        Weights of = java.util.Objects.requireNonNull(a.table().weights());
        String base = of.base() == null ? Money.text(w.base()) : of.base() + Money.text(money(of.base())) + (money(of.base()) < w.base() ? "（按"
                + Money.text(w.base()) + "计算）" : "");
        String multiple = of.multiple().equals(Ratio.ONE) ? "" : "×" + (of.multiple().compareTo(Ratio.ONE) < 0 ? of.multiple().percent()
                : of.multiple() + "倍");
        return String.join("，", parts) + "，裁量百分值总和" + w.total().percent() + "，罚款金额=" + w.total().percent() + "×" + base + multiple + "="
                + Money.text(w.fine().min());
    }

    private void chosen() {
        if (!a.grounds().isEmpty() || a.made()) {
            sentences.add((a.grounds().isEmpty() ? "" : "鉴于当事人" + grounds() + "，") + (a.made() ? "决定【" + a.choice().title() + "】处罚" : "综合裁量"));
        }
    }

    private String grounds() {
        return String.join("，", a.grounds().stream().map(g -> "【" + g.title() + "】（" + cited(g.cite())
                + (g.effect() == Ground.Effect.NONE ? "" : g.must() ? "，应当" + g.effect().title() : "，可以" + g.effect().title()) + "）").toList());
    }

    private void fine(Assessment.Party p) {
        String whom = p.name().isEmpty() ? "" : "对" + p.name();
        if (p.result() != null) {
            String clamped = p.clamped() && p.benchmark() != null && p.law() != null ? "裁量结果" + p.benchmark().text() + "超出法定幅度，以法定幅度"
                    + p.law().text() + "为限，" : "";
            String rule = p.rule().isEmpty() ? "" : (a.choice() == Choice.MITIGATE ? "即" : a.choice().title() + "处罚为") + p.rule() + "，";
            sentences.add(whom + clamped + rule + "罚款幅度为" + p.result().text() + "，拟处罚款" + Money.text(p.fine()));
        }
        if (!p.measures().isEmpty()) {
            sentences.add(whom + String.join("，", p.measures()));
        }
    }

    private void departure() {
        if (a.departs()) {
            sentences.add("本案适用上述裁量权基准明显不当，" + (a.situation().reason().isEmpty() ? "理由：【须填写】" : "理由：" + a.situation().reason())
                    + (a.situation().deliberated() ? "，经集体讨论决定不适用" : "，须经集体讨论决定"));
        }
    }
}
