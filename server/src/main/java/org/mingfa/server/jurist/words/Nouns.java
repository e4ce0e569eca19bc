package org.mingfa.server.jurist.words;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.Map;
import java.util.Objects;
import org.mingfa.core.calendar.Period;
import org.mingfa.core.procedure.Relation;

/** Says what a part of a condition names: a field, an amount, a day counted from another. */
final class Nouns {

    private static final Map<String, String> UNITS = Map.of("wd", "工作日", "nd", "日", "m", "月", "y", "年", "h", "小时");

    private final Names names;

    Nouns(Names names) {
        this.names = names;
    }

    /** @throws Wordless where a part has no words */
    Noun of(CelExpr e) {
        return switch (e.getKind()) {
            case CONSTANT -> constant(e);
            case IDENT -> names.alone(e.ident().name());
            case SELECT -> selected(e);
            case CALL -> called(e);
            default -> throw new Wordless(e.getKind().toString());
        };
    }

    private static Noun constant(CelExpr e) {
        return switch (e.constant().getKind()) {
            case INT64_VALUE -> Noun.plain(Numerals.of(Math.toIntExact(e.constant().int64Value())));
            case STRING_VALUE -> Noun.plain("“" + e.constant().stringValue() + "”");
            case BOOLEAN_VALUE -> Noun.plain(e.constant().booleanValue() ? "是" : "否");
            default -> throw new Wordless("constant");
        };
    }

    private Noun selected(CelExpr e) {
        CelExpr of = e.select().operand();
        String field = e.select().field();
        if (Cel.is(of, Kind.IDENT)) {
            return of.ident().name().equals("registry") && field.equals("officers") ? Names.officers() : names.field(of.ident().name(), field);
        }
        if (Cel.is(of, Kind.SELECT) && Cel.is(of.select().operand(), Kind.IDENT) && Cel.name(of.select().operand()).equals("registry")) {
            return names.register(of.select().field(), field);
        }
        if (Cel.calls(of, "latest")) {
            String code = Cel.text(Cel.arg(of, 0));
            String title = "「" + names.act(code).title() + "」";
            Noun noun = Names.form(names.act(code), field, title + "之日");
            return noun.text().startsWith(title) ? noun : noun.said(title + "的" + noun.text());
        }
        return Names.within(of(of), field);
    }

    private Noun called(CelExpr e) {
        return switch (e.call().function()) {
            case "all" -> happenings(e);
            case "filter" -> filtered(e);
            case "map" -> mapped(e);
            case "size" -> Noun.plain(of(e.call().target().orElseGet(() -> Cel.arg(e, 0))).text() + "的数目");
            case "sum" -> of(Cel.arg(e, 0)).said(of(Cel.arg(e, 0)).text() + "之和");
            case "add" -> Noun.date(of(Cel.arg(e, 0)).text() + "之后" + span(Cel.arg(e, 1)));
            case "sub" -> Noun.date(of(Cel.arg(e, 0)).text() + "之前" + span(Cel.arg(e, 1)));
            case "last" -> Noun.date("自" + of(Cel.arg(e, 0)).text() + "起" + span(Cel.arg(e, 1)) + "的届满日");
            case "days" -> Noun.plain(of(Cel.arg(e, 0)).text() + "至" + of(Cel.arg(e, 1)).text() + "的日数");
            case "clearDays" -> Noun.plain(of(Cel.arg(e, 0)).text() + "与" + of(Cel.arg(e, 1)).text() + "之间所隔的" + unit(Cel.text(Cel.arg(e, 2))) + "数");
            case "due" -> due(Cel.arg(e, 0));
            case "date", "string" -> of(Cel.arg(e, 0));
            case "_?_:_" -> choice(e);
            case "_+_" -> sum(e);
            case "_-_" -> Noun.of(of(Cel.arg(e, 0)).text() + "减去" + of(Cel.arg(e, 1)).text(), of(Cel.arg(e, 0)).schema());
            default -> throw new Wordless(e.call().function());
        };
    }

    private Noun happenings(CelExpr e) {
        var act = names.act(Cel.text(Cel.arg(e, 0)));
        return new Noun("「" + act.title() + "」", Map.of("items", act.form()), null, "次");
    }

    private Noun filtered(CelExpr e) {
        Noun list = of(Cel.target(e));
        return list.said(list.text() + "中" + new Clauses(each(e, list)).of(Cel.arg(e, 1)) + "的");
    }

    private Noun mapped(CelExpr e) {
        Noun list = of(Cel.target(e));
        Noun value = new Nouns(each(e, list)).of(Cel.arg(e, 1));
        return value.said("各" + list.unit() + "的" + value.text());
    }

    /** The names within what is said of each of a list: its variable is the first argument. */
    Names each(CelExpr e, Noun list) {
        return names.with(Cel.name(Cel.arg(e, 0)), new Noun("", list.items(), list.kind(), list.unit()));
    }

    /** A sum; a year and a day of the year make a date. */
    private Noun sum(CelExpr e) {
        var parts = Cel.parts(e, "_+_").stream().filter(p -> !Cel.is(p, Kind.CONSTANT)).map(this::of).toList();
        boolean date = parts.stream().anyMatch(p -> "date-of-year".equals(p.schema().get("format")));
        return date ? Noun.date(String.join("的", parts.stream().map(Noun::text).toList()))
                : Noun.plain(String.join("与", parts.stream().map(Noun::text).toList()) + "之和");
    }

    private Noun choice(CelExpr e) {
        Noun yes = of(Cel.arg(e, 1));
        return yes.said("（" + new Clauses(names).of(Cel.arg(e, 0)) + "的为" + yes.text() + "，其他的为" + of(Cel.arg(e, 2)).text() + "）");
    }

    private Noun due(CelExpr id) {
        if (Cel.calls(id, "_?_:_")) {
            return Noun.date("（" + new Clauses(names).of(Cel.arg(id, 0)) + "的为" + due(Cel.arg(id, 1)).text() + "，其他的为" + due(Cel.arg(id, 2)).text() + "）");
        }
        String duty = Cel.text(id);
        return names.procedure().relations().stream().filter(r -> r.kind() == Relation.Kind.OBLIGES && r.clause().id().equals(duty)).findFirst()
                .map(r -> Noun.date("「" + r.other().title() + "」的届满日")).orElseThrow(() -> new Wordless(duty));
    }

    /** A length of time: a parameter, {@code '5 wd'}, or a number of a form and its unit. */
    private String span(CelExpr e) {
        if (Cel.is(e, Kind.CONSTANT)) {
            Period period = Period.parse(Cel.text(e));
            return Numerals.span(period.n(), period.unit());
        }
        if (Cel.calls(e, "_+_") && Cel.is(Cel.arg(e, 1), Kind.CONSTANT)) {
            return "“" + of(Cel.arg(e, 0)).text() + "”所定的" + unit(Cel.text(Cel.arg(e, 1)).strip()) + "数";
        }
        return of(e).text();
    }

    private static String unit(String unit) {
        return Objects.requireNonNullElse(UNITS.get(unit), "日");
    }
}
