package org.mingfa.server.jurist.words;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says a condition: what must hold, or must not, of what {@link Nouns} names. */
final class Clauses {

    private static final String AND = "_&&_";
    private static final String OR = "_||_";
    private static final Map<String, String> NOT = Map.of("_<_", "_>=_", "_<=_", "_>_", "_>_", "_<=_", "_>=_", "_<_", "_==_", "_!=_", "_!=_", "_==_");
    private static final Map<String, String> DATES = Map.of("_<_", "早于", "_<=_", "不晚于", "_>_", "晚于", "_>=_", "不早于");
    private static final Map<String, String> NUMBERS = Map.of("_<_", "低于", "_<=_", "不超过", "_>_", "超过", "_>=_", "不低于");
    private static final Map<String, String> COUNTS = Map.of("_<_", "少于", "_<=_", "不超过", "_>_", "多于", "_>=_", "不少于", "_==_", "为", "_!=_", "不为");

    private final Names names;
    private final Nouns nouns;

    Clauses(Names names) {
        this.names = names;
        nouns = new Nouns(names);
    }

    /** @throws Wordless where a part has no words */
    String of(CelExpr e) {
        return say(e, true);
    }

    private String say(CelExpr e, boolean yes) {
        return switch (e.getKind()) {
            case SELECT -> holds(nouns.of(e), yes);
            case IDENT -> holds(nouns.of(e), yes);
            case CONSTANT -> e.constant().booleanValue() == yes ? "在任何情形下" : "在任何情形下都不";
            case CALL -> call(e, yes);
            default -> throw new Wordless(e.getKind().toString());
        };
    }

    private String call(CelExpr e, boolean yes) {
        return switch (e.call().function()) {
            case "!_" -> say(Cel.arg(e, 0), !yes);
            case AND, OR -> joined(e, yes);
            case "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_" -> compared(e, yes ? e.call().function() : NOT.get(e.call().function()));
            case "@in", "_in_" -> among(e, yes);
            case "has" -> (yes ? "载明“" : "未载明“") + nouns.of(Cel.arg(e, 0)).text() + "”";
            case "happened" -> (yes ? "已经「" : "尚未「") + names.act(Cel.text(Cel.arg(e, 0))).title() + "」";
            case "exists" -> exists(e, yes);
            case "all" -> all(e, yes);
            case "_?_:_" -> "（" + RelationSentences.that(say(Cel.arg(e, 0), true)) + "，" + say(Cel.arg(e, 1), yes) + "；其他的，" + say(Cel.arg(e, 2), yes) + "）";
            case "isWorkday" -> nouns.of(Cel.arg(e, 0)).text() + (yes ? "是工作日" : "不是工作日");
            case "isStatutoryHoliday" -> nouns.of(Cel.arg(e, 0)).text() + (yes ? "是法定节假日" : "不是法定节假日");
            case "contains" -> nouns.of(Cel.target(e)).text() + (yes ? "含“" : "不含“") + Cel.text(Cel.arg(e, 0)) + "”";
            case "matches" -> matches(e, yes);
            default -> throw new Wordless(e.call().function());
        };
    }

    /** A field or figure that is yes or no. */
    private static String holds(Noun n, boolean yes) {
        return yes && !n.text().startsWith("属于") ? "属于“" + n.text() + "”" : "“" + n.text() + "”为“" + (yes ? "是" : "否") + "”";
    }

    private String joined(CelExpr e, boolean yes) {
        String operator = e.call().function();
        List<CelExpr> all = Cel.parts(e, operator);
        List<CelExpr> parts = all.stream().filter(p -> operator.equals(AND) ? !guards(p, all) : !absent(p, all)).toList();
        boolean and = operator.equals(AND) == yes;
        return parts.stream().map(p -> part(p, yes, and && parts.size() > 1)).distinct().collect(Collectors.joining(and ? "，且" : "，或者"));
    }

    /** 或者 within 且 is set apart. */
    private String part(CelExpr p, boolean yes, boolean and) {
        String said = say(p, yes);
        return and && said.contains("，或者") && !said.startsWith("（") ? "（" + said + "）" : said;
    }

    /** {@code has(act.x)} or {@code happened('a')} that only lets the next part be asked says nothing of its own. */
    private static boolean guards(CelExpr part, List<CelExpr> all) {
        boolean has = Cel.calls(part, "has");
        if (!has && !Cel.calls(part, "happened")) {
            return false;
        }
        String asked = has ? Cel.key(Cel.arg(part, 0)) : "latest" + Cel.key(part).substring("happened".length());
        return all.stream().filter(p -> p != part).flatMap(Cel::within).anyMatch(x -> Cel.key(x).equals(asked));
    }

    /** {@code !has(act.x) || !act.x}: a field left empty means no. */
    private static boolean absent(CelExpr part, List<CelExpr> all) {
        return Cel.calls(part, "!_") && Cel.calls(Cel.arg(part, 0), "has")
                && all.stream().anyMatch(p -> Cel.calls(p, "!_") && Cel.key(Cel.arg(p, 0)).equals(Cel.key(Cel.arg(Cel.arg(part, 0), 0))));
    }

