package org.mingfa.server.registry.exam;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * An exam (考试批次).
 *
 * @param field 执法领域 of its field questions, "" where it has none
 * @param opensAt first moment in which a paper may be begun, local time
 * @param closesAt last moment: every paper is handed in by then
 * @param minutes for one paper
 * @param passCite where the pass mark comes from
 * @param resitOf the exam whose failed and absent candidates this one is for
 * @param seedDigest commitment to the seed of the draw
 * @param state planned, open, closed or cancelled, as on the server's clock
 */
@NamedInterface("exams")
public record ExamSession(
        long id, int region, String title, String field, LocalDateTime opensAt, LocalDateTime closesAt, int minutes, BigDecimal passMark, String passCite,
        @Nullable Long resitOf, String seedDigest, String poolDigest, @Nullable String cancelled, String state, List<Part> parts) {

    /** So many questions of one kind and category, each worth so many points. */
    @NamedInterface("exams")
    public record Part(int ordinal, String kind, String category, int questions, BigDecimal points) {}

    /** One to announce. */
    @NamedInterface("exams")
    public record New(
            String title, String field, LocalDateTime opensAt, LocalDateTime closesAt, int minutes, @Nullable BigDecimal passMark, @Nullable Long resitOf,
            List<Part> parts) {}

    public BigDecimal total() {
        return total(parts);
    }

    public static BigDecimal total(List<Part> parts) {
        return parts.stream().map(p -> p.points.multiply(BigDecimal.valueOf(p.questions))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public boolean over() {
        return state.equals("closed") || state.equals("cancelled");
    }
}
