package org.mingfa.server.registry.person;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Accounts;
import org.mingfa.server.access.Caller;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.NewPerson;
import org.mingfa.server.registry.RegisterParameters;
import org.mingfa.server.registry.person.CertificateBook.Version;
import org.mingfa.server.registry.person.PersonBook.NewPost;
import org.mingfa.server.registry.person.PersonBook.PostVersion;
import org.mingfa.server.registry.store.RoleStore;
import org.springframework.stereotype.Component;

/** Entering, changing post, transfer and leaving (调入 变更 调出 离岗): rights follow on the same day. */
@Component
public class Staffing {

    private final PersonBook people;
    private final CertificateBook book;
    private final Certificates certificates;
    private final BulkStore bulk;
    private final Identities identities;
    private final RoleStore roles;
    private final Accounts accounts;
    private final Leavers leavers;
    private final Keeping keeping;
    private final RegisterParameters parameters;

    Staffing(PersonBook people, CertificateBook book, Certificates certificates, BulkStore bulk, Identities identities, RoleStore roles,
            Accounts accounts, Leavers leavers, Keeping keeping, RegisterParameters parameters) {
        this.people = people;
        this.book = book;
        this.certificates = certificates;
        this.bulk = bulk;
        this.identities = identities;
        this.roles = roles;
        this.accounts = accounts;
        this.leavers = leavers;
        this.keeping = keeping;
        this.parameters = parameters;
    }

    /** Registers one person, with a certificate if there is one. */
    public long enter(NewPerson p) {
        keeping.keep("person.write", p.agency());
        return keeping.change(() -> {
            if (p.idNumber() != null && !identities.holders(List.of(p.idNumber())).isEmpty()) {
                throw Refused.invalid("/idNumber", "这个公民身份号码已经登记；请在原登记上变更岗位或者调动");
            }
            if (p.certificate() != null) {
                certificates.unlessDecides(p.agency(), "人员的首个执法证件走领证申请；已有的证件由办理领证申请的人员登记，或者随人员表导入");
                certificates.checked(0, p.certificate());
            }
            return bulk.addAll(List.of(p), Caller.current().id()).getFirst();
        });
    }

    /** A new version of a post at the same body; at another it is a transfer. */
    public void change(long person, NewPost post) {
        long from = people.agency(person);
        keeping.keep("person.write", from);
        if (post.agency() != from) {
            keeping.keep("person.write", post.agency());
        }
        inOrder(person, post.from());
        keeping.change(() -> {
            if (post.agency() != from) {
                withdraw(person, post.from(), "调离" + people.posts(person).stream().findFirst().map(PostVersion::agencyName).orElse("原单位"));
            }
            people.addPost(person, post, parameters.today(), Caller.current().id());
            return person;
        });
        accounts.signOut(person);
    }

    /** Leaving: from that day the person is nothing here, holds no certificate and no role. */
    public void leave(long person, LocalDate day, String reason) {
        keeping.keep("person.write", people.agency(person));
        inOrder(person, day);
        PostVersion last = people.posts(person).stream().findFirst()
                .orElseThrow(() -> Refused.conflict("此人没有登记岗位，不能办理离岗；请先登记岗位，或者由安全管理员收回其角色"));
        if (last.ended()) {
            throw Refused.conflict("此人已经离岗（" + last.validFrom() + "）");
        }
        keeping.change(() -> {
            people.addPost(person, new NewPost(day, last.agency(), last.unitName(), last.title(), last.kind(), false, last.qualified(), false, true, reason),
                    parameters.today(), Caller.current().id());
            withdraw(person, day, "离岗：" + reason);
            return person;
        });
        if (!day.isAfter(parameters.today())) {
            leavers.close(person, day);
        }
    }

    private void inOrder(long person, LocalDate day) {
        people.posts(person).stream().findFirst().filter(p -> p.validFrom().isAfter(day)).ifPresent(p -> {
            throw Refused.invalid("/from", "早于此人最近一次变更的日期 " + p.validFrom());
        });
    }

    /** Takes back what was given for the post: certificates that still count, and every role, whose last day is the one before. */
    private void withdraw(long person, LocalDate day, String reason) {
        Set<String> seen = new HashSet<>();
        for (Version v : book.of(person)) {
            if (seen.add(v.number()) && !v.takenAway() && !v.lastDay().isBefore(day)) {
                certificates.put(v, "withdrawn", day.isBefore(v.validFrom()) ? v.validFrom() : day, reason);
            }
        }
        people.roles(person, day).forEach(r -> roles.endBefore(person, r.role(), r.agency(), day, Caller.current().id()));
    }

    /** Sets or corrects ID number and phone; null leaves one as it is. */
    public void identify(long person, @Nullable String idNumber, @Nullable String phone) {
        keeping.keep("identity.read", people.agency(person));
        keeping.change(() -> {
            Map<String, Long> holders = idNumber == null ? Map.of() : identities.holders(List.of(idNumber));
            if (holders.values().stream().anyMatch(h -> h != person)) {
                throw Refused.invalid("/idNumber", "这个公民身份号码已经登记在另一人名下");
            }
            Identities.Identity old = identities.read(person, Caller.current().id(), "change");
            identities.set(person, idNumber == null ? old.idNumber() : idNumber, phone == null ? old.phone() : phone, Caller.current().id());
            return person;
        });
    }

    /** ID number and phone in clear; the look is recorded. */
    public Identities.Identity identity(long person) {
        keeping.keep("identity.read", people.agency(person));
        return keeping.change(() -> identities.read(person, Caller.current().id(), "page"));
    }
}
