package org.mingfa.server.finding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.Lists;
import org.mingfa.server.cases.Procedures;
import org.mingfa.server.cases.party.Parties;
import org.mingfa.server.finding.Found.Group;
import org.mingfa.server.operation.Initials;
import org.mingfa.server.registry.Keeping;
import org.springframework.stereotype.Component;

/** Looks through all kinds for the same words. Nothing is counted: not even how many there are is told of what is not shown. */
@Component
public class Finder {

    /** Of one kind. */
    static final int MOST = 6;
    /** Cases read for the parties among them, people, bodies. */
    private static final int NEAR = 20;
    /** People and bodies read where pairs of initials need not stand together. */
    private static final int OFFERED = 200;

    private final Lists cases;
    private final Parties parties;
    private final Procedures procedures;
    private final FoundLaw law;
    private final NameStore names;
    private final Keeping keeping;
    private final Marks marks;
    private final Transactions transactions;
    private final Clock clock;

    Finder(Lists cases, Parties parties, Procedures procedures, FoundLaw law, NameStore names, Keeping keeping, Marks marks, Transactions transactions, Clock clock) {
        this.cases = cases;
        this.parties = parties;
        this.procedures = procedures;
        this.law = law;
        this.names = names;
        this.keeping = keeping;
        this.marks = marks;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param words as typed; fewer than two letters find nothing */
    public List<Group> find(String words) {
        if (words.codePoints().filter(Character::isLetterOrDigit).count() < 2) {
            return List.of();
        }
        Caller me = Caller.current();
        List<Group> groups = new ArrayList<>();
        if (me.may("case.read")) {
            ofCases(words, groups);
            add(groups, "document", "文书", documents(words));
        }
        if (me.may("registry.read")) {
            registers(words, groups);
        }
        if (me.may("law.read") || me.may("case.read")) {
            LocalDate today = LocalDate.now(clock);
            add(groups, "article", "条文", law.articles(words, today));
            add(groups, "law", "法规", law.laws(words, today));
        }
        if (me.may("registry.read") || me.may("case.read")) {
            add(groups, "item", "执法事项", law.items(words, me.agency().id(), LocalDate.now(clock)));
        }
        add(groups, "pack", "法律包", packs(words));
        return groups;
    }

    private static void add(List<Group> groups, String kind, String title, List<Found> hits) {
        if (!hits.isEmpty()) {
            groups.add(new Group(kind, title, hits.stream().limit(MOST).toList()));
        }
    }

    private void ofCases(String words, List<Group> groups) {
        List<Lists.FoundCase> rows = Initials.are(words) ? cases.found(words, MOST, r -> hit(found(r, words))) : cases.found(words, NEAR);
        add(groups, "case", "案件", rows.stream().map(r -> found(r, words)).toList());
        add(groups, "party", "当事人", parties.among(rows.stream().map(Lists.FoundCase::id).toList()).stream()
                .map(p -> new Found(p.id(), null, marks.in(p.name(), words), Marks.none(Objects.requireNonNullElse(p.code(), "")))).filter(f -> f.title().hit()).toList());
    }

    private static boolean hit(Found f) {
        return f.title().hit() || f.hint().hit();
    }

    private Found found(Lists.FoundCase r, String words) {
        String hint = String.join(" · ", Stream.of(r.number(), r.violation(), r.stage()).filter(t -> t != null && !t.isEmpty()).toList());
        return new Found(r.id(), null, marks.in(r.party().isEmpty() ? r.procedure() : r.party(), words), marks.in(hint, words));
    }

    private List<Found> documents(String words) {
        return transactions.read(() -> names.documents(words, Caller.current().scope().agencies(), MOST)).stream()
                .map(d -> new Found(d.number(), d.caseId(), marks.in(d.number(), words), Marks.none(d.title()))).toList();
    }

    private void registers(String words, List<Group> groups) {
        List<Integer> regions = keeping.regions();
        int offered = Initials.are(words) ? OFFERED : NEAR;
        add(groups, "person", "执法人员", named(names.people(words, regions, offered), words));
        add(groups, "body", "执法主体", named(names.bodies(words, regions, offered), words));
    }

    private List<Found> named(List<NameStore.Named> found, String words) {
        return found.stream().map(n -> new Found(n.id(), null, marks.in(n.name(), words), Marks.none(n.hint()))).filter(f -> f.title().hit()).toList();
    }

    private List<Found> packs(String words) {
        String code = words.toLowerCase(Locale.ROOT);
        return procedures.inForce(null).stream()
                .map(p -> new Found(p.code(), null, marks.in(p.title(), words), p.code().contains(code) ? marks.in(p.code(), words) : Marks.none(Objects.requireNonNullElse(p.cite(), ""))))
                .filter(Finder::hit).toList();
    }
}
