package org.mingfa.server.registry.responsibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.server.catalogue.CurrentLaw;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The acts that a post may serve: those of the procedures in force for a body's field and region on a day. A post keeps an act
 * as {@code procedure/act}; words from before acts were picked stay as they are and match nothing.
 */
@Component
public class ActBook {

    /** @param officers whether two officers with certificates carry it out */
    public record Act(String code, String title, boolean officers) {}

    public record Stage(String title, List<Act> acts) {}

    public record Book(String code, String title, List<Stage> stages) {}

    /** An entry of a post as the packs know it. */
    record Found(Book book, Stage stage, Act act) {}

    private record Place(String field, String region) {}

    private final CurrentLaw law;
    private final JdbcClient jdbc;

    ActBook(CurrentLaw law, JdbcClient jdbc) {
        this.law = law;
        this.jdbc = jdbc;
    }

    /** All procedures in force for a body on a day. */
    public List<Book> all(long agency, LocalDate day) {
        Pages pages = on(agency, day);
        return law.laws().codes().stream().map(pages::book).flatMap(Optional::stream).toList();
    }

    /** The same, read as they are asked for. */
    Pages on(long agency, LocalDate day) {
        return new Pages(jdbc.sql("select a.field, r.code as region from agency a join region r on r.id = a.region_id where a.id = ?").param(agency).query(Place.class).single(), day);
    }

    /** The procedures of one body on one day. */
    final class Pages {

        private final Place place;
        private final LocalDate day;
        private final Map<String, Optional<Book>> read = new HashMap<>();

        private Pages(Place place, LocalDate day) {
            this.place = place;
            this.day = day;
        }

        Optional<Book> book(String code) {
            return read.computeIfAbsent(code, this::compiled);
        }

        private Optional<Book> compiled(String code) {
            try {
                return law.laws().codes().contains(code) ? Optional.of(bound(law.laws().procedure(code, place.field, place.region, day))) : Optional.empty();
            } catch (IllegalArgumentException notInForce) {
                return Optional.empty();
            }
        }

        Optional<Found> find(String entry) {
            int cut = entry.indexOf('/');
            return cut < 0 ? Optional.empty() : book(entry.substring(0, cut)).flatMap(b -> b.stages.stream()
                    .flatMap(s -> s.acts.stream().filter(a -> a.code.equals(entry.substring(cut + 1))).map(a -> new Found(b, s, a))).findFirst());
        }

        List<String> unmatched(List<String> entries) {
            return entries.stream().filter(e -> find(e).isEmpty()).toList();
        }

        /** Entries as people read them, stage by stage: the stage alone where all of it is served. */
        List<String> words(List<String> entries) {
            Map<Stage, List<Found>> stages = entries.stream().map(this::find).flatMap(Optional::stream)
                    .collect(Collectors.groupingBy(Found::stage, LinkedHashMap::new, Collectors.toList()));
            List<String> words = new ArrayList<>();
            stages.forEach((stage, acts) -> words.add(acts.getFirst().book.title + "：" + stage.title
                    + (acts.size() == stage.acts.size() ? "" : "（" + acts.stream().map(f -> f.act.title).collect(Collectors.joining("、")) + "）")));
            return words;
        }

        /** The same as a table takes them in again: 程序：环节, else each 程序：动作; by code where both have one name. */
        List<String> tableWords(List<String> entries) {
            Map<Stage, List<Found>> stages = entries.stream().map(this::find).flatMap(Optional::stream)
                    .collect(Collectors.groupingBy(Found::stage, LinkedHashMap::new, Collectors.toList()));
            return stages.values().stream().flatMap(acts -> acts.size() == acts.getFirst().stage.acts.size() ? java.util.stream.Stream.of(acts.getFirst().book.title + "：" + acts.getFirst().stage.title)
                    : acts.stream().map(f -> f.book.stages.stream().anyMatch(s -> s.title.equals(f.act.title)) ? f.book.code + "/" + f.act.code : f.book.title + "：" + f.act.title)).toList();
        }

        /** What a table says of acts: {@code 程序：环节} or {@code 程序：动作}; null where the packs have neither. */
        @Nullable List<String> named(String text) {
            if (find(text).isPresent()) {
                return List.of(text);
            }
            String[] parts = text.split("[:：]", 2);
            if (parts.length < 2) {
                return null;
            }
            List<String> entries = law.laws().codes().stream().map(this::book).flatMap(Optional::stream).filter(b -> b.title.equals(parts[0].strip()) || b.code.equals(parts[0].strip()))
                    .flatMap(b -> b.stages.stream().flatMap(s -> s.acts.stream().filter(a -> s.title.equals(parts[1].strip()) || a.title.equals(parts[1].strip())).map(a -> b.code + "/" + a.code)))
                    .toList();
            return entries.isEmpty() ? null : entries;
        }
    }

    /** What a body does itself; what others do (a payment, a police reply) is nobody's duty. */
    private static Book bound(Procedure p) {
        Map<String, List<Act>> stages = new LinkedHashMap<>();
        p.acts().stream().filter(a -> a.kind() == ActSpec.Kind.ACT)
                .forEach(a -> stages.computeIfAbsent(a.stage(), s -> new ArrayList<>()).add(new Act(a.code(), a.title(), a.needsOfficers())));
        return new Book(p.code(), p.title(), stages.entrySet().stream().map(e -> new Stage(e.getKey(), List.copyOf(e.getValue()))).toList());
    }
}
