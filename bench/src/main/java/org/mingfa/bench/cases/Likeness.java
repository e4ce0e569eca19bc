package org.mingfa.bench.cases;

import java.time.Instant;
import java.util.List;
import org.mingfa.bench.city.Walk;
import org.mingfa.server.cases.EnforcementCase;
import org.mingfa.server.cases.store.Rows;
import org.mingfa.server.operation.Bigrams;
import org.mingfa.server.record.CaseKey;

/** The rows of a case from those of another one of its shape. */
final class Likeness {

    private Likeness() {}

    static Rows of(Rows like, CaseKey key, Walk.Facts facts, String number, Instant updatedAt) {
        EnforcementCase h = like.head();
        EnforcementCase head = new EnforcementCase(key, h.agency(), number, h.procedure(), h.title(), h.field(), h.region(), h.law(), h.packs(),
                h.attributes(), h.item(), h.stage(), h.lead(), h.filedOn(), facts.party(), facts.violation(), h.due(), h.refreshOn(), h.endedOn(), h.seq(), updatedAt);
        List<Rows.DutyRow> duties = like.duties().stream()
                .map(d -> new Rows.DutyRow(d.duty(), d.seat(), d.dueOn(), d.json().replace(h.party(), facts.party()))).toList();
        List<Rows.ObjectRow> objects = like.objects().stream()
                .map(o -> new Rows.ObjectRow(o.kind(), o.id(), facts.party(), facts.uscc(), o.alive())).toList();
        List<Rows.PartyRow> parties = like.parties().stream()
                .map(p -> new Rows.PartyRow(p.object(), facts.party(), facts.uscc(), p.idNumber(), p.address() == null ? null : facts.address(), p.fines(), p.clauses())).toList();
        List<Rows.FineRow> fines = like.fines().stream()
                .map(f -> new Rows.FineRow(f.seq(), f.party(), f.table(), facts.violation(), f.grade(), f.fine(), f.low(), f.high(), f.departs(), f.on())).toList();
        return new Rows(head, Bigrams.of(number, facts.party(), facts.violation()), duties, objects, like.people(), List.of(), fines, parties, null);
    }
}
