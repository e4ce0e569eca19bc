package org.mingfa.server.cases;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Act;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.server.cases.store.PersonalFields;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.record.SealedTexts;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is written in a submission, sealed whole: it can be read only while the keys of all parties it is about exist. A draft is
 * about every party of the case, since its free text may be.
 */
@Component
public class DraftSeal {

    private static final int LARGEST = 1_000_000;

    /** What was sent. */
    record Draft(ActInput act, String word) {}

    /** A place in the form that hurts. @param pointer into the act, e.g. {@code /form/facts} */
    public record Place(@Nullable String pointer, @Nullable String word) {}

    /** Why it was handed back. */
    record Marks(String reason, List<Place> places) {}

    private final SealedTexts texts;
    private final JsonMapper json;

    DraftSeal(SealedTexts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    byte[] seal(OpenCase open, ActSpec spec, Act act, Draft draft) {
        TreeSet<String> parties = parties(open);
        for (PersonalFields.Place p : PersonalFields.of(spec, act, open.file())) {
            parties.add(parties.contains(p.party()) ? p.party() : PersonalFields.OTHERS);
        }
        return seal(open, parties, draft);
    }

    byte[] seal(OpenCase open, Marks marks) {
        return seal(open, parties(open), marks);
    }

    private static TreeSet<String> parties(OpenCase open) {
        TreeSet<String> all = new TreeSet<>();
        open.file().objects().stream().filter(o -> o.kind().equals("party")).forEach(o -> all.add(o.id()));
        return all;
    }

    private byte[] seal(OpenCase open, TreeSet<String> parties, Object content) {
        String text = json.writeValueAsString(content);
        if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw Refused.invalid("/act/form", "送审稿过大");
        }
        return texts.seal(open.id(), open.head().agency(), parties, text);
    }

    /** Empty where a party's personal data was destroyed. */
    Optional<Draft> draft(CaseKey of, byte @Nullable [] sealed) {
        return read(of, sealed, Draft.class);
    }

    Optional<Marks> marks(CaseKey of, byte @Nullable [] sealed) {
        return read(of, sealed, Marks.class);
    }

    private <T> Optional<T> read(CaseKey of, byte @Nullable [] sealed, Class<T> type) {
        return sealed == null ? Optional.empty() : texts.open(of, sealed).map(text -> parsed(text, type));
    }

    private <T> T parsed(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JacksonException e) {
            throw new IllegalStateException("a submission's content cannot be read", e);
        }
    }
}
