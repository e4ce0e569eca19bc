package org.mingfa.server.registry.person;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.NewPerson.NewCertificate;
import org.mingfa.server.registry.RegisterParameters;
import org.mingfa.server.registry.person.CertificateBook.Check;
import org.mingfa.server.registry.person.CertificateBook.Issuer;
import org.mingfa.server.registry.person.CertificateBook.Version;
import org.springframework.stereotype.Component;

/** What happens to certificates: issue, change, suspension and return, taking away, yearly check. */
@Component
public class Certificates {

    private final CertificateBook book;
    private final PersonBook people;
    private final Keeping keeping;
    private final RegisterParameters parameters;

    Certificates(CertificateBook book, PersonBook people, Keeping keeping, RegisterParameters parameters) {
        this.book = book;
        this.people = people;
        this.keeping = keeping;
        this.parameters = parameters;
    }

    /**
     * Issues a certificate to an officer (or a supervisor theirs) of a body whose people the caller keeps. A person's first
     * one is issued on an application; without it only by who decides applications, with a reason that stays in the register.
     */
    public void issue(long person, NewCertificate c, String reason) {
        keeping.keep("person.write", people.agency(person));
        keeping.change(() -> {
            if (book.applies(person)) {
                throw Refused.conflict(CertificateBook.IN_APPLICATION);
            }
            if (book.of(person).isEmpty()) {
                first(people.agency(person), reason);
            }
            issueChecked(person, c, reason);
            return c;
        });
    }

    private void first(long agency, String reason) {
        unlessDecides(agency, "首次发证须经领证申请（单位审查、考试、培训、公示）；不经申请的，由办理领证申请的人员写明理由");
        if (reason.isBlank()) {
            throw Refused.invalid("/reason", "不经申请首次发证的，写明理由");
        }
    }

    /** A certificate without an application is recorded by who decides applications. */
    void unlessDecides(long agency, String why) {
        if (!keeping.may("application.decide", agency)) {
            throw Refused.forbidden(why);
        }
    }

    /** The same on an application, whose steps and rights the caller has seen to; within the registers' lock. */
    public void issueOnApplication(long person, NewCertificate c) {
        issueChecked(person, c, CertificateBook.ON_APPLICATION);
    }

    private void issueChecked(long person, NewCertificate c, String reason) {
        checked(person, c);
        book.add(new Version(c.number(), c.firstDay(), person, c.field(), c.regionCode(), c.firstDay(), c.lastDay(), "valid", reason, c.issuer(), c.ministry()),
                Caller.current().id());
    }

    /** Refuses a number that is taken or does not fit its issuer, and a period that overlaps another's. */
    public void checked(long person, NewCertificate c) {
        if (!book.taken(List.of(c.number())).isEmpty()) {
            throw Refused.invalid("/number", "该证号已经登记，不能再发给他人；补发请换新号");
        }
        Issuer issuer = issuer(c.issuer());
        if (!CertificateBook.fits(issuer, c.number())) {
            throw Refused.invalid("/number", issuer == null ? "应为 4 至 30 位汉字、数字、大写字母或短横" : "不合" + issuer.name() + "的编号规则");
        }
        Optional<Version> other = book.overlapping(person, c);
        if (other.isPresent()) {
            throw Refused.invalid("/firstDay", "与此人的执法证件 %s（%s 至 %s）有效期重叠；请先收回旧证，或者从其期满次日起".formatted(
                    other.get().number(), other.get().firstDay(), other.get().lastDay()));
        }
    }

    private @Nullable Issuer issuer(@Nullable Long id) {
        if (id == null) {
            return null;
        }
        return book.issuers().stream().filter(i -> i.id() == id).findFirst().orElseThrow(() -> Refused.invalid("/issuer", "没有这个发证机关"));
    }

    /**
     * Changes the state from a day on.
     *
     * @param state valid (发还), suspended, revoked, withdrawn or lost
     */
    public void change(String number, String state, LocalDate from, String reason) {
        keeping.change(() -> {
            changed(number, state, from, reason);
            return number;
        });
    }

    private void changed(String number, String state, LocalDate from, String reason) {
        Version v = kept(number, from);
        if (v.takenAway()) {
            throw Refused.conflict("证件" + CertificateState.title(v.state()) + "，不能再变更；需要时请发新证");
        }
        if (state.equals(v.state())) {
            throw Refused.conflict("证件在该日已经是这个状态");
        }
        notBefore(v, from);
        put(v, state, from, reason);
    }

    /** A change holds only after all others: what was recorded for a later day would outlive it. */
    private void notBefore(Version v, LocalDate from) {
        LocalDate last = book.of(v.person()).stream().filter(x -> x.number().equals(v.number())).findFirst().orElse(v).validFrom();
        if (from.isBefore(last)) {
            throw Refused.invalid("/from", "早于证件上一次变更的日期 " + last);
        }
    }

    void put(Version v, String state, LocalDate from, String reason) {
        book.add(new Version(v.number(), from, v.person(), v.field(), v.regionCode(), v.firstDay(), v.lastDay(), state, reason, v.issuer(), v.ministry()),
                Caller.current().id());
    }

    /** 年度审验; a failed one suspends where the parameter says so. */
    public void check(Check c) {
        Version v = kept(c.number(), c.checkedOn());
        boolean suspends = c.result().equals("failed") && v.state().equals("valid")
                && parameters.value("check.failed-suspends", c.checkedOn()).compareTo(BigDecimal.ZERO) > 0;
        keeping.change(() -> {
            book.addCheck(c, Caller.current().id());
            if (suspends) {
                notBefore(v, c.checkedOn());
                put(v, "suspended", c.checkedOn(), c.year() + " 年度审验不合格" + (c.note().isEmpty() ? "" : "：" + c.note()));
            }
            return c;
        });
    }

    private Version kept(String number, LocalDate day) {
        Version v = book.find(number, day).orElseThrow(() -> Refused.notFound("没有这个证号"));
        keeping.keep("person.write", people.agency(v.person()));
        return v;
    }
}
