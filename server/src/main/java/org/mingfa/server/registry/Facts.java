package org.mingfa.server.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Registry;
import org.mingfa.server.registry.store.FactStore;
import org.springframework.stereotype.Component;

/**
 * The registers' answer to handling: what was true of an agency and of people on the day of an act. At most one round
 * trip to the database; answers are kept until a register changes, a minute at the longest (another server may change it).
 */
@Component
public class Facts {

    private record PersonDay(long person, long agency, LocalDate day) {}

    private record AgencyDay(long agency, LocalDate day) {}

    private final FactStore store;
    private final Cache<PersonDay, Map<String, Object>> people = bounded(20_000);
    private final Cache<AgencyDay, Map<String, Object>> agencies = bounded(2_000);

    Facts(FactStore store) {
        this.store = store;
    }

    private static <K, V> Cache<K, V> bounded(int size) {
        return Caffeine.newBuilder().maximumSize(size).expireAfterWrite(Duration.ofMinutes(1)).build();
    }

    /** As below, where no list is asked. */
    public Registry at(LocalDate day, long agency, String actor, List<String> officers, Map<String, Object> item) {
        return at(day, agency, actor, officers, item, Map.of());
    }

    /**
     * Facts as at a day, in the shape of {@link Registry}.
     *
     * @param actor id of a person, or empty
     * @param officers ids as the act names them; an id that is nobody's gives a person who fits nothing
     * @param item the item's facts, from the catalogue
     * @param lists rows of lists that concern the case, from the catalogue
     */
    public Registry at(LocalDate day, long agency, String actor, List<String> officers, Map<String, Object> item, Map<String, Object> lists) {
        Map<Long, Map<String, Object>> known = new HashMap<>();
        List<Long> missing = new ArrayList<>();
        Stream.concat(Stream.of(actor), officers.stream()).map(Facts::id).filter(p -> p > 0).distinct().forEach(p -> {
            Map<String, Object> held = people.getIfPresent(new PersonDay(p, agency, day));
            if (held == null) {
                missing.add(p);
            } else {
                known.put(p, held);
            }
        });
        Map<String, Object> body = agencies.getIfPresent(new AgencyDay(agency, day));
        if (body == null || !missing.isEmpty()) {
            FactStore.Found found = store.read(day, agency, missing);
            body = found.agency();
            agencies.put(new AgencyDay(agency, day), body);
            found.people().forEach((id, p) -> people.put(new PersonDay(id, agency, day), p));
            known.putAll(found.people());
        }
        return new Registry(body, actor.isEmpty() ? Map.of() : person(actor, known),
                officers.stream().map(id -> person(id, known)).toList(), item, lists);
    }

    private static Map<String, Object> person(String id, Map<Long, Map<String, Object>> known) {
        Map<String, Object> found = known.get(id(id));
        return found == null ? nobody(id) : found;
    }

    private static Map<String, Object> nobody(String id) {
        return Map.of("id", id, "name", "", "agency", "", "certificate", "", "officer", false, "certified", false,
                "fits", false, "reviewer", false, "qualified", false, "hearingHost", false);
    }

    /** Forgets everything: a register has changed. */
    public void forget() {
        people.invalidateAll();
        agencies.invalidateAll();
    }

    private static long id(@Nullable String text) {
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }
}
