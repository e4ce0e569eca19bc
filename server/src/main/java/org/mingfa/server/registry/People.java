package org.mingfa.server.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.registry.store.ChooserStore;
import org.springframework.stereotype.Component;

/** Names of people, and the people one may choose from. */
@Component
public class People {

    private final ChooserStore store;
    private final Cache<Long, String> names =
            Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofMinutes(10)).build();

    People(ChooserStore store) {
        this.store = store;
    }

    /** Names by id, for ids as acts name them; what is nobody's id is missing. */
    public Map<String, String> names(Collection<String> ids) {
        Map<String, String> out = new HashMap<>();
        List<Long> missing = new ArrayList<>();
        for (String id : ids) {
            if (id.matches("\\d{1,18}")) {
                String known = names.getIfPresent(Long.valueOf(id));
                if (known == null) {
                    missing.add(Long.valueOf(id));
                } else {
                    out.put(id, known);
                }
            }
        }
        if (!missing.isEmpty()) {
            store.names(missing).forEach((id, name) -> {
                names.put(id, name);
                out.put(id.toString(), name);
            });
        }
        return out;
    }

    /** The name of an id, or the text itself where it is no id or nobody's. */
    public String nameOrText(String id) {
        return names(List.of(id)).getOrDefault(id, id);
    }

    /** People of an agency whose name contains {@code q} and who hold the role, at most {@code limit}, by name. */
    public List<Choice> choose(long agency, @Nullable String q, @Nullable String role, LocalDate on, int limit) {
        return store.choose(agency, q, role, on, limit);
    }
}
