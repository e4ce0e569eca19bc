package org.mingfa.server.catalogue.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The texts of all law packs that a case may be pinned to, by digest. */
@Repository
public class LawStore {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    LawStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Keeps the texts for good: cases filed under them are examined with them. */
    public void keep(String digest, Map<String, String> texts) {
        jdbc.sql("insert into law_text (digest, files) values (?, cast(? as jsonb)) on conflict (digest) do nothing")
                .params(digest, json.writeValueAsString(texts))
                .update();
    }

    public boolean holds(String digest) {
        return jdbc.sql("select exists (select 1 from law_text where digest = ?)").param(digest).query(Boolean.class).single();
    }

    public Optional<Map<String, String>> texts(String digest) {
        return jdbc.sql("select files::text from law_text where digest = ?").param(digest)
                .query(String.class).optional().map(t -> json.readValue(t, TEXTS));
    }

    /** The texts that were taken up last before a moment. */
    public Optional<Map<String, String>> textsAt(Instant then) {
        return jdbc.sql("select files::text from law_text where loaded_at <= ? order by loaded_at desc limit 1").param(then.atOffset(ZoneOffset.UTC))
                .query(String.class).optional().map(t -> json.readValue(t, TEXTS));
    }
}
