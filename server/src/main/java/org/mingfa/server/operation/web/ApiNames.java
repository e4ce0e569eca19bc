package org.mingfa.server.operation.web;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Names of schemas: a record within a class carries that one's name too, since many are called Row. No name means two things. */
final class ApiNames extends TypeNameResolver {

    private final Map<String, Class<?>> given = new ConcurrentHashMap<>();

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        String name = name(type);
        Class<?> other = given.putIfAbsent(name, type);
        if (other != null && other != type) {
            throw new IllegalStateException("the API would call both " + other.getName() + " and " + type.getName() + " " + name);
        }
        return name;
    }

    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        if (outer == null) {
            return type.getSimpleName();
        }
        String within = name(outer).replaceFirst("(Controller|Store)$", "");
        return type.getSimpleName().startsWith(within) ? type.getSimpleName() : within + type.getSimpleName();
    }
}
