package org.mingfa.core.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An amendment of one procedure from a day on (修改自某日起施行): the pack files that stand on that day, and the texts of all
 * packs with changes made to them. The old files end the day before and a copy with the changes begins; the folder on
 * disk is not touched.
 */
public final class Amendment {

    /**
     * A file that may be changed.
     *
     * @param title title of its layer, 国家 for the base
     * @param level national, field, province, province-field, city or county; {@code shared}: one that other procedures share
     */
    public record Part(String path, String title, String level) {}

    private static final Pattern VERSION = Pattern.compile("@\\d{4}-\\d\\d-\\d\\d(?=/|\\.yaml$|$)");
    private static final String NATIONAL = "国家";
    private static final String SHARED = "几个程序共用";
    private static final String ALWAYS = "1900-01-01";
    private static final String FOREVER = "2999-12-31";

    private final Map<String, String> texts;
    private final String code;
    private final LocalDate day;
    private final Files files;
    private final Laws.@Nullable Base standing;
    private final List<Doc> parts;
    private final List<Doc> shared;
    private final List<Laws.Layer> layers;

    /** What the packs have of one procedure. */
    private record Files(List<Laws.Base> bases, List<Doc> parts, List<Doc> shared, List<Laws.Layer> layers) {}

    /**
     * @param texts all packs: path to text
     * @throws IllegalArgumentException where the procedure is not in force on that day
     * @throws PackFault where one of its files cannot be read
     */
    public Amendment(Map<String, String> texts, String code, LocalDate day) {
        this.texts = texts;
        this.code = code;
        this.day = day;
        files = read(texts, code);
        standing = files.bases().stream().filter(b -> b.force().covers(day)).max(Comparator.comparing((Laws.Base b) -> b.force().from()))
                .orElseThrow(() -> new IllegalArgumentException("no procedure '" + code + "' is in force on " + day));
        String folder = Laws.folder(standing.doc().file());
        parts = files.parts().stream().filter(d -> Laws.folder(d.file()).equals(folder)).toList();
        LocalDate begins = standing.force().from();
        shared = files.shared().stream().filter(d -> Laws.stands(d, begins)).toList();
        layers = files.layers().stream().filter(l -> l.force().covers(day))
                .sorted(Comparator.comparingInt((Laws.Layer l) -> Laws.LEVELS.indexOf(l.level())).thenComparing(l -> l.region().length())).toList();
    }

