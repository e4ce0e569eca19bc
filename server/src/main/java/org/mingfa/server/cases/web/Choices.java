package org.mingfa.server.cases.web;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.cases.CaseFilter;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.record.CaseKey;

/** Reads the texts of a request's address. */
final class Choices {

    private Choices() {}

    static CaseKey key(String id) {
        return CaseKey.parse(id).orElseThrow(() -> Refused.notFound("没有这个案件，或者不在您的管辖范围之内"));
    }

    /** Sorting by due date shows running cases only: ended ones have none. */
    static CaseFilter filter(
            @Nullable String q, @Nullable String stage, @Nullable String procedure, String state, boolean mine,
            boolean overdue, @Nullable LocalDate from, @Nullable LocalDate to, String sort) {
        if (q != null && q.length() > 50) {
            throw Refused.bad("检索词不得超过 50 个字");
        }
        CaseFilter.Sort by = choice(CaseFilter.Sort.class, sort, "sort");
        CaseFilter.State which = by == CaseFilter.Sort.DUE ? CaseFilter.State.OPEN : choice(CaseFilter.State.class, state, "state");
        return new CaseFilter(q, blankless(stage), blankless(procedure), which, mine, overdue, from, to, by);
    }

    private static @Nullable String blankless(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String text, String name) {
        for (E e : type.getEnumConstants()) {
            if (e.name().toLowerCase(Locale.ROOT).equals(text)) {
                return e;
            }
        }
        throw Refused.bad("参数 " + name + " 不能是 " + text);
    }
}
