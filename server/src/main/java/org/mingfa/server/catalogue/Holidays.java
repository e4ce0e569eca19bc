package org.mingfa.server.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.WorkCalendar;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.catalogue.store.HolidayStore;
import org.mingfa.server.catalogue.store.HolidayStore.Notice;
import org.mingfa.server.catalogue.store.PackFiles;
import org.mingfa.server.operation.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The table of holidays (放假安排): the years that came with the law packs, with those announced here laid over them. An
 * announcement can be taken back: what stood before it comes back. Every state that ever held is kept.
 */
@Component
public class Holidays {

    private static final String BUNDLED = "calendar/holidays.yaml";

    private final String base;
    private final HolidayStore store;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private volatile long newest;
    private volatile WorkCalendar calendar;

    Holidays(CatalogueSettings settings, HolidayStore store, Transactions transactions, ApplicationEventPublisher events) {
        base = Objects.requireNonNull(PackFiles.read(settings.law()).get(BUNDLED), "the law packs have no " + BUNDLED);
        this.store = store;
        this.transactions = transactions;
        this.events = events;
        newest = store.newest();
        calendar = laidOver(years());
    }

    /** Workdays as now announced. */
    public WorkCalendar calendar() {
        return calendar;
    }

    /** The years that came with the law packs, by year: name to {statutory, off, work}. */
    public Map<Integer, Map<String, Object>> bundled() {
        return CalendarText.years(base);
    }

    /** What holds of each year of which anything was ever announced here. */
    public List<Notice> notices() {
        return store.now();
    }

    /** The calendar as it would be with a year announced. @throws IllegalArgumentException naming what cannot be read in it */
    public WorkCalendar with(int year, Map<String, Object> holidays) {
        Map<Integer, Map<String, Object>> years = years();
        years.put(year, holidays);
        return laidOver(years);
    }

    /** The calendar as it would be with a year's last announcement taken back. @throws org.mingfa.server.operation.Problem 409 where nothing stands */
    public WorkCalendar without(int year) {
        Map<Integer, Map<String, Object>> years = years();
        @Nullable Notice before = before(standing(year));
        if (before == null || before.holidays() == null) {
            years.remove(year);
        } else {
            years.put(year, before.holidays());
        }
        return laidOver(years);
    }

    /**
     * Announces a year anew; running cases are computed again by whoever hears {@link CalendarAnnounced}.
     *
     * @throws IllegalArgumentException naming what cannot be read in it; nothing is changed
     */
    public void announce(int year, Map<String, Object> holidays, String source, long by) {
        change(year, () -> {
            with(year, holidays);
            store.add(year, holidays, source, store.now(year).map(Notice::id).orElse(null), null, by);
        });
    }

    /** Takes a year's last announcement back. @throws org.mingfa.server.operation.Problem 409 where nothing stands */
    public void takeBack(int year, String reason, long by) {
        change(year, () -> {
            @Nullable Notice before = before(standing(year));
            store.add(year, before == null ? null : before.holidays(), before == null ? "" : before.source(), before == null ? null : before.before(), reason, by);
        });
    }

    private synchronized void change(int year, Runnable work) {
        transactions.write(() -> {
            store.lock();
            work.run();
            return year;
        });
        takeUp();
        events.publishEvent(new CalendarAnnounced(year));
    }

    /** Takes up what another server on the same database announced. */
    void fresh() {
        if (store.newest() != newest) {
            takeUp();
        }
    }

    private synchronized void takeUp() {
        long last = store.newest();
        calendar = laidOver(years());
        newest = last;
    }

    private Notice standing(int year) {
        return store.now(year).filter(n -> n.holidays() != null)
                .orElseThrow(() -> Refused.conflict(year + " 年没有在本平台登记的放假安排，没有可以撤销的内容"));
    }

    private @Nullable Notice before(Notice now) {
        return now.before() == null ? null : store.find(now.before()).orElseThrow();
    }

    private Map<Integer, Map<String, Object>> years() {
        Map<Integer, Map<String, Object>> out = new TreeMap<>();
        store.now().stream().filter(n -> n.holidays() != null).forEach(n -> out.put(n.year(), n.holidays()));
        return out;
    }

    private WorkCalendar laidOver(Map<Integer, Map<String, Object>> years) {
        return years.isEmpty() ? WorkCalendar.parse(base, BUNDLED) : CalendarText.with(base, years);
    }
}