    private static Files read(Map<String, String> texts, String code) {
        Pattern mine = Pattern.compile("(?m)^(procedure|layer|part-of):.*" + Pattern.quote(code));
        Files found = new Files(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        texts.forEach((path, text) -> {
            if (mine.matcher(text).find()) {
                Doc d = Doc.parse(path, text);
                if (code.equals(single(d, "procedure"))) {
                    found.bases().add(new Laws.Base(code, Assembler.Dates.of(d.need("in-force")), null, d, List.of()));
                } else if (code.equals(single(d, "part-of"))) {
                    found.parts().add(d);
                } else if (d.has("part-of") && d.need("part-of").isList() && d.texts("part-of").contains(code)) {
                    found.shared().add(d);
                } else if (code.equals(single(d, "layer"))) {
                    found.layers().add(Laws.layer(d));
                }
            }
        });
        return found;
    }

    private static @Nullable String single(Doc d, String key) {
        Doc value = d.get(key);
        return value != null && value.isText() ? value.text() : null;
    }

    /** A path without the day that a version of it begins: names the same file in all its versions. */
    public static String stem(String path) {
        return VERSION.matcher(path).replaceAll("");
    }

    /** The files that may be changed for a field and a region: base, its own parts, what it shares with other procedures, layers. */
    public List<Part> parts(String field, String region) {
        List<Part> out = new ArrayList<>();
        base().forEach(d -> out.add(new Part(d.file(), NATIONAL, "national")));
        shared.forEach(d -> out.add(new Part(d.file(), d.text("title", SHARED), "shared")));
        layers.stream().filter(l -> l.applies(field, region, day)).forEach(l -> out.add(new Part(l.doc().file(), l.title(), l.level())));
        return out;
    }

    /** Where changes of a file hold: for a field (empty: all) and regions whose code begins so. */
    public record Place(String field, String region) {}

    /** Where the changes hold; a change of the base or of a shared file holds everywhere, whatever else is changed. */
    public List<Place> places(List<Change> changes) {
        Set<String> stems = changes.stream().map(c -> stem(c.path())).collect(Collectors.toSet());
        List<Laws.Layer> changed = layers.stream().filter(l -> stems.contains(stem(l.doc().file()))).toList();
        boolean everywhere = changed.isEmpty() || Stream.concat(base().stream(), shared.stream()).anyMatch(d -> stems.contains(stem(d.file())));
        return everywhere ? List.of(new Place("", "")) : changed.stream().map(l -> new Place(l.field(), l.region())).distinct().toList();
    }

    private List<Doc> base() {
        return Stream.concat(Stream.of(Objects.requireNonNull(standing).doc()), parts.stream()).toList();
    }

    private Stream<Doc> docs() {
        return Stream.concat(Stream.concat(base().stream(), shared.stream()), layers.stream().map(Laws.Layer::doc));
    }

    /** The path today of a file named by its stem; null where it does not stand on the day. */
    public @Nullable String path(String stem) {
        return docs().map(Doc::file).filter(f -> stem(f).equals(stem(stem))).findFirst().orElse(null);
    }

    /** The rules and relations of the files that may be changed, in their order. */
    public List<RuleText> rules(String field, String region) {
        List<RuleText> out = new ArrayList<>();
        for (Part p : parts(field, region)) {
            String text = Objects.requireNonNull(texts.get(p.path()));
            Doc doc = docs().filter(d -> d.file().equals(p.path())).findFirst().orElseThrow();
            PackEdit.rules(doc).forEach((act, rules) -> rules.forEach((id, r) -> out.add(new RuleText(
                    act, id, r.isMap() ? r.text("title", "") : "", r.isMap() ? r.text("severity", severity(id)) : severity(id), PackEdit.shown(text, r), p.path(), r.line(), p.title()))));
        }
        return out;
    }

    /** What a duty or right is where nothing else is said: late, not barred. */
    private static String severity(String id) {
        return RuleText.section(id).equals("obliges") ? "warn" : "bar";
    }

    /** Codes of the acts that a file says anything of. */
    public Set<String> acts(String path) {
        return docs().filter(d -> d.file().equals(path) && d.has("acts")).findFirst().map(d -> d.need("acts").keys()).orElse(Set.of());
    }

    /** A parameter's text in a file that may be changed; null where it is not there. */
    public @Nullable String parameter(String path, String name) {
        String now = path(path);
        return now == null ? null : new PackEdit(now, Objects.requireNonNull(texts.get(now))).parameter(name);
    }

    /** Versions of the changed files that begin after the day: with them the changes would end again. */
    public List<PackProblem> later(List<Change> changes) {
        List<String> stems = changes.stream().map(Change::path).toList();
        Stream<Doc> bases = files.bases().stream().filter(b -> b.force().from().isAfter(day) && base().stream().anyMatch(d -> stems.contains(stem(d.file())))).map(Laws.Base::doc);
        Stream<Doc> above = files.layers().stream().filter(l -> l.force().from().isAfter(day) && layers.stream().anyMatch(
                x -> x.title().equals(l.title()) && x.level().equals(l.level()) && stems.contains(stem(x.doc().file())))).map(Laws.Layer::doc);
        Stream<Doc> parted = files.shared().stream().filter(d -> d.has("in-force") && Assembler.Dates.of(d.need("in-force")).from().isAfter(day) && stems.contains(stem(d.file())));
        return Stream.concat(Stream.concat(bases, above), parted).map(d -> d.need("in-force").problem("a later version begins here, which would end this change; change that one, or from its day on")).toList();
    }

    /**
     * The changed files, each change made in its place; paths and dates stay.
     *
     * @throws PackFault where a change does not fit
     */
    public Map<String, String> changed(List<Change> changes) {
        Map<String, PackEdit> edits = new LinkedHashMap<>();
        for (Change c : changes.stream().filter(x -> x.kind() != Change.Kind.TRANSITION).toList()) {
            String path = path(c.path());
            if (path == null) {
                throw new PackFault(new PackProblem(c.path(), 0, "does not stand on " + day + ": '" + c.name() + "' cannot be changed there"));
            }
            edits.computeIfAbsent(path, p -> new PackEdit(p, Objects.requireNonNull(texts.get(p)))).apply(c);
        }
        Map<String, String> out = new TreeMap<>();
        edits.forEach((path, e) -> out.put(path, e.text()));
        return out;
    }

    /** All packs with new versions from the day on. */
    public Map<String, String> dated(List<Change> changes) {
        Map<String, String> changed = changed(changes);
        @Nullable String over = changes.stream().filter(c -> c.kind() == Change.Kind.TRANSITION).findFirst().map(Change::cite).orElse(null);
        Map<String, String> out = new TreeMap<>(texts);
        boolean together = shared.stream().anyMatch(d -> changed.containsKey(d.file()));
        if (together || base().stream().anyMatch(d -> changed.containsKey(d.file()))) {
            begin(out, changed, over);
        }
        if (together) {
            reach(changes).stream().filter(c -> !c.equals(code)).forEach(c -> new Amendment(texts, c, day).begin(out, Map.of(), over));
            shared.stream().filter(d -> changed.containsKey(d.file())).forEach(d -> parted(out, d, Objects.requireNonNull(changed.get(d.file()))));
        }
        for (Laws.Layer l : layers) {
            if (changed.containsKey(l.doc().file())) {
                version(out, changed, l.doc().file(), l.force(), over, List.of(l.doc()), f -> stem(f).replaceAll("\\.yaml$", "@" + day + ".yaml"));
            }
        }
        return out;
    }

    /** The codes of the procedures in force on the day in which these changes take part: this one, and those that share a file of them. */
    public List<String> reach(List<Change> changes) {
        List<String> stems = changes.stream().map(c -> stem(c.path())).toList();
        return Stream.concat(Stream.of(code), shared.stream().filter(d -> stems.contains(stem(d.file()))).flatMap(d -> d.texts("part-of").stream()))
                .distinct().filter(c -> c.equals(code) || inForce(c)).toList();
    }

    private boolean inForce(String other) {
        return read(texts, other).bases().stream().anyMatch(b -> b.force().covers(day));
    }

    /** A new version of the base. */
    private void begin(Map<String, String> out, Map<String, String> changed, @Nullable String over) {
        Laws.Base base = Objects.requireNonNull(standing);
        String folder = Laws.folder(base.doc().file());
        version(out, changed, base.doc().file(), base.force(), over, base(), f -> VERSION.matcher(folder.substring(0, folder.length() - 1)).replaceAll("") + "@" + day + "/" + f.substring(folder.length()));
    }

    /** A part that procedures share is in the versions of them that begin from the day on as changed, in those before as it was. */
    private void parted(Map<String, String> out, Doc d, String text) {
        if (d.has("in-force") && Assembler.Dates.of(d.need("in-force")).from().equals(day)) {
            out.put(d.file(), text);
            return;
        }
        PackEdit old = new PackEdit(d.file(), Objects.requireNonNull(texts.get(d.file())));
        String ends = d.has("in-force") ? d.need("in-force").text("to", "") : "";
        old.partInForce(d.has("in-force") ? d.need("in-force").text("from") : ALWAYS, day.minusDays(1).toString());
        out.put(d.file(), old.text());
        PackEdit anew = new PackEdit(d.file(), text);
        anew.partInForce(day.toString(), ends.isEmpty() ? null : ends);
        out.put(stem(d.file()).replaceAll("\\.yaml$", "@" + day + ".yaml"), anew.text());
    }

    /** The old version ends and a new one begins; one that begins on that very day is replaced. */
    private void version(Map<String, String> out, Map<String, String> changed, String head, Assembler.Dates force, @Nullable String over,
            List<Doc> all, java.util.function.UnaryOperator<String> moved) {
        for (Doc d : all) {
            String text = changed.getOrDefault(d.file(), Objects.requireNonNull(texts.get(d.file())));
            boolean same = force.from().equals(day);
            out.put(same ? d.file() : moved.apply(d.file()), !d.file().equals(head) ? text : begun(d.file(), text, over, same));
        }
        if (!force.from().equals(day)) {
            PackEdit old = new PackEdit(head, Objects.requireNonNull(texts.get(head)));
            old.put(() -> old.root().need("in-force"), "to", day.minusDays(1).toString());
            out.put(head, old.text());
        }
    }

    private String begun(String path, String text, @Nullable String over, boolean same) {
        PackEdit e = new PackEdit(path, text);
        if (same) {
            alike(e.root(), over);
            return e.text();
        }
        e.transition(over);
        e.put(() -> e.root().need("in-force"), "from", day.toString());
        String version = e.root().text("version");
        if (version != null) {
            e.put(e::root, "version", VERSION.matcher(version).replaceAll("") + "@" + day);
        }
        return e.text();
    }

    /** What two changes of one day say of pending cases was approved for each alone: neither decides for the other. */
    private void alike(Doc version, @Nullable String over) {
        Doc there = version.get("transition");
        boolean switches = there != null && there.isMap() && "switch".equals(there.text("pending"));
        if (switches != (over != null)) {
            throw version.fault("自 " + day + " 起已有一个版本，其在办案件" + (switches ? "改用新版本" : "仍适用原版本") + "，与本草案所定不同；请改为同样的办法，或者另定施行日期");
        }
    }

    /**
     * All packs as though the law of that day had always stood, with changes made in it: to run examples of any date. Of the
     * procedure only what stands on the day is left; paths stay, and lines but for the changes.
     */
    public Map<String, String> always(List<Change> changes) {
        Map<String, String> out = new TreeMap<>(texts);
        files.bases().stream().filter(b -> b != standing).forEach(b -> out.remove(b.doc().file()));
        files.parts().stream().filter(d -> !parts.contains(d)).forEach(d -> out.remove(d.file()));
        files.shared().stream().filter(d -> !shared.contains(d)).forEach(d -> out.remove(d.file()));
        files.layers().stream().filter(l -> !layers.contains(l)).forEach(l -> out.remove(l.doc().file()));
        out.putAll(changed(changes));
        shared.stream().filter(d -> d.has("in-force")).map(Doc::file).forEach(f -> {
            PackEdit e = new PackEdit(f, Objects.requireNonNull(out.get(f)));
            e.partInForce(ALWAYS, null);
            out.put(f, e.text());
        });
        Stream.concat(Stream.of(Objects.requireNonNull(standing).doc()), layers.stream().map(Laws.Layer::doc)).map(Doc::file).forEach(f -> {
            PackEdit e = new PackEdit(f, Objects.requireNonNull(out.get(f)));
            e.put(() -> e.root().need("in-force"), "from", ALWAYS);
            if (e.root().need("in-force").has("to")) {
                e.put(() -> e.root().need("in-force"), "to", FOREVER);
            }
            out.put(f, e.text());
        });
        return out;
    }

    /** The code of the procedure. */
    public String code() {
        return code;
    }
}
