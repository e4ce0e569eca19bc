package org.mingfa.server.jurist.words;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Procedure;

/** Conditions in Chinese, read from their CEL. Where a part has no words the reader is shown the condition itself. */
final class ConditionWords {

    private final Procedure procedure;

    ConditionWords(Procedure procedure) {
        this.procedure = procedure;
    }

    /** @param it the act that {@code it} stands for, or null */
    Optional<String> of(String text, ActSpec act, @Nullable ActSpec it) {
        try {
            return Optional.of(new Clauses(new Names(procedure, act, it)).of(Cel.read(text)));
        } catch (Wordless none) {
            return Optional.empty();
        }
    }

    /** The date that a clock counts from. */
    Optional<String> date(String text, ActSpec act) {
        try {
            Noun date = new Nouns(new Names(procedure, act, null)).of(Cel.read(text));
            return Optional.of(date.text().startsWith("自") || date.text().startsWith("「") ? date.text() : "“" + date.text() + "”");
        } catch (Wordless none) {
            return Optional.empty();
        }
    }
}
