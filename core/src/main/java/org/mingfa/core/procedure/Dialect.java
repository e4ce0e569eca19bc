package org.mingfa.core.procedure;

import static dev.cel.checker.CelStandardDeclarations.StandardFunction.BYTES;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.DOUBLE;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.DURATION;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.DYN;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.OLD_IN;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.OLD_NOT_STRICTLY_FALSE;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.TYPE;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.UINT;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelMutableAst;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableMutableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The language of conditions: CEL with the procedure's own acts, objects, figures and parameters as types.
 *
 * <p>{@code latest('a')}, {@code all('a')} and {@code happened('a')} are macros, so that an unknown act is a load error
 * and {@code latest('a').fine} has the type of a's form.
 */
final class Dialect {

    /** The hidden first argument of the functions that look at the case. */
    static final String SCOPE = "scope__";

    private static final CelOptions OPTIONS =
            CelOptions.current().evaluateCanonicalTypesToNativeValues(true).build();

    /** The type of what has happened: {@code latest('a')} is its field {@code latest:a}, and so on. */
    private static final String PAST = "mingfa.past__";

    /** What packs need of CEL's own functions; each one more costs every check of a condition. */
    private static final CelStandardDeclarations STANDARD = CelStandardDeclarations.newBuilder()
            .filterFunctions((function, overload) -> !Set.of(UINT, DOUBLE, BYTES, DYN, DURATION, TYPE, OLD_IN, OLD_NOT_STRICTLY_FALSE).contains(function)
                    && !function.name().startsWith("GET_")
                    && overload.celOverloadDecl().parameterTypes().stream().noneMatch(
                            type -> Set.of(SimpleType.UINT, SimpleType.DOUBLE, SimpleType.BYTES, SimpleType.DURATION).contains(type)))
            .build();

    private static final String LOOK = "look__";

    private final Map<String, StructType> structs;
    private final StructType past;
    private final CelCompiler base;
    private final CelRuntime runtime;
    private final Set<String> typed = new HashSet<>();
    private final Set<String> restricted = new HashSet<>();
    private final Map<String, Parsed> parsed = new ConcurrentHashMap<>();
    private final Map<Checked, Condition> conditions = new ConcurrentHashMap<>();

    private record Parsed(CelAbstractSyntaxTree ast, Set<String> names) {}

    private record Checked(String text, Map<String, String> meant, String result) {}

    /**
     * @param acts act code to the type of its happenings
     * @param variables what every condition may name
     * @param objects kinds of object, that only conditions bound to one may name
     */
    Dialect(
            Map<String, StructType> acts,
            Map<String, CelType> variables,
            Map<String, StructType> objects,
            Map<String, StructType> structs) {
        this.structs = structs;
        this.past = past(acts);
        CelCompilerBuilder compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(STANDARD)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(new Types())
                .addVar(SCOPE, SimpleType.DYN);
        variables.forEach(compiler::addVar);
        restricted.addAll(List.of("act", "it"));
        for (StructType type : structs.values()) {
            for (String name : List.of("act", "it")) {
                compiler.addVar(variable(name, type), type);
                typed.add(variable(name, type));
            }
        }
        objects.forEach(compiler::addVar);
        restricted.addAll(objects.keySet());
        List<CelFunctionBinding> bindings = new ArrayList<>();
        declarePast(compiler, bindings, this.past);
        compiler.addMacros(macro("latest", acts), macro("all", acts), macro("happened", acts));
        Functions.declare(compiler, bindings);
        this.base = compiler.build();
        this.runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
                .setOptions(OPTIONS)
                .addFunctionBindings(bindings)
                .build();
    }

    /** Without dots: as {@code act__t.part}, the variable of a part's type would be taken for {@code act.part}. */
    private static String variable(String name, CelType type) {
        return name + "__" + type.name().replace('.', '_');
    }

    private static String field(String name, String code) {
        return name + ":" + code;
    }

