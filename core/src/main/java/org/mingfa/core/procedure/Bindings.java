package org.mingfa.core.procedure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which objects an act is about: kind to id. */
final class Bindings {

    private Bindings() {}

    /** True where no kind that both name has two different ids. */
    static boolean agree(Map<String, String> a, Map<String, String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return true;
        }
        for (Map.Entry<String, String> e : a.entrySet()) {
            String other = b.get(e.getKey());
            if (other != null && !other.equals(e.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** True where everything that {@code part} names is named the same in {@code whole}. */
    static boolean within(Map<String, String> part, Map<String, String> whole) {
        for (Map.Entry<String, String> e : part.entrySet()) {
            if (!e.getValue().equals(whole.get(e.getKey()))) {
                return false;
            }
        }
        return true;
    }

    /** Only the kinds that an act on {@code kinds} can be about. */
    static Map<String, String> project(Map<String, String> on, List<String> kinds) {
        if (on.isEmpty() || kinds.isEmpty()) {
            return Map.of();
        }
        Map<String, String> out = new LinkedHashMap<>();
        for (String k : kinds) {
            String id = on.get(k);
            if (id != null) {
                out.put(k, id);
            }
        }
        return out.size() == on.size() ? on : out;
    }

    static Map<String, String> plus(Map<String, String> on, String kind, String id) {
        Map<String, String> out = new LinkedHashMap<>(on);
        out.put(kind, id);
        return out;
    }
}
