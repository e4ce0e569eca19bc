package org.mingfa.server.registry.responsibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.catalogue.Items;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.CasesKnown;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.People;
import org.mingfa.server.registry.RegisterParameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where posts and duties do not meet, and the table of both (权责表): of one body, item by item. */
@Component
public class Coverage {

    static final String NOT_YOURS = "谁在办理什么案件，由能够查看案件的人员和管理本单位岗位的人员查看";
    private static final int ITEMS = 200;
    private static final int TURNS = 25;

    /** An item that no officer's post serves. */
    public record Open(String code, String title, String basis) {}

    /** @param next the cursor of what follows, or null at the end */
    public record Opens(List<Open> items, @Nullable String next) {}

    /** What a person handles in open cases though no post of theirs gives it; {@code posts} is how many posts they have at all. */
    public record Beyond(String person, String name, String item, String itemTitle, int cases, boolean placed) {}

    /** An item of the table with the posts that serve it. */
    public record Line(String code, String title, String basis, List<ResponsiblePost> posts) {}

    public record Table(String agency, String agencyName, LocalDate on, List<Line> lines, @Nullable String next) {}

    private record Body(String name, String field, int region) {}

    private final PostStore store;
    private final Items items;
    private final ActBook acts;
    private final CasesKnown cases;
    private final People people;
    private final Keeping keeping;
    private final RegisterParameters parameters;
    private final JdbcClient jdbc;

    Coverage(PostStore store, Items items, ActBook acts, CasesKnown cases, People people, Keeping keeping, RegisterParameters parameters, JdbcClient jdbc) {
        this.store = store;
        this.items = items;
        this.acts = acts;
        this.cases = cases;
        this.people = people;
        this.keeping = keeping;
        this.parameters = parameters;
        this.jdbc = jdbc;
    }

    private Body body(long agency) {
        keeping.see("service.read", agency);
        return jdbc.sql("select name, field, region_id as region from agency where id = ?").param(agency).query(Body.class).single();
    }

    /** Published items of a body that nobody serves, by code; looks through at most 5,000 at once. */
    public Opens open(long agency, String after) {
        Body body = body(agency);
        LocalDate today = parameters.today();
        Set<String> served = new HashSet<>(store.served(agency, today));
        List<Open> open = new ArrayList<>();
        String at = after;
        for (int turn = 0; turn < TURNS && open.size() < 50; turn++) {
            Items.Published page = items.published(agency, body.field, today, at, ITEMS);
            page.items().stream().filter(i -> !served.contains(i.code())).forEach(i -> open.add(new Open(i.code(), i.title(), i.basis())));
            if (page.next() == null) {
                return new Opens(open, null);
            }
            at = page.next();
        }
        return new Opens(open, at);
    }

    /** Whether the caller learns who handles what: whoever reads that body's cases, or keeps its posts. */
    public boolean mayBeyond(long agency) {
        Caller caller = Caller.current();
        return caller.may("case.read") && caller.scope().agencies().contains(agency) || caller.may("responsibility.write.own") && caller.agency().id() == agency;
    }

    /** Who handles, in open cases of a body, an item that no post of theirs gives. @throws org.mingfa.server.operation.Problem 403 for who reads no cases */
    public List<Beyond> beyond(long agency) {
        Body body = body(agency);
        if (!mayBeyond(agency)) {
            throw Refused.forbidden(NOT_YOURS);
        }
        LocalDate today = parameters.today();
        Map<Long, Set<String>> given = store.given(agency, today).stream()
                .collect(Collectors.groupingBy(PostStore.Given::person, Collectors.mapping(PostStore.Given::code, Collectors.toSet())));
        List<CasesKnown.Handled> beyond = cases.handled(agency, body.region).stream()
                .filter(h -> !given.getOrDefault(h.person(), Set.of()).contains(h.item())).toList();
        Map<String, String> names = people.names(beyond.stream().map(h -> Long.toString(h.person())).distinct().toList());
        return beyond.stream().map(h -> new Beyond(Long.toString(h.person()), names.getOrDefault(Long.toString(h.person()), ""), h.item(),
                String.valueOf(items.at(h.item(), agency, today).getOrDefault("title", "")), h.cases(), given.containsKey(h.person())))
                .sorted(Comparator.comparing(Beyond::name).thenComparing(Beyond::item)).limit(500).toList();
    }

    /** One page of the table: items by code, each with its posts. */
    public Table table(long agency, @Nullable LocalDate on, String after) {
        Body body = body(agency);
        LocalDate day = on == null ? parameters.today() : on;
        Items.Published page = items.published(agency, body.field, day, after, ITEMS);
        ActBook.Pages pages = acts.on(agency, day);
        List<ResponsiblePost> posts = store.page(new PostStore.Filter(keeping.reach("service.read"), agency, null, null, day), 0, 1_000).stream().map(p -> p.told(pages)).toList();
        List<Line> lines = page.items().stream().map(i -> new Line(i.code(), i.title(), i.basis(), posts.stream().filter(p -> p.items().contains(i.code())).toList())).toList();
        return new Table(Long.toString(agency), body.name, day, lines, page.next());
    }
}
