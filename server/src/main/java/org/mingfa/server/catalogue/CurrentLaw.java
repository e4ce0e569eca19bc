package org.mingfa.server.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingfa.core.calendar.WorkCalendar;
import org.mingfa.core.procedure.Laws;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.catalogue.store.AmendmentStore;
import org.mingfa.server.catalogue.store.LawStore;
import org.mingfa.server.catalogue.store.PackFiles;
import org.mingfa.server.operation.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The law that the server works with: the shipped packs with the published amendments laid over them, those that older
 * cases are pinned to, and the calendar with the years announced since. Packs that do not load stop the start, each problem
 * naming file, line and reason; so does an amendment that no longer fits them.
 */
@Component
public class CurrentLaw {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentLaw.class);

    private final Map<String, String> shipped;
    private final Set<Long> leftOut;
    private final boolean isNew;
    private final LawStore store;
    private final AmendmentStore amendments;
    private final Transactions transactions;
    private final Holidays holidays;
    private final PinnedLaws pinned;
    private volatile long newest;
    private volatile LoadedLaw now;

    CurrentLaw(CatalogueSettings settings, LawStore store, AmendmentStore amendments, Transactions transactions, Holidays holidays) {
        this.store = store;
        this.amendments = amendments;
        this.transactions = transactions;
        this.holidays = holidays;
        shipped = PackFiles.read(settings.law());
        leftOut = settings.leaveOutDrafts() == null ? Set.of() : Set.copyOf(settings.leaveOutDrafts());
        newest = amendments.newest();
        List<PublishedAmendment> published = published();
        Map<String, String> texts = LoadedLaw.laidOver(shipped, published);
        isNew = !store.holds(PackFiles.digest(texts));
        now = isNew ? LoadedLaw.checked(texts, published) : LoadedLaw.known(texts);
        pinned = new PinnedLaws(store);
    }

    private List<PublishedAmendment> published() {
        List<PublishedAmendment> all = amendments.all();
        all.stream().filter(a -> leftOut.contains(a.draft()))
                .forEach(a -> LOG.warn("published draft {} of {} is left out, as mingfa.leave-out-drafts says", a.draft(), a.procedure()));
        return all.stream().filter(a -> !leftOut.contains(a.draft())).toList();
    }

    @EventListener(ApplicationStartedEvent.class)
    void keep() {
        store.keep(now.digest(), now.texts());
    }

    /** All packs now in use, with the digest that belongs to them: what is read once for one piece of work. */
    public LoadedLaw loaded() {
        return now;
    }

    /**
     * The law as of now, with what another server on the same database has published meanwhile: asked before each act, so that
     * no act is examined under a version that has ended.
     *
     * @throws Problem 503 where that does not fit the packs of this server
     */
    public LoadedLaw fresh() {
        holidays.fresh();
        if (amendments.newest() != newest) {
            try {
                takeUp();
            } catch (IllegalStateException e) {
                LOG.error("the law that another server published cannot be taken up", e);
                throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "本服务器未能取得最新发布的程序规定，暂时不能办理，请系统管理员升级或者重新启动本服务器");
            }
        }
        return now;
    }

    private synchronized void takeUp() {
        long last = amendments.newest();
        if (last == newest) {
            return;
        }
        List<PublishedAmendment> published = published();
        Map<String, String> texts = LoadedLaw.laidOver(shipped, published);
        LoadedLaw next = store.holds(PackFiles.digest(texts)) ? LoadedLaw.known(texts) : LoadedLaw.checked(texts, published);
        store.keep(next.digest(), next.texts());
        now = next;
        newest = last;
        LOG.info("law packs {} are in use, as published elsewhere", next.digest());
    }

    /** Twice a minute, for pages and projections; a failure is told by the next act as well. */
    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT30S")
    void look() {
        try {
            fresh();
        } catch (Problem told) {
            LOG.warn("{}", told.getMessage());
        }
    }

    /** One procedure, in any version, as the packs of a digest had it: those of now, or of some time before. */
    public LoadedLaw loaded(String digest, String code) {
        LoadedLaw loaded = now;
        return digest.equals(loaded.digest()) ? loaded : new LoadedLaw(pinned.texts(digest), pinned.of(digest, code, loaded), digest);
    }

    private Laws laws(String digest, String code) {
        LoadedLaw loaded = now;
        return digest.equals(loaded.digest()) ? loaded.laws() : pinned.of(digest, code, loaded);
    }

    /** The texts of the packs as they were in use at a moment; where none are kept of that time, those of now. */
    public Map<String, String> textsAt(java.time.Instant then) {
        return store.textsAt(then).orElse(now.texts());
    }

    /** All packs now in use. */
    public Laws laws() {
        return now.laws();
    }

    /**
     * Publishes an amendment: keeps it for all later starts and puts the law with it in the place of the present one. Cases
     * stay under the texts that they are pinned to. Another server on the same database takes it up before its next act:
     * {@link #fresh}.
     *
     * @param by the person who publishes
     * @param also done in the same transaction
     * @throws LoadedLaw.Misfit where it does not fit the packs; nothing is changed
     */
    public synchronized void publish(PublishedAmendment amendment, long by, Runnable also) {
        long[] last = new long[1];
        now = transactions.write(() -> {
            amendments.lock();
            also.run();
            amendments.add(amendment, by);
            last[0] = amendments.newest();
            LoadedLaw next = LoadedLaw.known(LoadedLaw.laidOver(shipped, published()));
            store.keep(next.digest(), next.texts());
            return next;
        });
        newest = last[0];
    }

    /** Whether no server had started with these packs before. */
    public boolean isNew() {
        return isNew;
    }

    /** What a case opened today is pinned to: the digest over all texts now loaded. */
    public String digest() {
        return now.digest();
    }

    /** The procedure as a case opened that day is pinned to it. */
    public Procedure procedure(String law, String code, String field, String region, LocalDate on) {
        return laws(law, code).procedure(code, field, region, on);
    }

    /** The procedure as a case filed on one day stands under it as of another: {@link Laws#procedure(String, String, String, LocalDate, LocalDate)}. */
    public Procedure procedure(String law, String code, String field, String region, LocalDate filedOn, LocalDate asOf) {
        return laws(law, code).procedure(code, field, region, filedOn, asOf);
    }

    /** Workdays as now announced. */
    public WorkCalendar calendar() {
        return holidays.calendar();
    }
}
