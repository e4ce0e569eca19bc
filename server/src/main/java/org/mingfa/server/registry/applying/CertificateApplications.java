package org.mingfa.server.registry.applying;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.NewPerson.NewCertificate;
import org.mingfa.server.registry.RegisterParameters;
import org.mingfa.server.registry.applying.ApplicationBook.Application;
import org.mingfa.server.registry.applying.ApplicationBook.Condition;
import org.mingfa.server.registry.applying.Requirements.Requirement;
import org.mingfa.server.registry.person.Certificates;
import org.mingfa.server.registry.person.PersonBook;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** What is done with an application: filed, checked by the unit, made public, objected to, issued. */
@NamedInterface("exams")
@Component
public class CertificateApplications {

    private static final String CHECK = "application.check";
    private static final String DECIDE = "application.decide";

    private final ApplicationBook store;
    private final Requirements requirements;
    private final PersonBook people;
    private final Certificates certificates;
    private final Keeping keeping;
    private final RegisterParameters parameters;

    CertificateApplications(ApplicationBook store, Requirements requirements, PersonBook people, Certificates certificates, Keeping keeping, RegisterParameters parameters) {
        this.store = store;
        this.requirements = requirements;
        this.people = people;
        this.certificates = certificates;
        this.keeping = keeping;
        this.parameters = parameters;
    }

    /** Whether the caller may see it: its person, their unit, or who decides in the region. */
    public Application seen(long id) {
        return store.find(id).filter(a -> own(a) || keeping.may(CHECK, a.agencyId()) || keeping.may(DECIDE, a.agencyId()))
                .orElseThrow(() -> Refused.notFound("没有这个申请，或者不归您办理"));
    }

    public static boolean own(Application a) {
        return Caller.current().idText().equals(a.person());
    }

    public boolean mayCheck(Application a) {
        return a.state().equals("filed") && !own(a) && keeping.may(CHECK, a.agencyId());
    }

    public boolean mayDecide(Application a) {
        return a.open() && !own(a) && keeping.may(DECIDE, a.agencyId());
    }

    /** One or all agencies whose applications the caller sees: null for all of the region. */
    public @Nullable Long only() {
        return Caller.current().may(DECIDE) ? null : Caller.current().agency().id();
    }

    /**
     * Files one for the caller, or for a person of the caller's unit.
     *
     * @param person null for the caller
     * @param region 执法区域 by code, null for that of the person's body
     */
    public long file(@Nullable Long person, String field, @Nullable String region, String statement) {
        long whose = person == null ? Caller.current().id() : person;
        long agency = people.agency(whose);
        if (whose != Caller.current().id()) {
            keeping.keep(CHECK, agency);
        }
        String regionCode = region == null ? store.regionCode(agency) : region;
        if (!store.known(field, regionCode)) {
            throw Refused.invalid("/field", "没有这个执法类别或者执法区域");
        }
        return keeping.change(() -> {
            if (store.ofPerson(whose).stream().anyMatch(Application::open)) {
                throw Refused.conflict("此人已有办理中的申请");
            }
            LocalDate today = parameters.today();
            long id = store.add(whose, agency, field, regionCode, statement, Caller.current().id());
            store.step(id, "filed", today, statement, Caller.current().id());
            unmet(store.find(id).orElseThrow(), List.of("post"));
            return id;
        });
    }

    /** 单位审查: agrees only when every condition of the day is confirmed; nobody checks their own. */
    public void check(long id, boolean agrees, Set<String> confirmed, String note) {
        keeping.change(() -> {
            Application a = seen(id);
            keeping.keep(CHECK, a.agencyId());
            notOwn(a, "审查");
            in(a, "filed", "申请不在待审查的状态");
            List<Condition> missing = store.conditions(parameters.today()).stream().filter(c -> !confirmed.contains(c.code())).toList();
            if (agrees && !missing.isEmpty()) {
                throw Refused.invalid("/confirmed", "还没有确认：" + missing.stream().map(c -> c.title() + "（" + c.cite() + "）").collect(Collectors.joining("；")));
            }
            if (!agrees && note.isBlank()) {
                throw Refused.invalid("/note", "退回的写明理由");
            }
            to(a, agrees ? "checked" : "returned", agrees ? "checked" : "returned", parameters.today(), note);
            return id;
        });
    }

