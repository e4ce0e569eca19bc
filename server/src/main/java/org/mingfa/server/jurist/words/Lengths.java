package org.mingfa.server.jurist.words;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Relation.Span;

/** Lengths of time in sentences: 七个工作日, 「整改期限」载明的期限（最长三十日）. */
final class Lengths {

    private Lengths() {}

    /** @param source the act whose form may name the time */
    static String of(Span span, ActSpec source) {
        if (span.field() == null) {
            return Numerals.span(span.n(), span.unit());
        }
        return "「" + field(source, span.field()) + "」所定期限" + most(span);
    }

    static String most(Span span) {
        return span.atMost() > 0 ? "（最长" + Numerals.span(span.atMost(), span.unit()) + "）" : "";
    }

    /** By when: 于七个工作日内; 及时 where the law names no time. */
    static String by(@Nullable Span span, ActSpec source) {
        if (span == null) {
            return "及时";
        }
        return "于" + of(span, source) + "内";
    }

    static String field(ActSpec act, String name) {
        return act.form().get("properties") instanceof Map<?, ?> fields && fields.get(name) instanceof Map<?, ?> f
                && f.get("title") instanceof String title ? title.replaceAll("（.*?）", "") : "文书";
    }
}
