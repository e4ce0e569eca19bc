package org.mingfa.server.document.issue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.procedure.Act;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Entry;
import org.mingfa.core.procedure.Mode;
import org.mingfa.core.procedure.Registry;
import org.mingfa.server.access.Caller;
import org.mingfa.server.cases.ActDone;
import org.mingfa.server.cases.ActInput;
import org.mingfa.server.cases.OpenCase;
import org.mingfa.server.document.DocumentModel;
import org.mingfa.server.document.Documents;
import org.mingfa.server.document.IssuedDocument;
import org.mingfa.server.record.SealedTexts;
import org.mingfa.server.registry.Facts;
import org.mingfa.server.registry.People;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Issues the document of an act in the act's own transaction: without what its document must contain the act is refused.
 * What was done on paper against the law (不规范记录) has its paper; it gets a document only if nothing is missing.
 */
@Component
public class CaseDocuments {
    private final Documents documents;
    private final SealedTexts texts;
    private final People people;
    private final Facts facts;
    private final Clock clock;

    CaseDocuments(Documents documents, SealedTexts texts, People people, Facts facts, Clock clock) {
        this.texts = texts;
        this.documents = documents;
        this.people = people;
        this.facts = facts;
        this.clock = clock;
    }

    @EventListener
    @Order(1)
    void issue(ActDone done) {
        Entry entry = done.open().file().record().getLast();
        ActSpec spec = done.open().file().procedure().act(entry.act().code());
        if (done.elsewhere() || spec == null || spec.documents().isEmpty()) return;
        CaseModel model = new CaseModel(done.open().head(), done.open().file(), people::nameOrText);
        DocumentModel filled = model.of(entry.act(), entry.registry(), served(model, done.open(), entry.act()));
        boolean onPaper = entry.mode() == Mode.IRREGULAR || entry.corrects() != null;
        Documents.Issuer issuer = new Documents.Issuer(done.id(), done.agency(), done.seq(), parties(done, entry));
        for (String name : spec.documents()) {
            DocumentModel one = numbered(spec, name) ? filled : filled.without("number");
            if (!onPaper || documents.missing(name, one).isEmpty()) issued(done, entry, documents.issue(name, one, issuer));
        }
    }

    /** A correction's document stands in place of the one it corrects, and of those of earlier corrections. */
    private void issued(ActDone done, Entry entry, IssuedDocument document) {
        if (entry.corrects() == null) return;
        List<Long> earlier = new ArrayList<>(List.of(entry.corrects()));
        done.open().file().record().stream().filter(e -> entry.corrects().equals(e.corrects()) && e.seq() < entry.seq()).forEach(e -> earlier.add(e.seq()));
        documents.replaces(done.id(), document, earlier);
    }

    /** Whether a document bears the act's number: of several only those that have a kind of number (文种). */
    private boolean numbered(ActSpec spec, String name) {
        return spec.documents().size() == 1 || !documents.template(name).numberKind().isEmpty();
    }

    /** Those whose data the entry holds, and the party it is about; where it is about none, all of the case. */
    private Set<String> parties(ActDone done, Entry entry) {
        Set<String> parties = new TreeSet<>(texts.partiesIn(done.id(), done.seq()));
        String about = entry.act().on().get("party");
        parties.addAll(about == null ? texts.partiesOf(done.id()) : Set.of(about));
        return parties;
    }

    /** The facts for a preview of an act not yet done; nothing of it is checked. */
    public DocumentModel preview(OpenCase open, ActInput in) {
        Moment at = moment(in);
        Caller caller = Caller.current();
        Registry registry = facts.at(at.date(), open.head().agency(), caller.idText(), in.officersOrNone(), Map.of());
        Act act = new Act(String.valueOf(in.code()), at, in.onOrNone(), caller.idText(), List.of(), in.officersOrNone(), in.formOrEmpty());
        CaseModel model = new CaseModel(open.head(), open.file(), people::nameOrText);
        return model.of(act, registry, served(model, open, act));
    }

    private Moment moment(ActInput in) {
        try {
            return Moment.parse(String.valueOf(in.at()));
        } catch (IllegalArgumentException notYetFilledIn) {
            return Moment.parse(LocalDate.now(clock).toString());
        }
    }

    /** What a service act hands over: a document of an act that it needs; where none is, of any act. */
    private String served(CaseModel model, OpenCase open, Act act) {
        Set<String> needed = model.needed(act.code());
        String own = served(model, open, act, entry -> needed.contains(entry.act().code()));
        return own.isEmpty() ? served(model, open, act, entry -> true) : own;
    }

    /** The latest document for outside that is about the same party, or else about no party alone. */
    private String served(CaseModel model, OpenCase open, Act act, Predicate<Entry> among) {
        String own = "";
        String common = "";
        for (Entry entry : model.entries()) {
            ActSpec spec = open.file().procedure().act(entry.act().code());
            String of = entry.act().on().get("party");
            if (spec == null || spec.document() == null || entry.act().code().equals(act.code()) || !among.test(entry)) continue;
            var template = documents.template(spec.document());
            if (!template.external() || template.numberKind().isEmpty()) continue;
            String name = (template.title() + " " + model.numberOf(entry)).strip();
            if (of == null) common = name;
            else if (of.equals(act.on().get("party"))) own = name;
        }
        return own.isEmpty() ? common : own;
    }
}