    private String compared(CelExpr e, String operator) {
        CelExpr left = Cel.arg(e, 0);
        CelExpr right = Cel.arg(e, 1);
        if (Cel.calls(left, "size") && Cel.is(right, Kind.CONSTANT)) {
            Noun list = nouns.of(left.call().target().orElseGet(() -> Cel.arg(left, 0)));
            return operator.equals("_>_") && Cel.constant(right).equals("0") ? "有" + list.text()
                    : list.text() + COUNTS.get(operator) + Numerals.of(Integer.parseInt(Cel.constant(right))) + list.unit();
        }
        if (Cel.calls(left, "_%_")) {
            return remainder(left, right, operator);
        }
        if (!NUMBERS.containsKey(operator) && (judges(left) || judges(right))) {
            return "“" + of(left) + "”与“" + of(right) + "”" + (operator.equals("_==_") ? "同时成立，或者同时不成立" : "只有一项成立");
        }
        Noun of = nouns.of(left);
        if (!NUMBERS.containsKey(operator)) {
            return equal(of, right, operator.equals("_==_"));
        }
        if (Cel.is(right, Kind.CONSTANT) && Cel.constant(right).equals("0") && operator.equals("_>_")) {
            return of.text() + "大于零";
        }
        Noun than = nouns.of(right);
        return of.text() + (of.isDate() || than.isDate() ? DATES : NUMBERS).get(operator) + amount(of, right, than);
    }

    /** {@code n % 2 == 1}: an odd number. */
    private String remainder(CelExpr left, CelExpr right, String operator) {
        if (!Cel.constant(Cel.arg(left, 1)).equals("2") || !operator.equals("_==_")) {
            throw new Wordless("%");
        }
        return nouns.of(Cel.arg(left, 0)).text() + (Cel.constant(right).equals("1") ? "为单数" : "为双数");
    }

    /** Whether it is itself a condition, not a value. */
    private static boolean judges(CelExpr e) {
        return Cel.is(e, Kind.CALL) && (NOT.containsKey(e.call().function())
                || List.of(AND, OR, "!_", "has", "happened", "exists", "@in", "_in_").contains(e.call().function()));
    }

    private static String amount(Noun of, CelExpr right, Noun than) {
        return of.isMoney() && Cel.is(right, Kind.CONSTANT) ? Numerals.money(right.constant().int64Value()) : than.text();
    }

    private String equal(Noun of, CelExpr right, boolean yes) {
        if (!Cel.is(right, Kind.CONSTANT)) {
            return of.text() + "与" + nouns.of(right).text() + (yes ? "相同" : "不同");
        }
        String value = Cel.constant(right);
        if (value.isEmpty()) {
            return of.text().isEmpty() ? yes ? "为空" : "不为空" : (yes ? "未填写“" : "已填写“") + of.text() + "”";
        }
        String said = switch (right.constant().getKind()) {
            case STRING_VALUE -> of.value(value).orElseThrow(() -> new Wordless(of.text() + " " + value));
            case INT64_VALUE -> of.isMoney() ? Numerals.money(right.constant().int64Value()) : nouns.of(right).text();
            default -> nouns.of(right).text();
        };
        return of.text() + (yes ? "为“" : "不为“") + said + "”";
    }

    private String among(CelExpr e, boolean yes) {
        CelExpr one = Cel.arg(e, 0);
        CelExpr list = Cel.arg(e, 1);
        if (Cel.is(list, Kind.LIST)) {
            Noun of = nouns.of(one);
            return of.text() + (yes ? "为" : "不为") + list.list().elements().stream()
                    .map(v -> "“" + of.value(Cel.text(v)).orElseThrow(() -> new Wordless(of.text())) + "”").collect(Collectors.joining("或者"));
        }
        Noun in = nouns.of(list);
        if (Cel.is(one, Kind.CONSTANT)) {
            return in.text() + (yes ? "含“" : "不含“") + in.value(Cel.text(one)).orElseThrow(() -> new Wordless(in.text())) + "”";
        }
        return nouns.of(one).text() + (yes ? "在" : "不在") + in.text() + "之中";
    }

    private String exists(CelExpr e, boolean yes) {
        Noun list = nouns.of(Cel.target(e));
        return list.text() + (yes ? "中有" : "中没有") + new Clauses(nouns.each(e, list)).of(Cel.arg(e, 1)) + "的";
    }

    private String all(CelExpr e, boolean yes) {
        Noun list = nouns.of(Cel.target(e));
        String each = "每一" + list.unit() + list.text();
        return (yes ? each + "均" : "不是" + each + "都") + new Clauses(nouns.each(e, list)).of(Cel.arg(e, 1));
    }

    /** A pattern is not said; a time of the day that a parameter names is. */
    private String matches(CelExpr e, boolean yes) {
        String of = nouns.of(Cel.target(e)).text();
        return Cel.within(Cel.arg(e, 0)).filter(x -> Cel.is(x, Kind.SELECT)).findFirst()
                .map(p -> of + (yes ? "在" : "不在") + nouns.of(p).text() + "之内")
                .orElse("“" + of + "”" + (yes ? "符合规定的格式" : "没有应当处理的内容"));
    }
}
