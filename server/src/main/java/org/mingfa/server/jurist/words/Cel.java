package org.mingfa.server.jurist.words;

import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import java.util.List;
import java.util.stream.Stream;

/** The reader of conditions: a CEL text as a tree, its macros ({@code has, exists, all, latest}) left as calls. */
final class Cel {

    private static final CelParser PARSER = CelParserFactory.standardCelParserBuilder().build();

    private Cel() {}

    /** @throws Wordless where it is not CEL */
    static CelExpr read(String text) {
        try {
            return PARSER.parse(text).getAst().getExpr();
        } catch (CelValidationException e) {
            throw new Wordless(text);
        }
    }

    static boolean is(CelExpr e, Kind kind) {
        return e.getKind() == kind;
    }

    static boolean calls(CelExpr e, String function) {
        return is(e, Kind.CALL) && e.call().function().equals(function);
    }

    static CelExpr arg(CelExpr call, int at) {
        if (call.call().args().size() <= at) {
            throw new Wordless(call.call().function());
        }
        return call.call().args().get(at);
    }

    static CelExpr target(CelExpr call) {
        return call.call().target().orElseThrow(() -> new Wordless(call.call().function()));
    }

    static String text(CelExpr e) {
        if (!is(e, Kind.CONSTANT)) {
            throw new Wordless("not a text");
        }
        return e.constant().stringValue();
    }

    static String name(CelExpr e) {
        if (!is(e, Kind.IDENT)) {
            throw new Wordless("not a name");
        }
        return e.ident().name();
    }

    /** The parts joined by one operator, however they are nested. */
    static List<CelExpr> parts(CelExpr e, String operator) {
        return calls(e, operator) ? e.call().args().stream().flatMap(a -> parts(a, operator).stream()).toList() : List.of(e);
    }

    /** The same for expressions that say the same. */
    static String key(CelExpr e) {
        return switch (e.getKind()) {
            case CONSTANT -> e.constant().getKind() + ":" + constant(e);
            case IDENT -> e.ident().name();
            case SELECT -> key(e.select().operand()) + "." + e.select().field();
            case CALL -> e.call().target().map(t -> key(t) + ".").orElse("") + e.call().function() + "(" + String.join(",", e.call().args().stream().map(Cel::key).toList()) + ")";
            case LIST -> "[" + String.join(",", e.list().elements().stream().map(Cel::key).toList()) + "]";
            default -> throw new Wordless(e.getKind().toString());
        };
    }

    /** The literal's value as a text. */
    static String constant(CelExpr e) {
        return switch (e.constant().getKind()) {
            case STRING_VALUE -> e.constant().stringValue();
            case INT64_VALUE -> Long.toString(e.constant().int64Value());
            case BOOLEAN_VALUE -> Boolean.toString(e.constant().booleanValue());
            default -> throw new Wordless(e.constant().getKind().toString());
        };
    }

    /** It and everything within it. */
    static Stream<CelExpr> within(CelExpr e) {
        Stream<CelExpr> inner = switch (e.getKind()) {
            case SELECT -> within(e.select().operand());
            case CALL -> Stream.concat(e.call().target().stream(), e.call().args().stream()).flatMap(Cel::within);
            case LIST -> e.list().elements().stream().flatMap(Cel::within);
            default -> Stream.empty();
        };
        return Stream.concat(Stream.of(e), inner);
    }
}