    private static void notOwn(Application a, String what) {
        if (own(a)) {
            throw Refused.forbidden("不得" + what + "自己的申请");
        }
    }

    private static void in(Application a, String state, String otherwise) {
        if (!a.state().equals(state)) {
            throw Refused.conflict(otherwise);
        }
    }

    private void to(Application a, String state, String step, LocalDate day, String note) {
        store.step(a.id(), step, day, note, Caller.current().id());
        store.become(a.id(), state);
    }

    /** Refuses with all that stands in the way, each with its citation; those named only, or all. */
    private void unmet(Application a, List<String> names) {
        List<Requirement> open = requirements.of(a, parameters.today()).stream().filter(r -> names.contains(r.name()) && !r.met()).toList();
        if (!open.isEmpty()) {
            throw Refused.barred(open.stream().map(r -> r.text() + "（" + r.cite() + "）").collect(Collectors.joining("；")), List.of()).with("requirements", open);
        }
    }

    private Application decided(long id, String what) {
        Application a = seen(id);
        keeping.keep(DECIDE, a.agencyId());
        notOwn(a, what);
        return a;
    }

    /** Begins the public notice (公示) today; its days are a parameter. */
    public void notice(long id) {
        keeping.change(() -> {
            Application a = decided(id, "公示");
            in(a, "checked", a.state().equals("filed") ? "所在单位还没有审查" : "申请不在待公示的状态");
            unmet(a, List.of("post", "check", "hours", "exam"));
            LocalDate from = parameters.today();
            LocalDate to = from.plusDays(parameters.value("certificate.notice-days", from).longValue() - 1);
            store.step(id, "notice", from, "公示到 " + to, Caller.current().id());
            store.notice(id, from, to);
            return id;
        });
    }

    /** Somebody objects during the notice; the office records it. */
    public void objection(long id, String note) {
        keeping.change(() -> {
            Application a = decided(id, "登记");
            in(a, "notice", "申请不在公示");
            if (store.steps(id).stream().anyMatch(s -> s.step().equals("objection") && s.note().equals(note) && s.onDay().equals(parameters.today()))) {
                return id;
            }
            store.step(id, "objection", parameters.today(), note, Caller.current().id());
            return id;
        });
    }

    /** Answers an objection; one that is upheld ends the application. */
    public void answer(long id, boolean upheld, String note) {
        keeping.change(() -> {
            Application a = decided(id, "答复");
            in(a, "notice", "申请不在公示");
            if (store.unanswered(id) == 0) {
                throw Refused.conflict("没有待答复的异议");
            }
            store.step(id, "answered", parameters.today(), (upheld ? "异议成立：" : "异议不成立：") + note, Caller.current().id());
            if (upheld) {
                to(a, "refused", "refused", parameters.today(), note);
            }
            return id;
        });
    }

    /** By the person or their unit. */
    public void withdraw(long id, String reason) {
        keeping.change(() -> {
            Application a = seen(id);
            if (!own(a)) {
                keeping.keep(CHECK, a.agencyId());
            }
            if (!a.open()) {
                throw Refused.conflict("申请已经办结");
            }
            to(a, "withdrawn", "withdrawn", parameters.today(), reason);
            return id;
        });
    }

    /** Issues the certificate, once nothing stands in the way. */
    public void issue(long id, String number, LocalDate firstDay, LocalDate lastDay, @Nullable Long issuer) {
        keeping.change(() -> {
            Application a = decided(id, "办理");
            if (!a.open()) {
                throw Refused.conflict("申请已经办结");
            }
            unmet(a, List.of("post", "check", "hours", "exam", "notice"));
            if (firstDay.isBefore(parameters.today())) {
                throw Refused.invalid("/firstDay", "按申请发的证不得早于今天生效");
            }
            certificates.issueOnApplication(a.personId(), new NewCertificate(number, a.field(), a.regionCode(), firstDay, lastDay, issuer, false));
            store.step(id, "issued", parameters.today(), number, Caller.current().id());
            store.issued(id, number);
            return id;
        });
    }
}
