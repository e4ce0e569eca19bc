package org.mingfa.cli.discretion;

import java.io.PrintStream;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.discretion.Assessment;
import org.mingfa.core.discretion.Range;
import org.mingfa.core.discretion.Several;

/** Answers for people. */
final class AnswerText {
    private AnswerText() {}

    static void print(Assessment a, String indent, PrintStream out) {
        out.println(indent + "依据      " + a.table().cite() + (a.table().benchmark().isEmpty() ? "" : "；基准 " + a.table().benchmark()));
        if (a.row() != null) {
            out.println(indent + "档次      " + (a.row().grade().isEmpty() ? "" : a.row().grade() + "：") + a.row().described());
        }
        if (a.row() != null && !a.row().note().isEmpty()) {
            out.println(indent + "备注      " + a.row().note());
        }
        if (a.weighed() != null) {
            out.println(indent + "权重      " + a.weighed().total().percent() + "，" + sum(a.weighed().fine()));
        }
        if (a.spared()) {
            out.println(indent + "结果      不予处罚");
        }
        a.parties().forEach(p -> party(p, a, indent, out));
        a.flags().forEach(f -> out.println(indent + "注意      " + f));
        out.println(indent + "理由      " + a.explanation());
    }

    static void print(Several s, String indent, PrintStream out) {
        int number = 0;
        for (Assessment a : s.each()) {
            out.println(indent + "(" + (++number) + ") " + (a.situation().name().isEmpty() ? a.table().title() : a.situation().name())
                    + (a == s.applied() ? "  [适用]" : ""));
            print(a, indent + "    ", out);
        }
        out.println(indent + "合计      " + yuan(s.lowest()) + (s.highest() == null ? " 元以上" : " - " + yuan(s.highest()) + " 元") + "，建议 "
                + yuan(s.proposed()) + " 元");
        out.println(indent + "理由      " + s.explanation());
    }

    private static void party(Assessment.Party p, Assessment a, String indent, PrintStream out) {
        String whom = p.name().isEmpty() ? "" : "（" + p.name() + "）";
        line("法定幅度" + whom, p.law(), indent, out);
        line("裁量幅度" + whom, p.benchmark(), indent, out);
        if (p.result() != null) {
            out.println(indent + "结果" + whom + "  " + (a.made() ? a.choice().title() + "：" : "") + sum(p.result()) + (p.clamped() ? "（以法定幅度为限）" : "")
                    + "，建议 " + yuan(p.proposed()) + " 元" + (p.decided() == null ? "" : "，拟处 " + yuan(p.decided()) + " 元"));
        }
        var measures = new ArrayList<>(p.measures());
        if (!measures.isEmpty()) {
            out.println(indent + "其他" + whom + "  " + String.join("，", measures));
        }
    }

    private static void line(String title, @Nullable Range range, String indent, PrintStream out) {
        if (range != null) {
            out.println(indent + title + "  " + sum(range));
        }
    }

    /** 50,000.00 - 100,000.00 元 (5万元以上10万元以下). */
    private static String sum(Range r) {
        String figures = r.exact() ? yuan(r.min()) : (r.minOpen() ? "> " : "") + yuan(r.min())
                + (r.max() == null ? " 以上" : " - " + (r.maxOpen() ? "< " : "") + yuan(r.max()));
        return figures + " 元（" + r.text() + "）";
    }

    /** With groups of thousands; 分 only where there are some. */
    private static String yuan(long fen) {
        String whole = String.format(java.util.Locale.ROOT, "%,d", fen / 100);
        return fen % 100 == 0 ? whole : whole + String.format(java.util.Locale.ROOT, ".%02d", fen % 100);
    }
}
