package org.mingfa.server.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Accounts;
import org.mingfa.server.access.Caller;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.person.CertificateBook;
import org.mingfa.server.registry.store.AgencyStore;
import org.mingfa.server.registry.store.PersonStore;
import org.mingfa.server.registry.store.RegionStore;
import org.mingfa.server.registry.store.RoleStore;
import org.springframework.stereotype.Component;

/**
 * Writes the registers on behalf of the caller: only in the caller's region and below, always as a new version that
 * says who wrote it. Every change makes {@link Facts} forget.
 */
@Component
public class Registers {

    private final AgencyStore agencies;
    private final PersonStore people;
    private final RoleStore roles;
    private final RegionStore regions;
    private final Keeping keeping;
    private final Clock clock;
    private final CertificateBook book;
    private final Accounts accounts;

    Registers(
            AgencyStore agencies, PersonStore people, RoleStore roles, RegionStore regions,
            Keeping keeping, Clock clock, CertificateBook book, Accounts accounts) {
        this.accounts = accounts;
        this.agencies = agencies;
        this.people = people;
        this.roles = roles;
        this.regions = regions;
        this.keeping = keeping;
        this.clock = clock;
        this.book = book;
    }

    /** The regions whose registers the caller keeps or reads: their own and below. */
    public List<Integer> reach() {
        return keeping.regions();
    }

    /** What an agency's standing is from a day on. */
    public record Standing(LocalDate from, boolean standing, String kind, String basis) {}

    public long addAgency(int region, String name, String shortName, String field, Standing standing) {
        within(region);
        return keeping.change(() -> {
            long id = agencies.add(region, name, shortName, field);
            put(id, standing);
            return id;
        });
    }

    public void setStanding(long agency, Standing standing) {
        within(agencies.region(agency));
        keeping.change(() -> {
            put(agency, standing);
            return agency;
        });
    }

    private void put(long agency, Standing s) {
        agencies.addStanding(agency, s.from(), s.standing(), s.kind(), s.basis(), Caller.current().id());
    }

    /** A region (行政区划); {@code level} is country, province, city, county or township. */
    public void addRegion(int id, @Nullable Integer parent, String name, String code, String level) {
        regions.add(id, parent, name, code, level);
    }

    public long addUnit(long agency, String name) {
        within(agencies.region(agency));
        return keeping.change(() -> people.addUnit(agency, name));
    }

    public long addPerson(String name, Post post) {
        within(agencies.region(post.agency()));
        return keeping.change(() -> {
            long id = people.add(name, post.agency(), post.unit());
            people.addPost(id, post, Caller.current().id());
            return id;
        });
    }

    public void setPost(long person, Post post) {
        within(people.region(person));
        within(agencies.region(post.agency()));
        keeping.change(() -> {
            people.addPost(person, post, Caller.current().id());
            if (!post.from().isAfter(LocalDate.now(clock))) {
                people.move(person, post.agency(), post.unit());
            }
            return person;
        });
    }

    /** A certificate that was there before, as an invented city is loaded; people issue and change them in {@code registry.person}. */
    public void addCertificate(CertificateVersion v) {
        within(people.region(v.person()));
        keeping.change(() -> {
            book.add(new CertificateBook.Version(v.number(), v.from(), v.person(), v.field(), v.regionCode(), v.firstDay(), v.lastDay(), "valid", CertificateBook.ENTERED, null, false),
                    Caller.current().id());
            return v;
        });
    }

    public void grantRole(long person, String role, long agency, LocalDate from, @Nullable LocalDate to) {
        within(people.region(person));
        within(agencies.region(agency));
        if (!roles.exists(role)) {
            throw Refused.invalid("/role", "没有这个角色");
        }
        if (person == Caller.current().id()) {
            throw Refused.conflict("不能给本人授予角色，请由另一位安全管理员办理。");
        }
        keeping.change(() -> {
            List<String> against = roles.against(person, role, from, to);
            if (!against.isEmpty()) {
                throw Refused.conflict("此人同期担任" + String.join("、", against) + "，不得兼任：系统管理、安全管理、审计三员分立，且不办理案件。");
            }
            roles.grant(person, role, agency, from, to, Caller.current().id());
            return role;
        });
        accounts.reread(person);
    }

    /** By who administers the person's region or that of the body in which the role is held. */
    public void endRole(long person, String role, long agency, LocalDate last) {
        Integer body = agencies.region(agency);
        if (body == null || !reach().contains(body)) {
            within(people.region(person));
        }
        if (!keeping.change(() -> roles.end(person, role, agency, last, Caller.current().id()))) {
            throw Refused.notFound("此人在该日没有这个角色");
        }
        accounts.reread(person);
    }

    private void within(@Nullable Integer region) {
        if (region == null || !reach().contains(region)) {
            throw Refused.notFound("没有找到，或者不在本地区");
        }
    }
}
