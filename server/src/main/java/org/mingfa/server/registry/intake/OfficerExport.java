package org.mingfa.server.registry.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.registry.RegisterParameters;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.registry.PersonKind;
import org.mingfa.server.registry.person.Identities;
import org.mingfa.server.registry.person.Identities.Identity;
import org.mingfa.server.registry.person.PeopleFilter;
import org.mingfa.server.registry.person.PeopleListStore;
import org.mingfa.server.registry.person.ListedPerson;
import org.mingfa.server.sheet.Column;
import org.mingfa.server.sheet.SheetOut;
import org.springframework.stereotype.Component;

/** People as a table with the columns of the import; ID numbers and phones only for whom it is asked with the right to. */
@Component
public class OfficerExport {

    private static final int PAGE = 1_000;
    private static final int MOST = 50_000;

    private final PeopleListStore store;
    private final Identities identities;
    private final RegisterParameters parameters;
    private final Transactions transactions;

    OfficerExport(PeopleListStore store, Identities identities, RegisterParameters parameters, Transactions transactions) {
        this.parameters = parameters;
        this.store = store;
        this.identities = identities;
        this.transactions = transactions;
    }

    public void write(PeopleFilter filter, boolean identity, OutputStream out) throws IOException {
        List<String> header = OfficerColumns.COLUMNS.all().stream().map(Column::title).toList();
        SheetOut.xlsx("执法人员", header, rows(filter, identity), out);
    }

    /** Page by page, so that memory does not grow with the register. */
    private Stream<List<String>> rows(PeopleFilter filter, boolean identity) {
        LocalDate soon = parameters.soon(filter.on());
        return Stream.iterate(page(filter, soon, 0), p -> !p.isEmpty(), p -> p.size() < PAGE ? List.<ListedPerson>of() : page(filter, soon, Long.parseLong(p.getLast().id())))
                .limit(MOST / PAGE).flatMap(p -> cells(p, identity).stream());
    }

    private List<ListedPerson> page(PeopleFilter filter, LocalDate soon, long after) {
        return store.page(filter, soon, after, PAGE);
    }

    private List<List<String>> cells(List<ListedPerson> page, boolean identity) {
        Map<Long, Identity> seen = identity
                ? transactions.write(() -> identities.readAll(page.stream().map(r -> Long.valueOf(r.id())).toList(), Caller.current().id())) : Map.of();
        List<List<String>> rows = new ArrayList<>();
        page.forEach(r -> rows.add(cells(r, seen.getOrDefault(Long.valueOf(r.id()), new Identity(null, null)))));
        return rows;
    }

    private static List<String> cells(ListedPerson r, Identity i) {
        ListedPerson.Held c = r.certificate();
        return Arrays.asList(r.name(), r.agencyName(), text(r.unitName()), r.title(), PersonKind.of(r.kind()).orElseThrow().title(), r.since().toString(),
                text(i.idNumber()), text(i.phone()), yes(r.reviewer()), yes(r.qualified()), yes(r.hearingHost()), c == null ? "" : c.number(),
                c == null ? "" : c.field(), c == null ? "" : c.regionCode(), "", c == null ? "" : yes(c.ministry()),
                c == null ? "" : c.firstDay().toString(), c == null ? "" : c.lastDay().toString());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String yes(boolean flag) {
        return flag ? "是" : "否";
    }
}
