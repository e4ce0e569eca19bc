package org.mingfa.server.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.person.CertificateBook;
import org.mingfa.server.registry.store.AgencyStore;
import org.mingfa.server.registry.store.CertificateStore;
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
    private final CertificateStore certificates;
    private final RoleStore roles;
    private final RegionStore regions;
    private final Keeping keeping;
    private final Clock clock;
    private final CertificateBook book;

    Registers(
            AgencyStore agencies, PersonStore people, CertificateStore certificates, RoleStore roles, RegionStore regions,
            Keeping keeping, Clock clock, CertificateBook book) {
        this.agencies = agencies;
        this.people = people;
        this.certificates = certificates;
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

    /** Adds a certificate or a version of it; a number belongs to one person for good. */
    public void setCertificate(CertificateVersion version, boolean added) {
        within(people.region(version.person()));
        keeping.change(() -> {
            addCertificate(version, added);
            return version;
        });
    }

    private void addCertificate(CertificateVersion version, boolean added) {
        Long holder = certificates.holder(version.number());
        if (added && holder != null) {
            throw Refused.invalid("/number", "该证号已经登记");
        }
        if (!added && (holder == null || holder != version.person())) {
            throw Refused.notFound("没有这个证号，或者不属于此人");
        }
        if (added && book.applies(version.person())) {
            throw Refused.conflict(CertificateBook.IN_APPLICATION);
        }
        if (added && book.of(version.person()).isEmpty() && !Caller.current().may("application.decide")) {
            throw Refused.forbidden("首次发证须经领证申请");
        }
        unlessBarred(version);
        certificates.add(version, Caller.current().id());
    }

    private void unlessBarred(CertificateVersion v) {
        book.overlapping(v.person(), new NewPerson.NewCertificate(v.number(), v.field(), v.regionCode(), v.firstDay(), v.lastDay(), null, false)).ifPresent(other -> {
            throw Refused.invalid("/firstDay", "与此人的执法证件 %s（%s 至 %s）有效期重叠".formatted(other.number(), other.firstDay(), other.lastDay()));
        });
        book.of(v.person()).stream().filter(x -> x.number().equals(v.number())).findFirst().filter(CertificateBook.Version::takenAway).ifPresent(x -> {
            throw Refused.conflict("证件已经收回、吊销或者挂失，不能再变更；需要时请发新证");
        });
    }

    public void grantRole(long person, String role, long agency, LocalDate from, @Nullable LocalDate to) {
        within(people.region(person));
        within(agencies.region(agency));
        if (!roles.exists(role)) {
            throw Refused.invalid("/role", "没有这个角色");
        }
        keeping.change(() -> {
            roles.grant(person, role, agency, from, to, Caller.current().id());
            return role;
        });
    }

    public void endRole(long person, String role, long agency, LocalDate last) {
        within(people.region(person));
        if (!keeping.change(() -> roles.end(person, role, agency, last, Caller.current().id()))) {
            throw Refused.notFound("此人在该日没有这个角色");
        }
    }

    private void within(@Nullable Integer region) {
        if (region == null || !reach().contains(region)) {
            throw Refused.notFound("没有找到，或者不在本地区");
        }
    }
}
