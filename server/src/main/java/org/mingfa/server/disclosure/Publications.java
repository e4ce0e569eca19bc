package org.mingfa.server.disclosure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.disclosure.Publication.State;
import org.mingfa.server.disclosure.check.FindingStore;
import org.mingfa.server.disclosure.check.PublicationChecks;
import org.mingfa.server.disclosure.check.PublicationFinding;
import org.mingfa.server.disclosure.masking.Mask;
import org.mingfa.server.disclosure.masking.Masked;
import org.mingfa.server.disclosure.masking.Masking;
import org.mingfa.server.disclosure.masking.Rule;
import org.mingfa.server.disclosure.store.PublicationStore;
import org.mingfa.server.operation.Refused;
import org.springframework.stereotype.Component;

/** The way of a decision to the public: submitted by an officer, released by a second person, withdrawn with a reason. */
@Component
public class Publications {
    private final PublicationStore store;
    private final CaseActs acts;
    private final Masking masking;
    private final PublicationChecks checks;
    private final FindingStore findings;
    private final Transactions transactions;
    private final Clock clock;

    Publications(PublicationStore store, CaseActs acts, Masking masking, PublicationChecks checks, FindingStore findings, Transactions transactions, Clock clock) {
        this.checks = checks;
        this.findings = findings;
        this.store = store;
        this.acts = acts;
        this.masking = masking;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A place that a person marks: rule is one of those declared {@code manual}. */
    public record Marked(int from, int to, String rule) {}

    /** One more than {@code limit} may come, which says that there is a next page. */
    public List<Publication> list(@Nullable State state, long before, int limit) {
        var scope = Caller.current().scope();
        return transactions.read(() -> store.list(scope.regions(), scope.agencies(), state == null ? null : state.code(), before, limit + 1));
    }

    public Publication find(String id) {
        return transactions.read(() -> store.find(region(id), number(id))).orElseThrow(Publications::unknown);
    }

    /** The rules that a person applies by hand. */
    public List<Rule> byHand() {
        return masking.rules().stream().filter(r -> r.find().equals("manual")).toList();
    }

    /**
     * The officer's word that the text may go to review.
     *
     * @param byHand all that a person marks, instead of earlier marks by hand; null leaves those as they are
     */
    public Publication submit(String id, @Nullable List<Marked> byHand) {
        return transactions.write(() -> {
            Publication p = locked(id, State.DRAFT);
            Publication marked = byHand == null ? p : with(p, byHand);
            LeakCheck.refuse(masking, marked);
            store.submitted(marked, Caller.current().id(), clock.instant());
            findings.put(p.region(), p.id(), p.agency(), findings(marked), LocalDate.now(clock));
            return store.find(p.region(), p.id()).orElseThrow();
        });
    }

    /** What the checks find of it as it now stands. */
    public List<PublicationFinding> findings(Publication p) {
        return transactions.read(() -> checks.of(new PublicationChecks.Checked(p.caseKey(), p.decisionSeq(), p.decidedOn(), p.masked())));
    }

    /** Findings of decisions under review or published, within the caller's reach. */
    public List<FindingStore.Listed> found(long publication, String rule, int limit) {
        return transactions.read(() -> findings.page(Caller.current().scope(), publication, rule, limit));
    }

    /** Back to the officer, with the reason. */
    public Publication giveBack(String id, String reason) {
        return transactions.write(() -> {
            Publication p = locked(id, State.REVIEW);
            store.returned(p, reason);
            return store.find(p.region(), p.id()).orElseThrow();
        });
    }

    /** A second person releases it: the act of the case, and with it ({@link Following}) the public copy, in one transaction. */
    public Publication release(String id) {
        return transactions.write(() -> {
            Publication p = locked(id, State.REVIEW);
            if (Long.valueOf(Caller.current().id()).equals(p.submittedBy())) {
                throw Refused.forbidden("提交人不能自己审核发布，请由另一名公示审核人员办理。");
            }
            acts.publish(p);
            findings.put(p.region(), p.id(), p.agency(), findings(p), LocalDate.now(clock));
            return store.find(p.region(), p.id()).orElseThrow();
        });
    }

    /** Takes it from the public; number, agency and reason stay to be seen. */
    public Publication withdraw(String id, String reason) {
        return transactions.write(() -> {
            Publication p = locked(id, State.PUBLISHED);
            acts.withdraw(p, reason);
            return store.find(p.region(), p.id()).orElseThrow();
        });
    }

    private Publication locked(String id, State wanted) {
        Publication p = store.locked(region(id), number(id)).orElseThrow(Publications::unknown);
        if (wanted != State.PUBLISHED && p.original().equals(Publication.DESTROYED)) throw Refused.gone("当事人的个人信息已销毁，这条决定不能再办理公示。");
        if (p.state() != wanted) throw Refused.conflict("这条公示信息已是「" + title(p.state()) + "」，请刷新后再办。");
        return p;
    }

    private Publication with(Publication p, List<Marked> extra) {
        var masks = new ArrayList<>(p.masks().stream().filter(m -> !byHand(m)).toList());
        for (int i = 0; i < extra.size(); i++) masks.add(mask(p, extra.get(i), masks, i));
        var masked = new Masked(p.original(), masks);
        return new Publication(p.region(), p.id(), p.agency(), p.caseKey(), p.partyId(), p.decisionSeq(), p.state(), p.number(), p.party(),
                p.organisation(), p.cause(), p.outcome(), p.decidedOn(), p.due(), p.original(), masked.text(), masked.masks(), p.keep(),
                p.submittedBy(), p.submittedAt(), p.returnedReason(), p.releasedBy(), p.releasedAt(), p.withdrawnAt(), p.withdrawReason());
    }

    private Mask mask(Publication p, Marked marked, List<Mask> others, int i) {
        String at = "/masks/" + i;
        Rule rule = byHand().stream().filter(r -> r.id().equals(marked.rule())).findFirst()
                .orElseThrow(() -> Refused.invalid(at + "/rule", "只能按需人工判断的规则遮盖：" + manual()));
        boolean inside = marked.from() >= 0 && marked.from() < marked.to() && marked.to() <= p.original().length();
        if (!inside || others.stream().anyMatch(o -> o.from() < marked.to() && marked.from() < o.to())) {
            throw Refused.invalid(at, "遮盖位置超出原文，或者与已有的遮盖重叠");
        }
        return new Mask(marked.from(), marked.to(), rule.with(), rule.id(), rule.title(), rule.cite());
    }

    /** One id can name a rule that finds by itself and one by hand: their titles tell them apart. */
    private boolean byHand(Mask mask) {
        return byHand().stream().anyMatch(r -> r.id().equals(mask.rule()) && r.title().equals(mask.title()));
    }

    private String manual() {
        return byHand().stream().map(r -> r.id() + " " + r.title()).collect(Collectors.joining("、"));
    }

    private static int region(String id) {
        return part(id, 0).intValue();
    }

    private static long number(String id) {
        return part(id, 1);
    }

    private static Long part(String id, int which) {
        if (!id.matches("\\d{1,9}-\\d{1,18}")) throw unknown();
        return Optional.of(id.split("-")[which]).map(Long::valueOf).orElseThrow();
    }

    private static RuntimeException unknown() {
        return Refused.notFound("没有这条公示信息。");
    }

    static String title(State state) {
        return switch (state) {
            case DRAFT -> "待提交";
            case REVIEW -> "待审核";
            case PUBLISHED -> "已公示";
            case WITHDRAWN -> "已撤回";
            case DROPPED -> "不再公示";
        };
    }
}
