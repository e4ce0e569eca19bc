package org.mingfa.server.cases;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Act;
import org.mingfa.server.access.Caller;
import org.mingfa.server.cases.store.SubmissionStore;
import org.mingfa.server.cases.store.SubmissionStore.Happened;
import org.mingfa.server.cases.store.SubmissionStore.Row;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.record.CaseKey;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What acts do to submissions (送审稿), in the act's own transaction: the one that is done is done, those it makes impossible lapse. */
@Component
class Submitted {

    private final SubmissionStore store;
    private final DraftFiles files;
    private final Clock clock;
    private final JsonMapper json;

    Submitted(SubmissionStore store, DraftFiles files, Clock clock, JsonMapper json) {
        this.store = store;
        this.files = files;
        this.clock = clock;
        this.json = json;
    }

    /**
     * The submission that an act does; null where it does none.
     *
     * @throws org.mingfa.server.operation.Problem 422 where it is of another act, 409 where it no longer waits as the client saw it
     */
    @Nullable Row of(ActInput in, OpenCase open, Act act) {
        ActInput.OfSubmission named = in.submission();
        if (named == null) {
            return null;
        }
        Row found = store.one(open.id().region(), number(named.id()))
                .filter(r -> r.of().equals(open.id()) && r.act().equals(act.code()) && same(act.on(), r))
                .orElseThrow(() -> Refused.invalid("/submission", "本案没有这一事项的送审稿"));
        if (named.version() == null) {
            throw Refused.invalid("/submission/version", "必填：所见送审稿的版本");
        }
        if (!found.state().equals("sent") && !found.state().equals("done") || found.version() != named.version()) {
            throw moved(found);
        }
        return found;
    }

    /** It is done as this entry; undoes the act where it was withdrawn or returned meanwhile. */
    void done(Row of, long entry) {
        if (!store.done(of.regionId(), of.id(), of.version(), entry)) {
            throw moved(store.one(of.regionId(), of.id()).orElse(of));
        }
        store.add(of.regionId(), of.agencyId(), of.id(), new Happened(Caller.current().id(), "done", of.version(), null, null, clock.instant()));
        files.release(of);
    }

    /** Ends what waits of the same act, and with the case's end all that waits. */
    void lapse(OpenCase after, Act act, long entry) {
        CaseKey id = after.id();
        for (long gone : store.lapse(id, entry, act.code(), text(act.on()), after.head().ended())) {
            Row row = store.one(id.region(), gone).orElseThrow();
            store.add(id.region(), row.agencyId(), gone, new Happened(Caller.current().id(), "lapsed", row.version(), null, null, clock.instant()));
        }
    }

    /** What one officer sent in a case is another's to go on with (交接). */
    void handOver(CaseKey of, long from, long to) {
        for (long id : store.move(of, from, to)) {
            Row row = store.one(of.region(), id).orElseThrow();
            store.add(of.region(), row.agencyId(), id, new Happened(to, "moved", row.version(), null, null, clock.instant()));
        }
    }

    boolean same(Map<String, String> on, Row r) {
        return text(on).equals(text(json.readValue(r.onObjects(), Map.class)));
    }

    /** Kind to object id as one text, the same for the same objects. */
    String text(Map<?, ?> on) {
        return json.writeValueAsString(new TreeMap<>(on));
    }

    static long number(@Nullable String id) {
        return id != null && id.matches("\\d{1,18}") ? Long.parseLong(id) : -1;
    }

    /** 409: what became of it meanwhile. */
    static RuntimeException moved(Row now) {
        return Refused.conflict(switch (now.state()) {
            case "sent" -> "送审稿已经重新送审（第 " + now.version() + " 稿），请重新打开后再办";
            case "returned" -> "送审稿已经退回";
            case "done" -> "送审稿已经办理：第 " + now.entry() + " 条记录";
            case "lapsed" -> "送审稿已经失效：所送事项已另行办理或者案件已终结";
            default -> "送审稿已经撤回";
        }).with("state", now.state()).with("version", now.version());
    }
}
