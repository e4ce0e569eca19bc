package org.mingfa.server.record.sealing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON pointer (RFC 6901) that copies the path it changes and leaves the original alone. */
record Pointer(List<String> steps) {

    static Pointer parse(String text) {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("not a JSON pointer to a member: '" + text + "'");
        }
        return new Pointer(Arrays.stream(text.substring(1).split("/", -1)).map(s -> s.replace("~1", "/").replace("~0", "~")).toList());
    }

    /** The same object with the value there replaced; unchanged where there is none. */
    Map<String, Object> replace(Map<String, Object> object, Function<@Nullable Object, Object> change) {
        return member(object, 0, change);
    }

    private Map<String, Object> member(Map<?, ?> object, int at, Function<@Nullable Object, Object> change) {
        Map<String, Object> copy = new LinkedHashMap<>();
        object.forEach((name, value) -> copy.put(name.toString(), value));
        if (copy.containsKey(steps.get(at))) {
            copy.put(steps.get(at), value(copy.get(steps.get(at)), at + 1, change));
        }
        return copy;
    }

    private List<Object> element(List<?> list, int at, Function<@Nullable Object, Object> change) {
        List<Object> copy = new ArrayList<>(list);
        String step = steps.get(at);
        if (step.matches("\\d{1,9}") && Integer.parseInt(step) < copy.size()) {
            int index = Integer.parseInt(step);
            copy.set(index, value(copy.get(index), at + 1, change));
        }
        return copy;
    }

    private @Nullable Object value(@Nullable Object value, int at, Function<@Nullable Object, Object> change) {
        if (at == steps.size()) {
            return change.apply(value);
        }
        return switch (value) {
            case Map<?, ?> map -> member(map, at, change);
            case List<?> list -> element(list, at, change);
            case null, default -> value;
        };
    }
}
