package org.mingfa.core.procedure;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    private final Map<String, StructType> structs;
    private final CelCompiler base;
    private final CelRuntime runtime;
    private final Set<String> typed = new java.util.HashSet<>();
    private final Set<String> restricted = new java.util.HashSet<>();

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
        CelCompilerBuilder compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(new Types())
                .addVar(SCOPE, SimpleType.DYN);
        variables.forEach(compiler::addVar);
        restricted.addAll(List.of("act", "it"));
        for (StructType type : structs.values()) {
            for (String name : List.of("act", "it")) {
                compiler.addVar(name + "__" + type.name(), type);
                typed.add(name + "__" + type.name());
            }
        }
        objects.forEach(compiler::addVar);
        restricted.addAll(objects.keySet());
        List<CelFunctionBinding> bindings = new ArrayList<>();
        acts.forEach((code, type) -> declare(compiler, bindings, code, type));
        compiler.addMacros(macro("latest", acts), macro("all", acts), macro("happened", acts));
        Functions.declare(compiler, bindings);
        this.base = compiler.build();
        this.runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
                .setOptions(OPTIONS)
                .addFunctionBindings(bindings)
                .build();
    }

    private static String function(String name, String code) {
        return name + "__" + code.replace('-', '_');
    }

    private static void declare(
            CelCompilerBuilder compiler, List<CelFunctionBinding> bindings, String code, StructType type) {
        Map<String, CelType> results = Map.of(
                "latest", type, "all", ListType.create(type), "happened", SimpleType.BOOL);
        results.forEach((name, result) -> {
            String f = function(name, code);
            compiler.addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                    f,
                    CelOverloadDecl.newGlobalOverload(f + "_1", result, SimpleType.DYN),
                    CelOverloadDecl.newGlobalOverload(f + "_2", result, SimpleType.DYN, SimpleType.DYN)));
            bindings.add(CelFunctionBinding.from(
                    f + "_1", List.of(Object.class), a -> ((Scope) a[0]).look(name, code, null)));
            bindings.add(CelFunctionBinding.from(
                    f + "_2", List.of(Object.class, Object.class), a -> ((Scope) a[0]).look(name, code, a[1])));
        });
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
            return Optional.of(factory.newGlobalCall(function(name, code), call));
        });
    }

    /**
     * Compiles an expression.
     *
     * @param variables what this expression may name besides: the act, {@code it}, the bound objects
     * @throws IllegalArgumentException with CEL's own words where it does not type-check
     */
    Condition compile(String text, Map<String, CelType> variables, CelType result) {
        try {
            CelAbstractSyntaxTree ast = base.check(named(base.parse(text).getAst(), variables)).getAst();
            CelType actual = ast.getResultType();
            if (!result.isAssignableFrom(actual) && !actual.equals(SimpleType.DYN) && !result.equals(SimpleType.DYN)) {
                throw new IllegalArgumentException("'" + text + "' is " + actual.name() + ", expected " + result.name());
            }
            return new Condition(text, runtime.createProgram(ast), readsContents(ast));
        } catch (CelValidationException e) {
            throw new IllegalArgumentException(e.getMessage().strip().replaceAll("\\s*\\n\\s*", " "), e);
        } catch (CelEvaluationException e) {
            throw new IllegalArgumentException("'" + text + "': " + e.getMessage(), e);
        }
    }

    /**
     * One compiler serves all acts (building one costs tens of milliseconds): {@code act} and {@code it} are renamed to a
     * variable of the right type, and a name that this expression may not use is refused here.
     */
    private CelAbstractSyntaxTree named(CelAbstractSyntaxTree parsed, Map<String, CelType> variables) {
        CelMutableAst ast = CelMutableAst.fromCelAst(parsed);
        CelNavigableMutableAst.fromAst(ast)
                .getRoot()
                .allNodes()
                .filter(n -> n.getKind() == CelExpr.ExprKind.Kind.IDENT)
                .forEach(n -> {
                    String name = n.expr().ident().name();
                    CelType type = variables.get(name);
                    if (type != null && typed.contains(name + "__" + type.name())) {
                        n.expr().ident().setName(name + "__" + type.name());
                    } else if (restricted.contains(name) && type == null) {
                        throw new IllegalArgumentException("'" + name + "' cannot be named here");
                    }
                });
        return ast.toParsedAst();
    }

    private static final Set<String> KNOWN_BEFOREHAND = Set.of("act.date", "act.at", "act.actor", "registry.agency", "registry.actor");

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

    private final class Types implements CelTypeProvider {
        @Override
        public ImmutableCollection<CelType> types() {
            return ImmutableList.copyOf(structs.values());
        }

        @Override
        public Optional<CelType> findType(String name) {
            return Optional.ofNullable(structs.get(name));
        }
    }
}
