package org.mingfa.server.disclosure.guidance;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.cases.OpenCase;
import org.mingfa.server.disclosure.guidance.GuidingCase.Content;
import org.mingfa.server.operation.Bigrams;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.record.CaseKey;
import org.springframework.stereotype.Component;

/** Keeps the guiding cases; call it within a transaction. */
@Component
public class GuidanceBook {

    private final GuidanceStore store;

    GuidanceBook(GuidanceStore store) {
        this.store = store;
    }

    /** One that is locked for a change. */
    public record Held(long id, String state, int seq, CaseKey source) {}

    public GuidingCase add(OpenCase open, Content content) {
        if (store.exists(open)) {
            throw Refused.conflict("这件案件已经提出过指导案例");
        }
        String agency = String.valueOf(open.file().record().getLast().registry().agency().getOrDefault("name", ""));
        return find(store.add(open, agency, content, Caller.current().id()));
    }

    /** @param seq the last event that the caller has seen */
    public Held held(long id, int seq) {
        GuidanceStore.Locked l = store.locked(id).orElseThrow(GuidanceBook::unknown);
        if (l.seq() != seq) {
            throw Refused.conflict("别人已经改动了这个指导案例，请刷新后再办");
        }
        return new Held(id, l.state(), l.seq(), CaseKey.parse(l.source()).orElseThrow());
    }

    public GuidingCase change(Held held, Content content) {
        store.change(held.id(), content, held.seq() + 1, Caller.current().id());
        return find(held.id());
    }

    public GuidingCase step(Held held, String state, String done, String note, @Nullable LocalDate publishedOn) {
        store.step(held.id(), state, done, note, held.seq() + 1, publishedOn, Caller.current().id());
        return find(held.id());
    }

    /** Who wrote its text. */
    public List<Long> wrote(Held held) {
        return store.whoDid(held.id(), List.of("proposed", "changed"));
    }

    public GuidingCase find(long id) {
        return store.find(id).orElseThrow(GuidanceBook::unknown);
    }

    public List<GuidingCase.Head> published(String q, @Nullable String table, long before, int limit) {
        return store.published(Bigrams.of(q), table, before, limit);
    }

    public List<GuidingCase.Head> underWay(long before, int limit) {
        return store.underWay(before, limit);
    }

    private static RuntimeException unknown() {
        return Refused.notFound("没有这个指导案例");
    }
}
