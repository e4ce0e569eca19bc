package org.mingfa.core.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a notation cannot say of a procedure: kind by kind, with the ids of the relations and rules that are left out. */
public final class Unsaid {

    private final Map<String, List<String>> kinds = new LinkedHashMap<>();

    public void add(String kind, String id) {
        List<String> ids = kinds.computeIfAbsent(kind, k -> new ArrayList<>());
        if (!ids.contains(id)) {
            ids.add(id);
        }
    }

    public Map<String, List<String>> kinds() {
        return kinds;
    }

    /** One line for each kind: what it is and how many. */
    public List<String> counts() {
        return kinds.entrySet().stream().map(e -> e.getKey() + "：" + e.getValue().size()).toList();
    }

    /** One line for each kind: what it is, how many, which. */
    public List<String> lines() {
        return kinds.entrySet().stream().map(e -> e.getKey() + "（" + e.getValue().size() + "）：" + String.join("、", e.getValue())).toList();
    }
}
