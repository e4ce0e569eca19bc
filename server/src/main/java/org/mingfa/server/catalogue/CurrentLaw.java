package org.mingfa.server.catalogue;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.WorkCalendar;
import org.mingfa.core.procedure.Census;
import org.mingfa.core.procedure.Laws;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.server.catalogue.store.LawStore;
import org.mingfa.server.catalogue.store.PackFiles;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The law that the server works with: the packs loaded at start, those that older cases are pinned to, and the calendar
 * with the years announced since. Packs that do not load stop the start, each problem naming file, line and reason.
 */
@Component
public class CurrentLaw {

    private static final String CALENDAR = "calendar/holidays.yaml";

    private final Map<String, String> texts;
    private final Laws laws;
    private final String digest;
    private final boolean isNew;
    private final LawStore store;
    private final ApplicationEventPublisher events;
    private final LoadingCache<String, Laws> pinned;
    private volatile WorkCalendar calendar;
    private volatile @Nullable List<Census.Cited> citations;

    CurrentLaw(CatalogueSettings settings, LawStore store, ApplicationEventPublisher events) {
        this.store = store;
        this.events = events;
        texts = PackFiles.read(settings.law());
        digest = PackFiles.digest(texts);
        isNew = !store.holds(digest);
        laws = isNew ? checked(texts) : Laws.known(texts);
        calendar = merged(store.years());
        pinned = Caffeine.newBuilder().maximumSize(8).build(this::keptLaws);
    }

    /** Packs are checked once: {@link #keep} notes those with which a server has started. */
    private static Laws checked(Map<String, String> texts) {
        Laws laws = Laws.load(texts);
        if (!laws.problems().isEmpty()) {
            throw new IllegalStateException("the law packs do not load: " + String.join("; ",
                    laws.problems().stream().map(Object::toString).toList()));
        }
        return laws;
    }

    private Laws keptLaws(String digest) {
        return digest.equals(this.digest)
                ? laws
                : Laws.known(store.texts(digest).orElseThrow(() -> new IllegalStateException("law packs " + digest + " are lost")));
    }

    @EventListener(ApplicationStartedEvent.class)
    void keep() {
        store.keep(digest, texts);
    }

    /** All packs now loaded. */
    public Laws laws() {
        return laws;
    }

    /**
     * Every citation of all packs now loaded, layers too, with the place where it stands. Compiles every procedure with every
     * layer the first time it is asked for, about a second; only the citations are kept.
     */
    public List<Census.Cited> citations() {
        List<Census.Cited> found = citations;
        if (found == null) {
            found = (isNew ? laws : Laws.load(texts)).census().citations();
            citations = found;
        }
        return found;
    }

    /** Whether no server has started with these packs before. */
    public boolean isNew() {
        return isNew;
    }

    /** What a case opened today is pinned to: the digest over all texts now loaded. */
    public String digest() {
        return digest;
    }

    /** The procedure as a case opened that day is pinned to it. */
    public Procedure procedure(String law, String code, String field, String region, LocalDate on) {
        return pinned.get(law).procedure(code, field, region, on);
    }

    /** Workdays as now announced. */
    public WorkCalendar calendar() {
        return calendar;
    }

    public List<LawStore.AnnouncedYear> announced() {
        return store.years();
    }

    /** The years that came with the law packs, by year, as {@link LawStore.AnnouncedYear#holidays} has them. */
    public Map<Integer, Map<String, Object>> bundledYears() {
        return CalendarText.years(java.util.Objects.requireNonNull(texts.get(CALENDAR)));
    }

    /** Takes in a newly announced year; running cases are computed anew by whoever hears {@link CalendarAnnounced}. */
    public void announce(LawStore.AnnouncedYear year, long by) {
        List<LawStore.AnnouncedYear> years = new java.util.ArrayList<>(store.years());
        years.removeIf(y -> y.year() == year.year());
        years.add(year);
        WorkCalendar next = merged(years);
        store.announce(year, by);
        calendar = next;
        events.publishEvent(new CalendarAnnounced(year.year()));
    }

    private WorkCalendar merged(List<LawStore.AnnouncedYear> years) {
        String base = texts.get(CALENDAR);
        if (base == null) {
            throw new IllegalStateException("the law packs have no " + CALENDAR);
        }
        return years.isEmpty() ? WorkCalendar.parse(base, CALENDAR) : CalendarText.with(base, new TreeMap<>(byYear(years)));
    }

    private static Map<Integer, Map<String, Object>> byYear(List<LawStore.AnnouncedYear> years) {
        Map<Integer, Map<String, Object>> out = new TreeMap<>();
        years.forEach(y -> out.put(y.year(), y.holidays()));
        return out;
    }
}
