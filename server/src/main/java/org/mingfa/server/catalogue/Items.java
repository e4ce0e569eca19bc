package org.mingfa.server.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.catalogue.list.ListsChanged;
import org.mingfa.server.catalogue.store.ItemStore;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The enforcement items (行政执法事项清单) as on a day; kept a minute at the longest, or until one changes. Whether an item is
 * published says the list of this kind that is nearest to the agency: its own, else that of its region or of one above, else
 * the register of items.
 */
@Component
public class Items {

    private record ItemDay(String code, @Nullable Long agency, LocalDate day) {}

    private final ItemStore store;
    private final Cache<ItemDay, Map<String, Object>> facts =
            Caffeine.newBuilder().maximumSize(5_000).expireAfterWrite(Duration.ofMinutes(1)).build();

    Items(ItemStore store) {
        this.store = store;
    }

    /**
     * What conditions read as {@code registry.item}: {@code code, title, field, published, inForce}. An item that is on no
     * list is neither published nor in force; no code gives no facts.
     */
    public Map<String, Object> at(String code, long agency, LocalDate day) {
        return code.isEmpty() ? Map.of() : facts.get(new ItemDay(code, agency, day), k -> read(k.code(), k.agency(), k.day()));
    }

    /** Of these codes, the items on the list that decides for the agency. */
    public List<Item> of(List<String> codes, long agency, LocalDate day) {
        return store.of(codes, agency, day);
    }

    /** As the register of items has it, whatever agency handles it. */
    public Map<String, Object> at(String code, LocalDate day) {
        return code.isEmpty() ? Map.of() : facts.get(new ItemDay(code, null, day), k -> read(k.code(), k.agency(), k.day()));
    }

    /** @param next the code after which the next page begins, or null at the end */
    public record Published(List<Item> items, @Nullable String next) {}

    /** A page of the items of an agency that are published and in force on a day, by code; {@code field} as the agency's. */
    public Published published(long agency, String field, LocalDate day, String after, int limit) {
        List<Item> rows = store.list(field, agency, day, after, limit);
        return new Published(rows.stream().filter(i -> i.publishedOn() != null && !i.publishedOn().isAfter(day) && (i.validTo() == null || !i.validTo().isBefore(day))).toList(),
                rows.size() < limit ? null : rows.getLast().code());
    }

    private Map<String, Object> read(String code, @Nullable Long agency, LocalDate day) {
        Map<String, Object> out = new LinkedHashMap<>(Map.of("code", code, "title", "", "published", false, "inForce", false));
        store.find(code, agency, day).ifPresent(i -> {
            out.put("title", i.title());
            out.put("field", i.field());
            out.put("published", i.publishedOn() != null && !i.publishedOn().isAfter(day));
            out.put("inForce", i.validTo() == null || !i.validTo().isBefore(day));
        });
        return Map.copyOf(out);
    }

    /** The citation an item rests on, as on a day; "" for one that is on no list. */
    public String basis(String code, LocalDate day) {
        Optional<Item> item = store.find(code, null, day);
        return item.map(Item::basis).orElse("");
    }

    /** Adds an item or a version of it to the register. */
    public void put(Item version, long by) {
        store.add(version, by);
        facts.invalidateAll();
    }

    @EventListener
    void changed(ListsChanged changed) {
        facts.invalidateAll();
    }
}
