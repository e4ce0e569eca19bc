package org.mingfa.server.disclosure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mingfa.core.procedure.Entry;
import org.mingfa.core.procedure.Mode;
import org.mingfa.core.procedure.Terms;
import org.mingfa.server.cases.ActDone;
import org.mingfa.server.cases.OpenCase;
import org.mingfa.server.disclosure.Publication.State;
import org.mingfa.server.disclosure.masking.Masking;
import org.mingfa.server.disclosure.store.PublicStore;
import org.mingfa.server.disclosure.store.PublicationStore;
import org.mingfa.server.operation.Refused;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Follows the acts of cases in their own transaction, so that the public page always agrees with the record: where one
 * makes publication a duty, a draft is made; where it is published or withdrawn, the public copy comes or goes; where a
 * decision is undone, its draft is dropped. Whether and by when there is such a duty, the law pack says.
 */
@Component
class Following {
    private final DecisionReader decisions;
    private final PublicationStore store;
    private final PublicStore published;
    private final Masking masking;
    private final Clock clock;

    Following(DecisionReader decisions, PublicationStore store, PublicStore published, Masking masking, Clock clock) {
        this.decisions = decisions;
        this.store = store;
        this.published = published;
        this.masking = masking;
        this.clock = clock;
    }

    @EventListener
    @Order(2)
    void follow(ActDone done) {
        List<Terms.State> duties = done.open().file().duties(LocalDate.now(clock)).stream().filter(d -> d.act().equals(CaseActs.PUBLISH)).toList();
        Entry entry = done.open().file().record().getLast();
        if (entry.act().code().equals(CaseActs.PUBLISH)) published(done, entry);
        if (entry.act().code().equals(CaseActs.WITHDRAW)) withdrawn(done, entry);
        if (duties.isEmpty()) return;
        for (Terms.State duty : duties) {
            if (duty.status() == Terms.Status.OPEN && duty.on().containsKey("party")) draft(done.open(), duty);
        }
        dropUndone(done.open(), duties);
    }

    /** The public copy is always the text that the masking rules have passed, whatever the act's form says. */
    private void published(ActDone done, Entry entry) {
        var waiting = store.of(done.id()).stream().filter(p -> about(p, entry) && (p.state() == State.DRAFT || p.state() == State.REVIEW)).toList();
        if (waiting.isEmpty() && entry.mode() == Mode.NOW) throw Refused.conflict("本案没有待公示的决定：不属于应当公示的，或者已经公示。");
        for (Publication p : waiting) {
            LeakCheck.refuse(masking, p);
            store.released(p, Long.parseLong(entry.act().actor()), clock.instant());
            published.publish(p, clock.instant());
        }
    }

    private void withdrawn(ActDone done, Entry entry) {
        String reason = java.util.Objects.toString(entry.act().form().get("reason"), "");
        for (Publication p : store.of(done.id())) {
            if (!about(p, entry) || p.state() != State.PUBLISHED) continue;
            store.withdrawn(p, Long.parseLong(entry.act().actor()), clock.instant(), reason);
            published.withdraw(p, clock.instant(), reason);
        }
    }

    private static boolean about(Publication p, Entry entry) {
        return p.partyId().equals(entry.act().on().get("party"));
    }

    private void draft(OpenCase open, Terms.State duty) {
        String party = duty.on().get("party");
        if (store.exists(open.id(), party, duty.cause())) return;
        Decision decision = decisions.of(open, duty);
        if (decision.minor()) return;
        store.add(publication(open, party, decision));
    }

    private Publication publication(OpenCase open, String party, Decision decision) {
        var masked = masking.mask(decision.text(), decision.facts());
        String shown = decision.organisation() ? decision.party() : masking.shortened(decision.party());
        // A cause or an outcome can name people too.
        String cause = masking.mask(decision.cause(), decision.facts()).text();
        String outcome = masking.mask(decision.outcome(), decision.facts()).text();
        return new Publication(open.id().region(), 0, open.head().agency(), open.id(), party, decision.seq(), State.DRAFT,
                decision.number(), shown, decision.organisation() ? decision.party() : "", cause, outcome, decision.decidedOn(),
                decision.due(), decision.text(), masked.text(), masked.masks(), new ArrayList<>(decision.facts().keep()),
                null, null, null, null, null, null, null);
    }

    /** A duty that was dropped because its decision was undone leaves nothing to publish. */
    private void dropUndone(OpenCase open, List<Terms.State> duties) {
        for (Publication p : store.of(open.id())) {
            boolean waiting = p.state() == State.DRAFT || p.state() == State.REVIEW;
            boolean gone = duties.stream().anyMatch(d -> d.cause() == p.decisionSeq() && p.partyId().equals(d.on().get("party")) && d.status() == Terms.Status.DROPPED);
            if (waiting && gone) store.dropped(p);
        }
    }
}
