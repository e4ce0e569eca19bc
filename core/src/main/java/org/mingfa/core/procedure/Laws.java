package org.mingfa.core.procedure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All law packs of a folder: procedures, their parts, layers and examples. Loading never stops at the first fault;
 * {@link #problems()} lists them all, and a procedure that has any does not resolve.
 */
public final class Laws {

    static final List<String> LEVELS = List.of("field", "province", "province-field", "city", "county");

    /** A layer: where it applies and since when. */
    record Layer(
            String code, String title, String level, String field, String region, Assembler.Dates force, @Nullable Transition transition, Doc doc) {
        boolean applies(String itsField, String itsRegion, LocalDate day) {
            return force.covers(day) && meets(itsField, itsRegion);
        }

        boolean meets(String itsField, String itsRegion) {
            return (field.isEmpty() || field.equals(itsField)) && (region.isEmpty() || itsRegion.startsWith(region));
        }

        /** Versions of one layer have this in common. */
        List<String> line() {
            return List.of(title, level, field, region);
        }
    }

    record Base(String code, Assembler.Dates force, @Nullable Transition transition, Doc doc, List<Doc> parts) {}

    private record Key(Doc base, List<String> layers) {}

    /** Before the code of a procedure: parts that a list gives to it, from whatever folder. */
    private static final String SHARED = "*/";

    /** What a file is of, where it says so in one line. */
    private static final Pattern OF = Pattern.compile("(?m)^(?:procedure|layer|part-of|examples-of):[ \\t]*[^ \\t#].*");

    private final List<Base> bases = new ArrayList<>();
    private final List<Layer> layers = new ArrayList<>();
    private final List<Doc> examples = new ArrayList<>();
    private final List<References.Entry> coverage = new ArrayList<>();
    private final Map<String, String> roles = new LinkedHashMap<>();
    private final Map<String, ListKind> lists = new LinkedHashMap<>();
    private final Set<PackProblem> problems = Collections.synchronizedSet(new LinkedHashSet<>());
    private final Map<String, String> texts;
    private final Map<Key, Procedure> compiled = new ConcurrentHashMap<>();
    private final Dialects dialects = new Dialects();

    /** The only procedure that is read; null: all. */
    private final @Nullable String only;

    private Laws(Map<String, String> texts, @Nullable String only) {
        this.texts = new TreeMap<>(texts);
        this.only = only;
    }

    /**
     * Loads packs.
     *
     * @param texts path of every .yaml file to its text; calendars and benchmarks are left out by their keys {@code calendar:}, {@code discretion:}
     */
    public static Laws load(Map<String, String> texts) {
        Laws laws = new Laws(texts, null);
        laws.read();
        laws.compileAll();
        return laws;
    }

    /**
     * As {@link #load}, but only of one procedure: files of others are not read, which saves most of the memory, and what it
     * names in others (x-case) is not checked.
     */
    public static Laws load(Map<String, String> texts, String code) {
        Laws laws = known(texts, code);
        laws.compileAll();
        return laws;
    }

    /**
     * Reads packs that {@link #load} has found without fault before: a procedure is compiled when it is first asked for.
     *
     * @param texts as for {@link #load}
     */
    public static Laws known(Map<String, String> texts) {
        Laws laws = new Laws(texts, null);
        laws.read();
        return laws;
    }

    /** As {@link #known(Map)}, but only of one procedure. */
    public static Laws known(Map<String, String> texts, String code) {
        Laws laws = new Laws(texts, code);
        laws.read();
        return laws;
    }

    private void read() {
        Map<String, List<Doc>> parts = new LinkedHashMap<>();
        texts.forEach((file, text) -> guarded(() -> {
            if (ofAnother(text)) {
                return;
            }
            Doc d = Doc.parse(file, text);
            if (d.has("procedure")) {
                bases.add(new Base(d.need("procedure").text(), Assembler.Dates.of(d.need("in-force")), Transition.of(d), d, new ArrayList<>()));
            } else if (d.has("part-of")) {
                for (String key : partOf(d)) {
                    parts.computeIfAbsent(key, k -> new ArrayList<>()).add(d);
                }
            } else if (d.has("layer")) {
                layers.add(layer(d));
            } else if (d.has("examples-of")) {
                examples.add(d);
            } else if (d.has("roles")) {
                d.need("roles").fields().forEach((code, title) -> roles.put(code, title.text()));
            } else if (d.has("coverage")) {
                coverage.addAll(References.entriesOf(d));
            } else if (d.has("list-kind")) {
                list(d);
            } else if (!d.has("calendar") && !d.has("discretion")) {
                throw d.fault("a pack file begins with procedure, part-of, layer, examples-of, roles, coverage, list-kind, calendar or discretion");
            }
        }));
        for (Base b : bases) {
            b.parts().addAll(parts.getOrDefault(SHARED + b.code(), List.of()).stream().filter(d -> stands(d, b.force().from())).toList());
            b.parts().addAll(parts.getOrDefault(folder(b.doc().file()) + b.code(), List.of()));
        }
        checkLists();
        bases.forEach(b -> parts.keySet().removeAll(List.of(SHARED + b.code(), folder(b.doc().file()) + b.code())));
        parts.forEach((key, l) -> l.forEach(d -> problems.add(d.problem(key.startsWith(SHARED)
                ? "part-of: no procedure '" + key.substring(SHARED.length()) + "'"
                : "part-of: no procedure '" + d.text("part-of") + "' in this folder"))));
        layers.sort(Comparator.comparingInt((Layer l) -> LEVELS.indexOf(l.level())).thenComparing(l -> l.region().length()));
    }

    /** Whether a part that procedures share is one of the versions of them that begin on that day; without dates it is of all. */
    static boolean stands(Doc shared, LocalDate begins) {
        return !shared.has("in-force") || Assembler.Dates.of(shared.need("in-force")).covers(begins);
    }

    private void list(Doc d) {
        ListKind kind = ListKindReader.read(d);
        if (lists.putIfAbsent(kind.code(), kind) != null) {
            throw d.need("list-kind").fault("the kind of list '" + kind.code() + "' is described twice");
        }
    }

    /** Only roles that are there; checked when all files are read, as roles may come after. */
    private void checkLists() {
        lists.values().forEach(k -> k.owners().values().stream()
                .flatMap(life -> Stream.of(life.drafts(), life.reviews(), life.publishes()).flatMap(List::stream))
                .filter(role -> !roles.isEmpty() && !roles.containsKey(role)).distinct()
                .forEach(role -> problems.add(new PackProblem(k.file(), 0, "unknown role '" + role + "'; known: " + String.join(", ", roles.keySet())))));
    }

    /** Whether the file says in one line of its own that it is of other procedures than the only one that is read. */
    private boolean ofAnother(String text) {
        return only != null && !mayBeOf(text, only);
    }

    private static boolean mayBeOf(String text, String code) {
        Matcher of = OF.matcher(text);
        return !of.find() || of.group().contains(code);
    }

    /** The files that {@link #known(Map, String)} reads of these for a procedure: where they are the same, so is the procedure. */
    public static Map<String, String> filesOf(Map<String, String> texts, String code) {
        Map<String, String> out = new TreeMap<>(texts);
        out.values().removeIf(text -> !mayBeOf(text, code));
        return out;
    }

    /** What a part belongs to: one procedure of its own folder, or, as a list, procedures of any folder that share it. */
    private List<String> partOf(Doc d) {
        Doc of = d.need("part-of");
        if (!of.isList() && d.has("in-force")) {
            throw d.need("in-force").fault("a part of one procedure is in force with it; only what several share has dates of its own");
        }
        return of.isList() ? d.texts("part-of").stream().filter(code -> only == null || code.equals(only)).map(code -> SHARED + code).toList() : List.of(folder(d.file()) + of.text());
    }

    static String folder(String file) {
        return file.substring(0, file.lastIndexOf('/') + 1);
    }

    static Layer layer(Doc d) {
        String level = d.need("level").text();
        if (!LEVELS.contains(level)) {
            throw d.need("level").fault("level is one of " + String.join(", ", LEVELS));
        }
        boolean needsField = level.contains("field");
        boolean needsRegion = !level.equals("field");
        if (needsField != d.has("field") || needsRegion != d.has("region")) {
            throw d.fault("a layer of level " + level + " has " + (needsField ? "a field" : "no field") + " and "
                    + (needsRegion ? "a region" : "no region"));
        }
        return new Layer(
                d.need("layer").text(), d.need("title").text(), level, d.text("field", ""), d.text("region", ""),
                Assembler.Dates.of(d.need("in-force")), Transition.of(d), d);
    }

    /** Compiles every base alone and every layer where it applies, so that a fault shows at load and not in a case. */
    private void compileAll() {
        for (Layer l : layers) {
            if (bases.stream().noneMatch(b -> b.code().equals(l.code()))) {
                problems.add(l.doc().problem("layer of an unknown procedure '" + l.code() + "'"));
            }
        }
        for (Base b : bases) {
            LocalDate day = b.force().from();
            Procedure plain = resolve(b, "", "", day);
            if (plain != null) {
                problems.addAll(StaticCheck.check(plain, b.doc()));
            }
            for (Layer l : standing(b)) {
                LocalDate from = since(b, l);
                resolve(b, l.field(), l.region(), from);
                layers.stream()
                        .filter(f -> f.level().equals("field") && f.code().equals(b.code()) && l.field().isEmpty())
                        .forEach(f -> together(b, f, l, from));
            }
        }
        problems.addAll(transitionProblems());
        if (only == null) {
            checkReferences();
        }
    }

    /**
     * What stands in the way of going over to a version for which pending cases switch: it must keep the acts, kinds of object
     * and fields of the versions before it, as there are records of them.
     */
    public List<PackProblem> transitionProblems() {
        List<PackProblem> out = new ArrayList<>();
        for (Base b : bases) {
            if (b.transition() != null) {
                out.addAll(goingOver(b.code(), "", "", b.transition()));
                layers.stream().filter(l -> l.code().equals(b.code())).map(l -> List.of(l.field(), l.region())).distinct()
                        .forEach(at -> out.addAll(goingOver(b.code(), at.getFirst(), at.getLast(), b.transition())));
            }
        }
        for (Layer l : layers) {
            if (l.transition() != null) {
                out.addAll(goingOver(l.code(), l.field(), l.region(), l.transition()));
            }
        }
        return out.stream().distinct().toList();
    }

    /** From every version that was in force at some time before; what is compiled for it is not kept. */
    private List<PackProblem> goingOver(String code, String field, String region, Transition t) {
        Set<LocalDate> days = new TreeSet<>(List.of(t.from().minusDays(1)));
        Stream.concat(bases.stream().filter(b -> b.code().equals(code)).map(Base::force),
                        layers.stream().filter(l -> l.code().equals(code) && l.meets(field, region)).map(Layer::force))
                .flatMap(f -> Stream.of(f.from(), f.from().minusDays(1), f.to() == null ? f.from() : f.to()))
                .filter(day -> day.isBefore(t.from())).forEach(days::add);
        Set<Key> kept = Set.copyOf(compiled.keySet());
        List<PackProblem> found = SwitchCheck.check(this, code, field, region, t, days);
        compiled.keySet().retainAll(kept);
        return found;
    }

    /** The layers of a base that meet it in some time. */
    private List<Layer> standing(Base b) {
        return layers.stream().filter(l -> l.code().equals(b.code()) && b.force().covers(since(b, l))).toList();
    }

    private LocalDate since(Base b, Layer l) {
        return l.force().from().isAfter(b.force().from()) ? l.force().from() : b.force().from();
    }

    private void checkReferences() {
        Map<String, List<Procedure>> byCode = new LinkedHashMap<>();
        bases.forEach(b -> byCode.put(b.code(), new ArrayList<>()));
        compiled.values().forEach(p -> byCode.get(p.code()).add(p));
        compiled.values().forEach(p -> problems.addAll(CaseReferenceCheck.check(p, byCode)));
    }

    /** A field's layer with a region's; of one procedure alone it is checked and not kept, as there are many such pairs. */
    private void together(Base b, Layer field, Layer region, LocalDate day) {
        Set<Key> kept = Set.copyOf(compiled.keySet());
        resolve(b, field.field(), region.region(), day);
        if (only != null) {
            compiled.keySet().retainAll(kept);
        }
    }

    private @Nullable Procedure resolve(Base b, String field, String region, LocalDate day) {
        return resolve(b, layers.stream().filter(l -> l.code().equals(b.code()) && l.applies(field, region, day)).toList());
    }

    private @Nullable Procedure resolve(Base b, List<Layer> mine) {
        Key key = new Key(b.doc(), mine.stream().map(l -> l.doc().file()).toList());
        Procedure known = compiled.get(key);
        return known != null ? known : compile(b, mine, key);
    }

    /** One at a time: documents note what of them was read. */
    private synchronized @Nullable Procedure compile(Base b, List<Layer> mine, Key key) {
        Procedure known = compiled.get(key);
        if (known != null) {
            return known;
        }
        Set<PackProblem> found = new LinkedHashSet<>();
        Procedure p = null;
        try {
            Draft draft = new Draft(b.doc(), b.parts(), found::add);
            mine.forEach(l -> draft.layer(l.doc()));
            p = Assembler.assemble(draft, roles, lists, dialects, digest(draft), found::add);
        } catch (Doc.Fault f) {
            found.add(f.problem);
        }
        problems.addAll(found);
        if (p != null && found.isEmpty()) {
            compiled.put(key, p);
            return p;
        }
        return null;
    }

    private String digest(Draft draft) {
        try {
            MessageDigest md = MessageDigest.getInstance("SHA-256");
            for (Doc d : draft.sources) {
                md.update(String.valueOf(texts.get(d.file())).getBytes(StandardCharsets.UTF_8));
                md.update((byte) 0);
            }
            return HexFormat.of().formatHex(md.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private void guarded(Runnable r) {
        try {
            r.run();
        } catch (Doc.Fault f) {
            problems.add(f.problem);
        }
    }

    /** Every fault of every file, in the order found. */
    public List<PackProblem> problems() {
        return List.copyOf(problems);
    }

    /** Codes of the procedures that are there, in any version. */
    public Set<String> codes() {
        Set<String> out = new LinkedHashSet<>();
        bases.forEach(b -> out.add(b.code()));
        return out;
    }

    /** The kinds of lists (清单) by code, in their order. */
    public Map<String, ListKind> lists() {
        Map<String, ListKind> out = new LinkedHashMap<>();
        lists.values().stream().sorted(Comparator.comparingInt(ListKind::order)).forEach(k -> out.put(k.code(), k));
        return out;
    }

    /** Titles of the roles (角色) that packs may name. */
    public Map<String, String> roles() {
        return Map.copyOf(roles);
    }

    /**
     * The procedure as it stands for a field and a region on a day: the newest base in force and all layers that apply.
     *
     * @throws IllegalArgumentException when there is none in force
     * @throws IllegalStateException when its packs have faults
     */
    public Procedure procedure(String code, String field, String region, LocalDate on) {
        Base b = bases.stream()
                .filter(x -> x.code().equals(code) && x.force().covers(on))
                .max(Comparator.comparing((Base x) -> x.force().from()))
                .orElseThrow(() -> new IllegalArgumentException("no procedure '" + code + "' is in force on " + on));
        Procedure p = resolve(b, field, region, on);
        if (p == null) {
            throw new IllegalStateException("procedure '" + code + "' does not load: "
                    + problems.stream().map(PackProblem::toString).findFirst().orElse("see problems()"));
        }
        return p;
    }

    /**
     * The procedure for a case that was filed on one day, as of another: each of its parts in the version of the first day, or
     * in the latest since to which pending cases go over ({@code transition: switch}).
     *
     * @throws IllegalArgumentException when there is none in force on the first day
     * @throws IllegalStateException when its packs have faults
     */
    public Procedure procedure(String code, String field, String region, LocalDate filedOn, LocalDate asOf) {
        if (switches(code, field, region, filedOn, asOf).isEmpty()) {
            return procedure(code, field, region, filedOn);
        }
        return standing(code, l -> l.meets(field, region), filedOn, asOf);
    }

    private Procedure standing(String code, Predicate<Layer> meets, LocalDate filedOn, LocalDate asOf) {
        Base b = bases.stream().filter(x -> x.code().equals(code) && holds(x.force(), x.transition(), filedOn, asOf))
                .max(Comparator.comparing((Base x) -> x.force().from()))
                .orElseThrow(() -> new IllegalArgumentException("no procedure '" + code + "' is in force on " + filedOn));
        List<Layer> all = layers.stream().filter(l -> l.code().equals(code) && meets.test(l) && holds(l.force(), l.transition(), filedOn, asOf)).toList();
        List<Layer> mine = all.stream().filter(l -> all.stream().noneMatch(
                x -> x.transition() != null && x.line().equals(l.line()) && x.force().from().isAfter(l.force().from()))).toList();
        Procedure p = resolve(b, mine);
        if (p == null) {
            throw new IllegalStateException("procedure '" + code + "' does not load as of " + asOf + " for a case of " + filedOn);
        }
        return p;
    }

    /** In force when the case was filed, or a version since to which it goes over. */
    private static boolean holds(Assembler.Dates force, @Nullable Transition t, LocalDate filedOn, LocalDate asOf) {
        return force.covers(filedOn) || t != null && t.from().isAfter(filedOn) && !t.from().isAfter(asOf);
    }

    /** The versions to which pending cases go over that come into force after one day and by another, the earliest first. */
    public List<Transition> switches(String code, String field, String region, LocalDate after, LocalDate until) {
        return Stream.concat(
                        bases.stream().filter(b -> b.code().equals(code)).map(Base::transition),
                        layers.stream().filter(l -> l.code().equals(code) && l.meets(field, region)).map(Layer::transition))
                .filter(t -> t != null && t.from().isAfter(after) && !t.from().isAfter(until))
                .map(Objects::requireNonNull).sorted(Comparator.comparing(Transition::from)).toList();
    }

    /** Every version to which pending cases go over. */
    public List<Transition> transitions() {
        return Stream.concat(bases.stream().map(Base::transition), layers.stream().map(Layer::transition))
                .filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    }

    /** Every base procedure without layers, that loaded without fault. */
    public List<Procedure> procedures() {
        List<Procedure> out = new ArrayList<>();
        for (Base b : bases) {
            Procedure p = resolve(b, "", "", b.force().from());
            if (p != null) {
                out.add(p);
            }
        }
        return out;
    }

    /** The usual contents of acts, from the examples of a procedure without layers. */
    List<Fixtures> fixtures(String code) {
        return examples.stream()
                .filter(d -> d.need("examples-of").text().equals(code) && !d.has("layers") && d.has("fixtures"))
                .map(d -> new Fixtures(d, d)).toList();
    }

    /** Every procedure that was compiled, with and without layers. */
    public List<Procedure> compiled() {
        return List.copyOf(compiled.values());
    }

    /** What is in the packs, counted. */
    public Census census() {
        List<Census.Cited> unverified = new ArrayList<>();
        bases.forEach(b -> unverified(b.doc(), unverified));
        layers.forEach(l -> unverified(l.doc(), unverified));
        return Census.of(this, bases.size() + layers.size(), unverified);
    }

    private static void unverified(Doc d, List<Census.Cited> into) {
        if (!d.flag("verified", true)) {
            into.add(new Census.Cited(d.text("cite", ""), d.text("title", ""), d.file(), d.line()));
        }
    }

    /** Every citation with the place where it stands, layers too; nothing is compiled for it. */
    public List<Census.Cited> citations() {
        return CitedPlaces.in(packs());
    }

    /** The marks that tie packs to the rules of a survey of the law, and what is said of the rules without one. */
    public References references() {
        Set<Doc> packs = packs();
        packs.addAll(examples);
        return References.of(List.copyOf(packs), coverage);
    }

    private Set<Doc> packs() {
        Set<Doc> packs = new LinkedHashSet<>();
        bases.forEach(b -> {
            packs.add(b.doc());
            packs.addAll(b.parts());
        });
        layers.forEach(l -> packs.add(l.doc()));
        return packs;
    }

    List<Doc> exampleFiles() {
        return examples;
    }

    /** As of a later day for a case filed on the first, of the base and the layers of these titles. */
    Procedure procedure(String code, List<String> layerTitles, LocalDate filedOn, LocalDate asOf) {
        return standing(code, l -> layerTitles.contains(l.title()), filedOn, asOf);
    }

    Procedure procedure(String code, List<String> layerTitles, LocalDate on, Doc at) {
        Base b = bases.stream()
                .filter(x -> x.code().equals(code) && x.force().covers(on))
                .max(Comparator.comparing((Base x) -> x.force().from()))
                .orElseThrow(() -> at.fault("no procedure '" + code + "' is in force on " + on));
        List<Layer> mine = new ArrayList<>();
        for (Layer l : layers) {
            if (l.code().equals(code) && layerTitles.contains(l.title()) && l.force().covers(on)) {
                mine.add(l);
            }
        }
        if (mine.size() != layerTitles.size()) {
            throw at.fault("not all of these layers are there: " + layerTitles);
        }
        Key key = new Key(b.doc(), mine.stream().map(l -> l.doc().file()).toList());
        Procedure p = compiled.containsKey(key) ? compiled.get(key) : compile(b, mine, key);
        if (p == null) {
            throw at.fault("procedure '" + code + "' does not load");
        }
        return p;
    }
}
