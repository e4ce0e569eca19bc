package org.mingfa.core.discretion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All tables, grounds and families of some files. Reading never stops at the first fault: {@link #problems()} lists them all, and
 * what has one is left out.
 */
public final class Benchmarks {
    private final Map<String, List<Table>> tables = new LinkedHashMap<>();
    private final Map<String, Ground> grounds = new LinkedHashMap<>();
    private final Map<String, Family> families = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private Benchmarks() {}

    /** @param texts path of every .yaml file to its text; files without the key {@code discretion} are left out */
    public static Benchmarks load(Map<String, String> texts) {
        var all = new Benchmarks();
        new TreeMap<>(texts).forEach(all::file);
        return all;
    }

    /** These and the tables of a JSON value (tables of an evaluation file), which come before those of the same code. */
    public Benchmarks with(String at, @Nullable Object json) {
        var more = copy();
        more.each(Given.json(at, json).list(), t -> more.put(TableReader.read(t, Map.of()), true));
        return more;
    }

    /** These and those of more files. */
    public Benchmarks with(Map<String, String> texts) {
        var more = copy();
        Benchmarks other = load(texts);
        other.tables.values().forEach(list -> list.forEach(t -> more.put(t, true)));
        more.grounds.putAll(other.grounds);
        more.families.putAll(other.families);
        more.problems.addAll(other.problems);
        return more;
    }

    /**
     * Tables that were published for some time.
     *
     * @param first day of the publication, null: as the tables say; {@code last} of the withdrawal, null: none
     */
    public record Published(String name, String text, @Nullable LocalDate first, @Nullable LocalDate last) {}

    /** These and published ones, each on its days only. */
    public Benchmarks with(List<Published> published) {
        var more = copy();
        for (Published p : published) {
            Benchmarks other = load(Map.of(p.name(), p.text()));
            other.tables().forEach(t -> {
                Table dated = t.within(p.first(), p.last());
                if (dated != null) {
                    more.put(dated, true);
                }
            });
            more.problems.addAll(other.problems);
        }
        return more;
    }

    private Benchmarks copy() {
        var copy = new Benchmarks();
        tables.forEach((code, list) -> copy.tables.put(code, new ArrayList<>(list)));
        copy.grounds.putAll(grounds);
        copy.families.putAll(families);
        copy.problems.addAll(problems);
        return copy;
    }

    private void file(String file, String text) {
        if (!text.startsWith("discretion:") && !text.contains("\ndiscretion:")) {
            return;
        }
        guarded(() -> {
            Given root = Given.yaml(file, text);
            switch (root.need("discretion").text()) {
                case "tables" -> tables(root);
                case "grounds" -> grounds(root);
                case "families" -> families(root);
                default -> throw root.need("discretion").fault("discretion is tables, grounds or families");
            }
        });
    }

    private void tables(Given root) {
        root.only("discretion", "defaults", "tables", "source");
        each(root.list("tables"), t -> put(TableReader.read(t, root.fields("defaults")), false));
    }

    private void put(Table table, boolean replaces) {
        List<Table> versions = tables.computeIfAbsent(table.code(), c -> new ArrayList<>());
        if (replaces) {
            List<Table> around = versions.stream().flatMap(t -> t.without(table).stream()).toList();
            versions.clear();
            versions.addAll(around);
        } else if (versions.stream().anyMatch(table::overlaps)) {
            throw new Fault(table.at(), "the table '" + table.code() + "' stands twice for the same days");
        }
        versions.add(table);
    }

    private void grounds(Given root) {
        root.only("discretion", "grounds");
        each(root.list("grounds"), g -> {
            Ground ground = GroundReader.ground(g);
            if (grounds.put(ground.code(), ground) != null) {
                throw g.fault("two grounds " + ground.code());
            }
        });
    }

    private void families(Given root) {
        root.only("discretion", "families");
        each(root.list("families"), f -> {
            Family family = GroundReader.family(f);
            if (families.put(family.code(), family) != null) {
                throw f.fault("two families " + family.code());
            }
        });
    }

    private void each(List<Given> list, Consumer<Given> read) {
        list.forEach(g -> guarded(() -> read.accept(g)));
    }

    private void guarded(Runnable reading) {
        try {
            reading.run();
        } catch (Fault e) {
            problems.add(e.getMessage());
        }
    }

    public List<String> problems() {
        return List.copyOf(problems);
    }

    public List<Table> tables() {
        return tables.values().stream().flatMap(Collection::stream).toList();
    }

    /** The table of that code that is in force on the day. */
    public Optional<Table> table(String code, LocalDate on) {
        return tables.getOrDefault(code, List.of()).stream().filter(t -> t.inForce(on)).findFirst();
    }

    /** What is in force on a later day in the place of a table: another version of it, or one that replaces it. */
    public Optional<Table> successor(Table of, LocalDate day) {
        return tables().stream().filter(t -> t != of && t.inForce(day) && (t.code().equals(of.code()) || t.replaces().contains(of.code()))).findFirst();
    }

    public boolean knows(String code) {
        return tables.containsKey(code);
    }

    public Collection<Ground> grounds() {
        return List.copyOf(grounds.values());
    }

    public @Nullable Ground ground(String code) {
        return grounds.get(code);
    }

    public Collection<Family> families() {
        return List.copyOf(families.values());
    }

    public @Nullable Family family(String code) {
        return families.get(code);
    }

    /** The family of a field in a region: the one that names the region before one that names the field alone. */
    public Optional<Family> familyOf(String field, String region) {
        return families.values().stream().filter(f -> f.isOf(field, region)).max(java.util.Comparator.comparingInt(f -> f.regions().size()));
    }
}
