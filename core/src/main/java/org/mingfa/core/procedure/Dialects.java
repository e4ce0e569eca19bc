package org.mingfa.core.procedure;

import dev.cel.common.types.CelType;
import dev.cel.common.types.StructType;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The dialects of one set of packs. A layer that changes parameters or rules leaves the types as they are: it shares the
 * dialect, and with it every condition that was checked already.
 */
final class Dialects {

    private final Map<String, Dialect> known = new ConcurrentHashMap<>();

    /** The dialect of these types; the parameters are those of {@link Dialect}. */
    Dialect of(
            Map<String, StructType> acts,
            Map<String, CelType> variables,
            Map<String, StructType> objects,
            Map<String, StructType> structs) {
        String signature = acts.keySet() + "\n" + objects.keySet() + "\n" + written(variables) + "\n" + written(structs);
        return known.computeIfAbsent(signature, s -> new Dialect(acts, variables, objects, structs));
    }

    private static Map<String, String> written(Map<String, ? extends CelType> types) {
        Map<String, String> out = new TreeMap<>();
        types.forEach((name, type) -> out.put(name, type instanceof StructType struct ? fields(struct) : written(type)));
        return out;
    }

    private static String fields(StructType struct) {
        Map<String, String> out = new TreeMap<>();
        struct.fields().forEach(field -> out.put(field.name(), written(field.type())));
        return struct.name() + out;
    }

    private static String written(CelType type) {
        return type.name() + type.parameters().stream().map(Dialects::written).toList();
    }
}
