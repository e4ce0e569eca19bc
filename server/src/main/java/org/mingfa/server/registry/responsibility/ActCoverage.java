package org.mingfa.server.registry.responsibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.catalogue.CurrentLaw;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.CasesKnown;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.People;
import org.mingfa.server.registry.RegisterParameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where posts and the acts of procedures do not meet: an act that nobody serves, somebody who does what no post of theirs gives. */
@Component
public class ActCoverage {

    private static final int POSTS = 1_000;
    private static final int MOST = 500;
    private static final int CASES = 20;

    /** Acts of a stage that nobody serves; {@code whole} where it is the whole stage. */
    public record OpenStage(String procedure, String procedureTitle, String stage, List<String> acts, boolean whole) {}

    /** A post with words or acts that no procedure in force has. */
    public record Unmatched(String post, String title, String unitName, List<String> entries) {}

    /** @param procedures those that a post names, and for who reads cases those of open cases */
    public record Opens(List<String> procedures, List<OpenStage> stages, List<Unmatched> unmatched) {}

    /** Somebody who did an act in open cases though no post of theirs gives it; {@code placed} whether any post gives them acts. */
    public record Beyond(String person, String name, String procedure, String procedureTitle, String act, String title, int times, boolean placed) {}

    /**
     * @param cases how many open cases were read for it
     * @param next the cursor of the cases that follow; null at the end
     */
    public record Beyonds(List<Beyond> acts, int cases, @Nullable String next) {}

    private final PostStore store;
    private final ActBook book;
    private final Coverage coverage;
    private final CasesKnown cases;
    private final CurrentLaw law;
    private final People people;
    private final Keeping keeping;
    private final RegisterParameters parameters;
    private final JdbcClient jdbc;

    ActCoverage(PostStore store, ActBook book, Coverage coverage, CasesKnown cases, CurrentLaw law, People people, Keeping keeping, RegisterParameters parameters, JdbcClient jdbc) {
        this.store = store;
        this.book = book;
        this.coverage = coverage;
        this.cases = cases;
        this.law = law;
        this.people = people;
        this.keeping = keeping;
        this.parameters = parameters;
        this.jdbc = jdbc;
    }

    private int region(long agency) {
        keeping.see("service.read", agency);
        return jdbc.sql("select region_id from agency where id = ?").param(agency).query(Integer.class).single();
    }

    /** The acts of the body's procedures that nobody in a post serves. */
    public Opens open(long agency) {
        int region = region(agency);
        LocalDate today = parameters.today();
        ActBook.Pages pages = book.on(agency, today);
        List<ResponsiblePost> posts = store.page(new PostStore.Filter(keeping.reach("service.read"), agency, null, null, today), 0, POSTS);
        Set<String> used = new TreeSet<>(posts.stream().flatMap(p -> p.acts().stream()).filter(e -> pages.find(e).isPresent()).map(e -> e.substring(0, e.indexOf('/'))).toList());
        if (coverage.mayBeyond(agency)) {
            used.addAll(cases.procedures(agency, region));
        }
        Set<String> held = entries(posts, ResponsiblePost.Holder::here);
        Set<String> able = entries(posts, h -> h.here() && h.able());
        List<ActBook.Book> books = law.laws().codes().stream().filter(used::contains).map(pages::book).flatMap(java.util.Optional::stream).toList();
        List<OpenStage> open = new ArrayList<>();
        books.forEach(b -> b.stages().forEach(s -> {
            List<String> acts = s.acts().stream().filter(a -> !(a.officers() ? able : held).contains(b.code() + "/" + a.code())).map(ActBook.Act::title).toList();
            if (!acts.isEmpty()) {
                open.add(new OpenStage(b.code(), b.title(), s.title(), acts, acts.size() == s.acts().size()));
            }
        }));
        List<Unmatched> unmatched = posts.stream().map(p -> new Unmatched(p.id(), p.title(), p.unitName(), pages.unmatched(p.acts()))).filter(u -> !u.entries().isEmpty()).limit(MOST).toList();
        return new Opens(books.stream().map(ActBook.Book::title).toList(), open.stream().limit(MOST).toList(), unmatched);
    }

    private static Set<String> entries(List<ResponsiblePost> posts, java.util.function.Predicate<ResponsiblePost.Holder> by) {
        return posts.stream().filter(p -> p.holders().stream().anyMatch(by)).flatMap(p -> p.acts().stream()).collect(Collectors.toSet());
    }

    /** Who did, in the next {@value #CASES} open cases of a body, the newest first, an act that no post of theirs gives. */
    public Beyonds beyond(long agency, String cursor) {
        int region = region(agency);
        if (!coverage.mayBeyond(agency)) {
            throw Refused.forbidden(Coverage.NOT_YOURS);
        }
        LocalDate today = parameters.today();
        ActBook.Pages pages = book.on(agency, today);
        Map<Long, Set<String>> given = store.givenActs(agency, today).stream()
                .collect(Collectors.groupingBy(PostStore.Given::person, Collectors.mapping(PostStore.Given::code, Collectors.toCollection(HashSet::new))));
        record At(CasesKnown.Acted did, ActBook.Found found) {}
        CasesKnown.ActedPage page = cases.acted(agency, region, cursor, CASES);
        List<At> beyond = page.acts().stream().filter(a -> !given.getOrDefault(a.person(), Set.of()).contains(a.procedure() + "/" + a.act()))
                .flatMap(a -> pages.find(a.procedure() + "/" + a.act()).map(f -> new At(a, f)).stream()).toList();
        Map<String, String> names = people.names(beyond.stream().map(b -> Long.toString(b.did.person())).distinct().toList());
        return new Beyonds(beyond.stream().map(b -> {
            String person = Long.toString(b.did.person());
            return new Beyond(person, names.getOrDefault(person, ""), b.found.book().code(), b.found.book().title(), b.did.act(), b.found.act().title(), b.did.times(),
                    given.getOrDefault(b.did.person(), Set.of()).stream().anyMatch(e -> pages.find(e).isPresent()));
        }).sorted(Comparator.comparing(Beyond::name).thenComparing(Beyond::person).thenComparing(Beyond::procedure).thenComparing(Beyond::act)).toList(), page.cases(), page.next());
    }
}
