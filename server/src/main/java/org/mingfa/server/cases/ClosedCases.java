package org.mingfa.server.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Entry;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.server.access.Scope;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.store.ClosedStore;
import org.mingfa.server.cases.store.Erased;
import org.mingfa.server.catalogue.CurrentLaw;
import org.mingfa.server.record.RecordStore;
import org.mingfa.server.record.StoredEntry;
import org.springframework.stereotype.Component;

/** Closed cases within the caller's scope, to be examined again under another law. Nothing of them is changed. */
@Component
public class ClosedCases {

    /** A head with the name of its agency. */
    public record Closed(EnforcementCase head, String agency) {}

    /** A closed case with its record. */
    public record Past(EnforcementCase head, String agency, List<Entry> record) {

        /** Whether every act of its record is one of this procedure. */
        public boolean fits(Procedure p) {
            Set<String> acts = p.acts().stream().map(ActSpec::code).collect(Collectors.toSet());
            return record.stream().filter(Entry::isAct).allMatch(e -> acts.contains(e.act().code()));
        }
    }

    private final ClosedStore store;
    private final RecordStore record;
    private final CurrentLaw law;
    private final Transactions transactions;

    ClosedCases(ClosedStore store, RecordStore record, CurrentLaw law, Transactions transactions) {
        this.store = store;
        this.record = record;
        this.law = law;
        this.transactions = transactions;
    }

    /** Those of a procedure that ended on that day or later, the last first. */
    public List<Closed> newest(String procedure, LocalDate since, int limit) {
        return transactions.read(() -> store.newest(procedure, since, scope(), limit));
    }

    /** How many of them there are; counting stops at the bound. */
    public int count(String procedure, LocalDate since, int bound) {
        return transactions.read(() -> store.count(procedure, since, scope(), bound));
    }

    public Past past(Closed c) {
        return transactions.read(() -> new Past(c.head(), c.agency(),
                record.entries(c.head().id()).stream().map(StoredEntry::entry).map(Erased::shown).toList()));
    }

    /** The case as though it had been handled under this procedure, with the calendar of now. */
    public CaseFile under(Past past, Procedure procedure) {
        return CaseFile.of(procedure, CaseFiles.info(past.head()), law.calendar(), past.record());
    }

    private static Scope scope() {
        return Scope.current().orElse(Scope.NONE);
    }
}
