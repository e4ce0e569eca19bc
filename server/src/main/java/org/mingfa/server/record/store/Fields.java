package org.mingfa.server.record.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members of a JSON object by name and expected type; a missing or wrong one is an {@link IllegalArgumentException}. */
final class Fields {

    private final Map<?, ?> members;

    Fields(@Nullable Object json) {
        if (!(json instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("not a JSON object");
        }
        members = map;
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    String text(String name) {
        return as(String.class, name, members.get(name));
    }

    @Nullable String textOrNull(String name) {
        return members.containsKey(name) ? text(name) : null;
    }

    long number(String name) {
        return as(Long.class, name, members.get(name));
    }

    @Nullable Long numberOrNull(String name) {
        return members.containsKey(name) ? Long.valueOf(number(name)) : null;
    }

    List<String> list(String name) {
        return values(name).stream().map(value -> as(String.class, name, value)).toList();
    }

    List<Fields> objects(String name) {
        return values(name).stream().map(Fields::new).toList();
    }

    List<Map<String, Object>> maps(String name) {
        return values(name).stream().map(value -> new Fields(Map.of(name, value)).object(name)).toList();
    }

    Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        map(name).forEach((key, value) -> texts.put(key.toString(), as(String.class, name, value)));
        return texts;
    }

    Map<String, Object> object(String name) {
        Map<String, Object> object = new LinkedHashMap<>();
        map(name).forEach((key, value) -> object.put(key.toString(), value));
        return object;
    }

    private List<?> values(String name) {
        return as(List.class, name, members.get(name));
    }

    private Map<?, ?> map(String name) {
        return as(Map.class, name, members.get(name));
    }

    private static <T> T as(Class<T> type, String name, @Nullable Object value) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(name + " is not a " + type.getSimpleName());
        }
        return type.cast(value);
    }
}