    /** {@code look__(scope)}, {@code look__(scope, object)}: what has happened in the case, or to the object. */
    private static void declarePast(CelCompilerBuilder compiler, List<CelFunctionBinding> bindings, CelType past) {
        compiler.addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                LOOK,
                CelOverloadDecl.newGlobalOverload(LOOK + "case", past, SimpleType.DYN),
                CelOverloadDecl.newGlobalOverload(LOOK + "object", past, SimpleType.DYN, SimpleType.DYN)));
        bindings.add(CelFunctionBinding.from(LOOK + "case", List.of(Object.class), a -> ((Scope) a[0]).past(null)));
        bindings.add(CelFunctionBinding.from(
                LOOK + "object", List.of(Object.class, Object.class), a -> ((Scope) a[0]).past(a[1])));
    }

    private static StructType past(Map<String, StructType> acts) {
        Map<String, CelType> fields = new LinkedHashMap<>();
        acts.forEach((code, type) -> {
            fields.put(field("latest", code), type);
            fields.put(field("all", code), ListType.create(type));
            fields.put(field("happened", code), SimpleType.BOOL);
        });
        return StructType.create(PAST, ImmutableSet.copyOf(fields.keySet()), f -> Optional.ofNullable(fields.get(f)));
    }

    private static CelMacro macro(String name, Map<String, StructType> acts) {
        return CelMacro.newGlobalVarArgMacro(name, (factory, target, args) -> {
            if (args.isEmpty() || args.size() > 2 || args.get(0).exprKind().getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
                return Optional.of(factory.reportError(name + "('act') or " + name + "('act', object) expected"));
            }
            String code = args.get(0).constant().stringValue();
            if (!acts.containsKey(code)) {
                return Optional.of(factory.reportError("unknown act '" + code + "'"));
            }
            List<CelExpr> call = new ArrayList<>();
            call.add(factory.newIdentifier(SCOPE));
            call.addAll(args.subList(1, args.size()));
            return Optional.of(factory.newSelect(factory.newGlobalCall(LOOK, call), field(name, code), false));
        });
    }

    /**
     * Compiles an expression, once for all places that mean the same by its names.
     *
     * @param variables what this expression may name besides: the act, {@code it}, the bound objects
     * @throws IllegalArgumentException with CEL's own words where it does not type-check
     */
    Condition compile(String text, Map<String, CelType> variables, CelType result) {
        try {
            Parsed parsed = parsed(text);
            Map<String, String> meant = new HashMap<>();
            parsed.names.forEach(name -> meant(name, variables).ifPresent(variable -> meant.put(name, variable)));
            Checked key = new Checked(text, meant, result.name());
            Condition known = conditions.get(key);
            if (known == null) {
                known = check(text, parsed.ast, meant, result);
                conditions.put(key, known);
            }
            return known;
        } catch (CelValidationException e) {
            throw new IllegalArgumentException(e.getMessage().strip().replaceAll("\\s*\\n\\s*", " "), e);
        } catch (CelEvaluationException e) {
            throw new IllegalArgumentException("'" + text + "': " + e.getMessage(), e);
        }
    }

    private Condition check(String text, CelAbstractSyntaxTree parsed, Map<String, String> meant, CelType result)
            throws CelValidationException, CelEvaluationException {
        CelAbstractSyntaxTree ast = base.check(named(parsed, meant)).getAst();
        CelType actual = ast.getResultType();
        if (!result.isAssignableFrom(actual) && !actual.equals(SimpleType.DYN) && !result.equals(SimpleType.DYN)) {
            throw new IllegalArgumentException("'" + text + "' is " + actual.name() + ", expected " + result.name());
        }
        return new Condition(text, runtime.createProgram(ast), readsContents(ast), past(ast.getExpr()));
    }

    private Parsed parsed(String text) throws CelValidationException {
        Parsed known = parsed.get(text);
        if (known == null) {
            CelAbstractSyntaxTree ast = base.parse(text).getAst();
            Set<String> names = new HashSet<>();
            CelNavigableAst.fromAst(ast)
                    .getRoot()
                    .allNodes()
                    .filter(n -> n.getKind() == CelExpr.ExprKind.Kind.IDENT)
                    .forEach(n -> names.add(n.expr().ident().name()));
            known = new Parsed(ast, names);
            parsed.put(text, known);
        }
        return known;
    }

    /**
     * One compiler serves all acts (building one costs tens of milliseconds): {@code act} and {@code it} are renamed to a
     * variable of the right type, and a name that this expression may not use is refused here.
     */
    private Optional<String> meant(String name, Map<String, CelType> variables) {
        CelType type = variables.get(name);
        if (type != null && typed.contains(variable(name, type))) {
            return Optional.of(variable(name, type));
        }
        if (restricted.contains(name) && type == null) {
            throw new IllegalArgumentException("'" + name + "' cannot be named here");
        }
        return Optional.empty();
    }

    private static CelAbstractSyntaxTree named(CelAbstractSyntaxTree parsed, Map<String, String> meant) {
        CelMutableAst ast = CelMutableAst.fromCelAst(parsed);
        CelNavigableMutableAst.fromAst(ast)
                .getRoot()
                .allNodes()
                .filter(n -> n.getKind() == CelExpr.ExprKind.Kind.IDENT)
                .map(n -> n.expr().ident())
                .forEach(ident -> ident.setName(meant.getOrDefault(ident.name(), ident.name())));
        return ast.toParsedAst();
    }

    private static final Set<String> KNOWN_BEFOREHAND = Set.of("act.date", "act.at", "act.actor", "registry.agency", "registry.actor", "registry.lists");

    /** True where it looks at what only the filled-in form or the named officers tell. */
    private static boolean readsContents(CelAbstractSyntaxTree ast) {
        return CelNavigableAst.fromAst(ast)
                .getRoot()
                .allNodes()
                .filter(n -> n.getKind() == CelExpr.ExprKind.Kind.SELECT)
                .map(n -> n.expr().select())
                .filter(s -> s.operand().exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT)
                .map(s -> s.operand().ident().name().replaceFirst("__.*", "") + "." + s.field())
                .anyMatch(path -> (path.startsWith("act.") || path.startsWith("registry.")) && !KNOWN_BEFOREHAND.contains(path));
    }

    private static Condition.@Nullable Past past(CelExpr e) {
        if (e.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL && e.call().function().equals("!_")) {
            Condition.Past p = past(e.call().args().getFirst());
            return p == null ? null : new Condition.Past(p.act(), p.object(), !p.happened());
        }
        if (e.exprKind().getKind() != CelExpr.ExprKind.Kind.SELECT || !e.select().field().startsWith(field("happened", ""))) {
            return null;
        }
        List<CelExpr> asked = e.select().operand().call().args();
        String act = e.select().field().substring(field("happened", "").length());
        return asked.size() < 2 ? new Condition.Past(act, null, true)
                : asked.get(1).exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT ? new Condition.Past(act, asked.get(1).ident().name(), true) : null;
    }

    private final class Types implements CelTypeProvider {
        @Override
        public ImmutableCollection<CelType> types() {
            return ImmutableList.copyOf(structs.values());
        }

        @Override
        public Optional<CelType> findType(String name) {
            return Optional.ofNullable(name.equals(PAST) ? past : structs.get(name));
        }
    }
}
