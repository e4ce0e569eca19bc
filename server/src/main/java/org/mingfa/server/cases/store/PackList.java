package org.mingfa.server.cases.store;

import java.util.List;
import java.util.Map;
import org.mingfa.core.procedure.Procedure;

/** The packs behind a procedure, as the head of a case keeps them. */
public final class PackList {

    private PackList() {}

    public static List<Map<String, Object>> of(Procedure p) {
        return p.sources().stream().map(s -> Map.<String, Object>of(
                "code", s.code(), "title", s.title(), "version", s.version(), "digest", s.digest())).toList();
    }
}
