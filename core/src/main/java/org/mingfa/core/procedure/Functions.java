package org.mingfa.core.procedure;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.parser.CelMacro;
import dev.cel.runtime.CelFunctionBinding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingfa.core.calendar.Counting;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.calendar.Period;
import org.mingfa.core.calendar.Unit;

/** The functions of conditions that count days, read the calendar or the case's clocks. */
final class Functions {

    private Functions() {}

    private interface Body {
        Object apply(Scope scope, Object[] args);
    }

    private static final CelType DATE = SimpleType.TIMESTAMP;

    static void declare(CelCompilerBuilder compiler, List<CelFunctionBinding> bindings) {
        Declarer d = new Declarer(compiler, bindings);
        d.add("date", DATE, (s, a) -> FormTypes.instant(LocalDate.parse((String) a[0])), SimpleType.STRING);
        d.add("add", DATE, (s, a) -> instant(Counting.add(day(a[0]), period(a[1]), s.marking.calendar)), DATE, SimpleType.STRING);
        d.add("sub", DATE, (s, a) -> instant(Counting.sub(day(a[0]), period(a[1]), s.marking.calendar)), DATE, SimpleType.STRING);
        d.add("last", DATE, (s, a) -> instant(Counting.end(day(a[0]), period(a[1]), false, s.marking.calendar)), DATE, SimpleType.STRING);
        d.add("clearDays", SimpleType.INT,
                (s, a) -> (long) Counting.clearDays(day(a[0]), day(a[1]), Unit.parse((String) a[2]), s.marking.calendar),
                DATE, DATE, SimpleType.STRING);
        d.add("days", SimpleType.INT, (s, a) -> Counting.days(day(a[0]), day(a[1])), DATE, DATE);
        d.add("isWorkday", SimpleType.BOOL, (s, a) -> s.marking.calendar.isWorkday(day(a[0])), DATE);
        d.add("isStatutoryHoliday", SimpleType.BOOL, (s, a) -> s.marking.calendar.isStatutoryHoliday(day(a[0])), DATE);
        d.add("ratio", SimpleType.INT, (s, a) -> ratio((Long) a[0], (String) a[1]), SimpleType.INT, SimpleType.STRING);
        d.add("sum", SimpleType.INT, (s, a) -> ((List<?>) a[0]).stream().mapToLong(v -> (Long) v).reduce(0, Math::addExact), ListType.create(SimpleType.INT));
        d.add("due", DATE, (s, a) -> due(s, (String) a[0]), SimpleType.STRING);
        d.add("pausedDays", SimpleType.INT, (s, a) -> pausedDays(s, (String) a[0], day(a[1]), day(a[2])), SimpleType.STRING, DATE, DATE);
        d.add("named", SimpleType.STRING, (s, a) -> named((List<?>) a[0]), ListType.create(SimpleType.DYN));
        compiler.addMacros(d.macros);
    }

    /** Rows of lists by list, version and row: 《音像记录事项清单》第2版 3、5. */
    private static String named(List<?> rows) {
        Map<String, List<String>> byList = new LinkedHashMap<>();
        rows.forEach(r -> {
            Map<?, ?> row = (Map<?, ?>) r;
            byList.computeIfAbsent("《" + row.get("list") + "》第" + row.get("version") + "版", k -> new ArrayList<>()).add(String.valueOf(row.get("row")));
        });
        return String.join("；", byList.entrySet().stream().map(e -> e.getKey() + " " + String.join("、", e.getValue())).toList());
    }

    private static LocalDate day(Object timestamp) {
        return FormTypes.date((Instant) timestamp);
    }

    private static Instant instant(LocalDate day) {
        return FormTypes.instant(day);
    }

    private static Period period(Object text) {
        return Period.parse((String) text);
    }

    private static long ratio(long amount, String ratio) {
        return new BigDecimal(ratio).multiply(BigDecimal.valueOf(amount)).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /** The last day of the latest term with this relation id, of the bound object if there is one. */
    private static Object due(Scope s, String rule) {
        for (Term t : s.marking.terms.reversed()) {
            if (t.effect.clause().id().equals(rule) && t.dropped == null && Bindings.agree(t.on, s.on())) {
                Moment end = Clocks.end(s.marking, t);
                if (end != null) {
                    return instant(end.date());
                }
            }
        }
        throw new Undecided("期限 " + rule);
    }

    /** Days of (from, to] that a pause of this name covers, of the case or of the bound object. */
    private static long pausedDays(Scope s, String pause, LocalDate from, LocalDate to) {
        return from.plusDays(1)
                .datesUntil(to.isBefore(from) ? from.plusDays(1) : to.plusDays(1))
                .filter(d -> s.marking.pauses.stream().anyMatch(p -> p.name().equals(pause)
                        && Bindings.agree(p.on(), s.on())
                        && !s.marking.undone.contains(p.begin())
                        && !d.isBefore(p.from())
                        && (p.until() == null || d.isBefore(p.until()))))
                .count();
    }

    /** Declares a function whose hidden first argument is the scope, and the macro that puts it there. */
    private static final class Declarer {
        private final CelCompilerBuilder compiler;
        private final List<CelFunctionBinding> bindings;
        private final List<CelMacro> macros = new ArrayList<>();

        Declarer(CelCompilerBuilder compiler, List<CelFunctionBinding> bindings) {
            this.compiler = compiler;
            this.bindings = bindings;
        }

        void add(String name, CelType result, Body body, CelType... args) {
            String hidden = name + "__";
            List<CelType> types = new ArrayList<>(List.of(SimpleType.DYN));
            types.addAll(List.of(args));
            compiler.addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                    hidden, CelOverloadDecl.newGlobalOverload(hidden, result, types)));
            List<Class<?>> classes = types.stream().<Class<?>>map(Declarer::classOf).toList();
            bindings.add(CelFunctionBinding.from(hidden, classes, a -> body.apply((Scope) a[0], java.util.Arrays.copyOfRange(a, 1, a.length))));
            macros.add(CelMacro.newGlobalMacro(name, args.length, (factory, target, given) -> {
                List<CelExpr> call = new ArrayList<>();
                call.add(factory.newIdentifier(Dialect.SCOPE));
                call.addAll(given);
                return Optional.of(factory.newGlobalCall(hidden, ImmutableList.copyOf(call)));
            }));
        }

        private static Class<?> classOf(CelType type) {
            if (type.equals(SimpleType.TIMESTAMP)) {
                return Instant.class;
            }
            if (type.equals(SimpleType.INT)) {
                return Long.class;
            }
            return type.equals(SimpleType.STRING) ? String.class : Object.class;
        }
    }
}
