package org.mingfa.server.registry.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.CasesKnown;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.RegisterParameters;
import org.mingfa.server.registry.person.CertificateBook.Check;
import org.mingfa.server.registry.person.CertificateBook.Issuer;
import org.mingfa.server.registry.person.CertificateBook.Version;
import org.mingfa.server.registry.training.HourStore;
import org.springframework.stereotype.Component;

/** Puts one person's page together. */
@Component
public class PersonPages {

    private static final int CASES = 20;

    private final PeopleListStore list;
    private final PersonBook people;
    private final CertificateBook book;
    private final HourStore hours;
    private final CasesKnown cases;
    private final Photos photos;
    private final Keeping keeping;
    private final RegisterParameters parameters;

    PersonPages(PeopleListStore list, PersonBook people, CertificateBook book, HourStore hours, CasesKnown cases, Photos photos, Keeping keeping, RegisterParameters parameters) {
        this.list = list;
        this.people = people;
        this.book = book;
        this.hours = hours;
        this.cases = cases;
        this.photos = photos;
        this.keeping = keeping;
        this.parameters = parameters;
    }

    public PersonPage page(long id, LocalDate day) {
        long agency = people.agency(id);
        keeping.read(agency);
        ListedPerson row = list.one(id, day, parameters.soon(day)).orElseThrow(() -> Refused.notFound("此人在该日还没有登记岗位"));
        return new PersonPage(day, row, people.posts(id), certificates(id, day), hours.ofPerson(id, day, parameters.on(day)), people.roles(id, day),
                cases.ofPerson(id, day.getYear(), CASES).orElse(null), photos.address(id, day).orElse(null), keeping.may("person.write", agency), keeping.may("identity.read", agency));
    }

    private List<PersonPage.Certificate> certificates(long person, LocalDate day) {
        Map<String, List<Version>> byNumber = new LinkedHashMap<>();
        book.of(person).forEach(v -> byNumber.computeIfAbsent(v.number(), n -> new ArrayList<>()).add(v));
        List<Check> checks = book.checks(byNumber.keySet());
        List<Issuer> issuers = book.issuers();
        return byNumber.values().stream().map(versions -> certificate(versions, day, checks, issuers)).toList();
    }

    private PersonPage.Certificate certificate(List<Version> versions, LocalDate day, List<Check> checks, List<Issuer> issuers) {
        Version now = versions.stream().filter(v -> !v.validFrom().isAfter(day)).findFirst().orElse(versions.getLast());
        String issuer = issuers.stream().filter(i -> Long.valueOf(i.id()).equals(now.issuer())).map(Issuer::name).findFirst().orElse(null);
        return new PersonPage.Certificate(now.number(), now.field(), now.regionCode(), now.firstDay(), now.lastDay(), state(now, day), issuer, now.ministry(),
                versions.stream().map(v -> new PersonPage.Change(v.validFrom(), v.state(), v.reason())).toList(),
                checks.stream().filter(c -> c.number().equals(now.number())).toList(), "/public/certificates/" + book.code(now.number()));
    }

    private static String state(Version v, LocalDate day) {
        return !v.state().equals("valid") ? v.state() : v.firstDay().isAfter(day) ? "future" : v.lastDay().isBefore(day) ? "expired" : "valid";
    }
}
