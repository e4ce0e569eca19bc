package org.mingfa.server.chart.plan;

import java.util.Map;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Relation;

/** A length of time in Chinese: 7日, 5个工作日, 决定的期限（最长30日）. */
public final class SpanWords {

    private SpanWords() {}

    /** By when: 7日内; a time of none is 当日. */
    public static String within(Relation.Span span, ActSpec act) {
        return span.field() == null && span.n() == 0 ? "当日" : of(span, act) + "内";
    }

    /** @param act the act whose form may name the time */
    public static String of(Relation.Span span, ActSpec act) {
        if (span.field() == null) {
            return span.n() + span.unit().title();
        }
        String field = act.form().get("properties") instanceof Map<?, ?> fields && fields.get(span.field()) instanceof Map<?, ?> f
                && f.get("title") instanceof String title ? title : "文书载明的期限";
        return "“" + field + "”" + (span.atMost() > 0 ? "（最长" + span.atMost() + span.unit().title() + "）" : "");
    }
}
