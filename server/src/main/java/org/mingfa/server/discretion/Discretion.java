package org.mingfa.server.discretion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.discretion.Asked;
import org.mingfa.core.discretion.AssessmentJson;
import org.mingfa.core.discretion.Benchmarks;
import org.mingfa.core.discretion.Calculator;
import org.mingfa.core.discretion.Fault;
import org.mingfa.core.discretion.LighterLaw;
import org.mingfa.core.discretion.Several;
import org.mingfa.core.discretion.Table;
import org.mingfa.core.discretion.Unanswered;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.catalogue.evaluation.Conclusions;
import org.mingfa.server.operation.Refused;
import org.springframework.stereotype.Component;

/** Looks tables up and assesses situations by them. */
@Component
public class Discretion {

    private final BenchmarkTables tables;
    private final KeptAssessments kept;
    private final Conclusions conclusions;
    private final Transactions transactions;

    Discretion(BenchmarkTables tables, KeptAssessments kept, Conclusions conclusions, Transactions transactions) {
        this.conclusions = conclusions;
        this.transactions = transactions;
        this.tables = tables;
        this.kept = kept;
    }

    /** @param next where the next page begins; null where there is none */
    public record Page(List<TableView.Head> items, @Nullable String next) {}

    /** Which tables are sought: all words of {@code q} in conduct, citation or benchmark; those in force on a day. */
    public record Filter(@Nullable String q, @Nullable String field, LocalDate on) {}

    public Page find(Filter filter, @Nullable String after, int limit) {
        List<Table> found = matching(filter).filter(t -> after == null || key(t).compareTo(after) > 0).limit(limit + 1L).toList();
        List<Table> page = found.size() > limit ? found.subList(0, limit) : found;
        return new Page(page.stream().map(TableView.Head::of).toList(), found.size() > limit ? key(page.getLast()) : null);
    }

    private Stream<Table> matching(Filter f) {
        List<String> words = f.q() == null ? List.of() : List.of(f.q().strip().split("\\s+"));
        return tables.now().tables().stream()
                .filter(t -> t.inForce(f.on()) && (f.field() == null || t.field().equals(f.field())))
                .filter(t -> words.stream().allMatch(w -> (t.title() + "\n" + t.cite() + "\n" + t.benchmark() + "\n" + t.code()).contains(w)))
                .sorted(Comparator.comparing(Discretion::key));
    }

    private static String key(Table t) {
        return t.field() + "|" + t.code();
    }

    /** The fields (执法领域) that have tables on the day. */
    public List<String> fields(LocalDate on) {
        return tables.now().tables().stream().filter(t -> t.inForce(on)).map(Table::field).filter(f -> !f.isEmpty()).distinct().sorted().toList();
    }

    /** @param decided the day of the decision; null: the law of the day of the act alone */
    public TableView table(String code, LocalDate on, @Nullable LocalDate decided) {
        Benchmarks all = tables.now();
        return all.table(code, on).map(t -> TableView.of(t, decided == null || t.inForce(decided) ? null : all.successor(t, decided).orElse(null),
                transactions.read(() -> conclusions.lastOf(SetEvaluations.NAME, code)))).orElseThrow(
                () -> Refused.notFound(all.knows(code) ? "这张基准表在 " + on + " 不施行" : "没有这张基准表"));
    }

    /** Grounds (法定情节) and families (从轻从重的数值规则), for the form. */
    public Map<String, Object> grounds() {
        Benchmarks all = tables.now();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("grounds", all.grounds().stream().map(g -> Map.of("code", g.code(), "title", g.title(), "effect", g.effect().title(), "must", g.must(), "cite", g.cite())).toList());
        out.put("families", all.families().stream().map(f -> Map.of("code", f.code(), "title", f.title(), "cite", f.cite())).toList());
        return out;
    }

    /**
     * Assesses one situation, or several of one party, in the form of docs/discretion.md; with {@code kept}, what a case keeps of it.
     *
     * @throws org.mingfa.server.operation.Problem 422 naming each field that is missing or does not fit
     */
    public Map<String, @Nullable Object> assess(Map<String, Object> json) {
        Benchmarks all = tables.now();
        try {
            return switch (Asked.read(List.of(json)).getFirst()) {
                case Asked.Broken b -> throw Refused.invalid(pointer(b.field()), b.reason());
                case Asked.One one when one.decided() != null -> with(AssessmentJson.of(LighterLaw.of(all, one.situation(), one.decided())), json);
                case Asked.One one -> with(AssessmentJson.of(new Calculator(all).assess(one.situation())), json);
                case Asked.Many many -> several(new Calculator(all), many);
            };
        } catch (Unanswered e) {
            throw Refused.invalid(pointer(e.field()), e.reason());
        } catch (Fault e) {
            throw Refused.invalid("", String.valueOf(e.getMessage()));
        }
    }

    private Map<String, @Nullable Object> with(Map<String, @Nullable Object> answer, Map<String, Object> situation) {
        kept.of(situation).ifPresent(k -> answer.put("kept", k));
        return answer;
    }

    private static String pointer(String field) {
        return field.isEmpty() ? "" : "/" + field.replace('.', '/');
    }

    private static Map<String, @Nullable Object> several(Calculator calculator, Asked.Many many) {
        List<org.mingfa.core.discretion.Assessment> each = new ArrayList<>();
        many.of().forEach(s -> each.add(calculator.assess(s)));
        return AssessmentJson.of(many.norms() ? Several.norms(each) : Several.acts(each));
    }
}
