package org.mingfa.server.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ListConditions;
import org.mingfa.core.procedure.ListKind;
import org.mingfa.server.catalogue.list.InForceStore;
import org.mingfa.server.catalogue.list.InForceStore.Standing;
import org.mingfa.server.catalogue.list.ListsChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What the published lists (清单) say of a case on a day: the rows that concern it. Kept a minute at the longest, or until a
 * list changes.
 */
@Component
public class ListFacts {

    private record Asked(long agency, String item, LocalDate day) {}

    /**
     * A row as it is laid before the officer.
     *
     * @param cells by the titles of the columns
     * @param conditions each to be answered; {@code any}: one of them is enough
     */
    public record Proposal(
            String list, String title, int version, String row, String head, boolean any, List<String> conditions, Map<String, String> cells) {}

    private final InForceStore store;
    private final CurrentLaw law;
    private final Cache<Asked, List<Standing>> known = Caffeine.newBuilder().maximumSize(5_000).expireAfterWrite(Duration.ofMinutes(1)).build();

    ListFacts(InForceStore store, CurrentLaw law) {
        this.store = store;
        this.law = law;
    }

    /** What conditions read as {@code registry.lists}: kind to rows; kinds without any are left out. */
    public Map<String, Object> at(long agency, @Nullable String item, LocalDate day) {
        Map<String, ListKind> kinds = law.laws().lists();
        Map<String, List<Object>> out = new LinkedHashMap<>();
        for (Standing s : concerning(agency, item, day)) {
            out.computeIfAbsent(s.kind(), k -> new ArrayList<>()).add(kinds.get(s.kind()).factsOf(s.title(), s.version(), s.row().key(), s.row().cells()));
        }
        return Map.copyOf(out);
    }

    /** Rows of a kind that concern the case, for a person to decide upon. */
    public List<Proposal> proposals(String kind, long agency, @Nullable String item, LocalDate day) {
        ListKind k = law.laws().lists().get(kind);
        return concerning(agency, item, day).stream().filter(s -> s.kind().equals(kind)).map(s -> {
            ListConditions conditions = ListConditions.of(k.columns().stream().filter(c -> c.type() == org.mingfa.core.procedure.ListColumn.Type.CONDITIONS)
                    .map(c -> s.row().cells().getOrDefault(c.name(), "")).findFirst().orElse(""));
            Map<String, String> cells = new LinkedHashMap<>();
            k.columns().stream().filter(c -> s.row().cells().containsKey(c.name())).forEach(c -> cells.put(c.title(), s.row().cells().get(c.name())));
            return new Proposal(Long.toString(s.list()), s.title(), s.version(), s.row().key(), conditions.head(), conditions.any(), conditions.items(), cells);
        }).toList();
    }

    private List<Standing> concerning(long agency, @Nullable String item, LocalDate day) {
        return known.get(new Asked(agency, item == null ? "" : item, day), this::read);
    }

    private List<Standing> read(Asked asked) {
        Map<String, String> columns = new TreeMap<>();
        Map<String, ListKind> read = new TreeMap<>();
        law.laws().lists().forEach((code, kind) -> {
            ListKind.Facts facts = kind.facts();
            if (facts != null) {
                read.put(code, kind);
                if (facts.items() != null) {
                    columns.put(code, facts.items());
                }
            }
        });
        return store.concerning(asked.agency(), asked.item(), asked.day(), columns, read.keySet()).stream()
                .filter(s -> read.get(s.kind()).concerns(s.row().cells(), asked.item())).toList();
    }

    @EventListener
    void changed(ListsChanged changed) {
        known.invalidateAll();
    }
}
