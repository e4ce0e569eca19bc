package org.mingfa.server.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Finding;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.store.SubmissionStore;
import org.mingfa.server.cases.store.SubmissionStore.Row;
import org.mingfa.server.operation.Problem;
import org.mingfa.server.operation.Refused;
import org.springframework.stereotype.Component;

/**
 * Several submissions decided in one go (成批办理): where the act's law pack allows it ({@code together}), of one act, each
 * opened before by whoever decides. Each is done by itself as it was drafted, with its own examination, entry and document; one
 * that anything speaks against is left as it was, to be decided alone.
 */
@Component
public class Together {

    private static final int MOST = 20;

    /** A submission and the version of it that the client has seen. */
    public record One(@Nullable String id, @Nullable Integer version) {}

    /**
     * What became of one.
     *
     * @param entry what it was done as; null: it waits as before
     * @param why it was left; null where it was done
     * @param findings what the examination found
     */
    public record Outcome(String id, @Nullable Long entry, @Nullable String why, List<Finding> findings) {}

    /** Why one is left to be decided alone; it says nothing of the others. */
    private static final class Left extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient List<Finding> findings;

        Left(String why, List<Finding> findings) {
            super(why, null, false, false);
            this.findings = findings;
        }
    }

    private final SubmissionStore store;
    private final DraftSeal seal;
    private final CaseFiles files;
    private final Handling handling;
    private final Transactions transactions;
    private final Clock clock;

    Together(SubmissionStore store, DraftSeal seal, CaseFiles files, Handling handling, Transactions transactions, Clock clock) {
        this.store = store;
        this.seal = seal;
        this.files = files;
        this.handling = handling;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Decides them in the order given; sent again under its key each is the entry that it was. */
    public List<Outcome> decide(@Nullable List<One> asked, @Nullable String key) {
        List<Row> rows = rows(asked);
        return java.util.stream.IntStream.range(0, rows.size()).mapToObj(i -> outcome(rows.get(i), asked.get(i), key)).toList();
    }

    private List<Row> rows(@Nullable List<One> asked) {
        if (asked == null || asked.isEmpty() || asked.size() > MOST) {
            throw Refused.invalid("/submissions", "一次成批办理 1 至 " + MOST + " 件");
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < asked.size(); i++) {
            One one = asked.get(i);
            if (one == null || one.version() == null) {
                throw Refused.invalid("/submissions/" + i + "/version", "必填：所见送审稿的版本");
            }
            if (!ids.add(String.valueOf(one.id()))) {
                throw Refused.invalid("/submissions/" + i + "/id", "同一送审稿只能列一次");
            }
        }
        Caller me = Caller.current();
        List<Row> rows = transactions.read(() -> asked.stream()
                .map(o -> store.one(me.agency().region(), Submitted.number(o.id())).filter(SubmissionViews::decides).orElseThrow(SubmissionViews::none)).toList());
        for (int i = 1; i < rows.size(); i++) {
            if (!rows.get(i).act().equals(rows.getFirst().act())) {
                throw Refused.invalid("/submissions/" + i + "/id", "一次只能成批办理同一事项：「" + rows.getFirst().title() + "」");
            }
        }
        return rows;
    }

    private Outcome outcome(Row row, One seen, @Nullable String key) {
        String id = Long.toString(row.id());
        try {
            if (row.state().equals("done")) {
                return mine(row) ? new Outcome(id, row.entry(), null, List.of()) : new Outcome(id, null, Submitted.moved(row).getMessage(), List.of());
            }
            return new Outcome(id, done(row, seen, key), null, List.of());
        } catch (Left left) {
            return new Outcome(id, null, left.getMessage(), left.findings);
        } catch (Problem refused) {
            return new Outcome(id, null, refused.detail(), List.of());
        }
    }

    private boolean mine(Row row) {
        long me = Caller.current().id();
        return transactions.read(() -> store.events(row.regionId(), row.id())).stream().anyMatch(e -> e.what().equals("done") && e.personId() == me);
    }

    private long done(Row row, One seen, @Nullable String key) {
        if (!row.state().equals("sent") || row.version() != seen.version()) {
            throw Submitted.moved(row);
        }
        if (transactions.read(() -> store.seen(row.regionId(), List.of(row.id()), Caller.current().id())).isEmpty()) {
            throw new Left("您还没有打开过这一稿，请先打开核对", List.of());
        }
        OpenCase open = files.current(row.of());
        ActSpec spec = open.file().procedure().act(row.act());
        if (spec == null || spec.together() == null) {
            throw new Left("本案的程序不允许成批办理「" + row.title() + "」，请单独办理", List.of());
        }
        if (open.seq() != row.caseSeq()) {
            throw new Left("送审之后案件又有记录，请单独办理", List.of());
        }
        ActInput act = drafted(row).map(a -> ofToday(a, row, open.seq()))
                .orElseThrow(() -> new Left("送审稿所涉当事人的个人信息已经销毁", List.of()));
        Handling.Tried tried = handling.examine(row.of(), act);
        if (!tried.open() || !tried.findings().isEmpty()) {
            throw new Left("有须先处理或者斟酌的事项，请单独办理", tried.findings());
        }
        return handling.act(row.of(), act, key == null || key.isBlank() ? null : key + ":" + row.id()).entry().seq();
    }

    private Optional<ActInput> drafted(Row row) {
        return transactions.read(() -> store.events(row.regionId(), row.id()).stream()
                .filter(e -> e.what().equals("sent") && e.version() == row.version()).findFirst()
                .flatMap(e -> seal.draft(row.of(), e.content())).map(DraftSeal.Draft::act));
    }

    private ActInput ofToday(ActInput a, Row row, long seq) {
        return new ActInput(a.code(), LocalDate.now(clock).toString(), a.on(), a.officers(), a.form(), a.files(), null, null, null, null, seq,
                new ActInput.OfSubmission(Long.toString(row.id()), row.version()));
    }
}
