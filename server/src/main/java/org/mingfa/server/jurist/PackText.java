package org.mingfa.server.jurist;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Parameter;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.core.procedure.Transition;
import org.mingfa.server.jurist.words.ActSentences;
import org.mingfa.server.jurist.words.Sentence;
import org.mingfa.server.jurist.words.Values;

/**
 * A law pack as a document: what it is made of, its parameters, and every act by stage in plain sentences.
 *
 * @param from the day the procedure came into force
 * @param to its last day in force, or null
 * @param layers the general part and the layers that take part, from 国家 down
 */
public record PackText(
        String code, String title, String version, LocalDate from, @Nullable LocalDate to, String cite, List<Layer> layers,
        List<Value> parameters, List<Part> stages) {

    /** Acts that shared files bring to a procedure without a stage of it. */
    private static final String OTHER = "其他";

    /** @param pending where cases that were pending when this version came into force go over to it; null: they keep theirs */
    public record Layer(String title, String version, @Nullable Pending pending) {}

    /** What a version says of pending cases (在办案件的过渡), in a sentence. */
    public record Pending(String text, String cite) {
        static @Nullable Pending of(@Nullable Transition t) {
            return t == null ? null : new Pending("自 " + t.from() + " 起，此前立案、尚未办结的案件也改用「" + t.title() + "」" + t.version() + " 版，自其后的第一次办理起；此前已经产生的期限不变。", t.cite());
        }
    }

    /**
     * A parameter (参数).
     *
     * @param value in Chinese: 九十日, 5万元, 是
     * @param layer title of the layer that set it
     * @param verified false: its source was not checked (未核对原文); the note says why
     */
    public record Value(String name, String title, String value, String cite, String layer, boolean verified, String note) {}

    /** A stage (环节) with its acts. */
    public record Part(String title, List<ActText> acts) {}

    /** @param fact done by the party or another body, and never refused */
    public record ActText(String code, String title, boolean fact, String cite, List<Sentence> sentences) {}

    public static PackText of(Procedure p) {
        ActSentences say = new ActSentences(p);
        return new PackText(p.code(), p.title(), p.version(), p.from(), p.to(), p.cite(),
                layers(p),
                p.parameters().stream().map(PackText::value).toList(),
                Stream.concat(p.stages().stream().map(s -> part(say, s, p, a -> a.stage().equals(s))), Stream.of(part(say, OTHER, p, a -> !p.stages().contains(a.stage()))))
                        .filter(s -> !s.acts().isEmpty()).toList());
    }

    private static Part part(ActSentences say, String title, Procedure p, Predicate<ActSpec> which) {
        return new Part(title, p.acts().stream().filter(which).map(a -> act(say, a)).toList());
    }

    /** The general part and the layers that take part. */
    public static List<Layer> layers(Procedure p) {
        return p.sources().stream().map(s -> new Layer(s.title(), s.version(), Pending.of(s.transition()))).toList();
    }

    private static ActText act(ActSentences say, ActSpec a) {
        return new ActText(a.code(), a.title(), a.kind() == ActSpec.Kind.FACT, a.cite(), say.of(a));
    }

    private static Value value(Parameter p) {
        return new Value(p.name(), Values.title(p), Values.words(p), p.cite(), p.layer(), p.verified(), p.note());
    }
}
