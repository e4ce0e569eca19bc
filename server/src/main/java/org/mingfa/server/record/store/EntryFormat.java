package org.mingfa.server.record.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.procedure.Act;
import org.mingfa.core.procedure.Mode;
import org.mingfa.core.procedure.Registry;
import org.mingfa.core.sealing.Canonical;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.record.Circumstances;
import org.mingfa.server.record.NewEntry;

/**
 * The bytes of an entry, version 1: one JSON object in RFC 8785 form. A later version gets a number of its own and a reader
 * beside this one; what was written stays readable (golden files).
 *
 * <pre>
 * v          1
 * case       region and number, "3-734982734987234"
 * agency     id as text
 * seq        whole number from 1
 * recordedAt UTC to the microsecond
 * act, at, on, actor, roles, officers, form    as in {@link Act}; sealed values as {@code {"$sealed": {p, n, c}}}
 * mode       NOW, LATE, IRREGULAR
 * corrects, reason, approver, instead, drafter, recorder absent where there is none
 * files      [{id, name, type, size, sha256, sm3}]
 * registry   {agency, actor, officers, item} as in {@link Registry}
 * examined   digests by name
 * </pre>
 */
public final class EntryFormat {

    public static final int VERSION = 1;

    private EntryFormat() {}

    /** An entry read back, personal values still sealed. */
    public record Contents(
            CaseKey key, long agency, long seq, Instant recordedAt, Act act, Registry registry, Mode mode,
            @Nullable Long corrects, Circumstances circumstances) {}

    /** @param form the act's form with its personal values sealed */
    public static byte[] write(CaseKey key, long agency, long seq, Instant recordedAt, NewEntry entry, Map<String, Object> form) {
        Act act = entry.act();
        Circumstances circumstances = entry.circumstances();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("v", (long) VERSION);
        all.put("case", key.toString());
        all.put("agency", Long.toString(agency));
        all.put("seq", seq);
        all.put("recordedAt", recordedAt.toString());
        all.put("act", act.code());
        all.put("at", act.at().toString());
        all.put("on", act.on());
        all.put("actor", act.actor());
        all.put("roles", act.roles());
        all.put("officers", act.officers());
        all.put("form", form);
        all.put("registry", registry(entry.registry()));
        all.put("mode", entry.mode().name());
        putIfPresent(all, "corrects", entry.corrects());
        putIfPresent(all, "reason", circumstances.reason());
        putIfPresent(all, "approver", circumstances.approver());
        putIfPresent(all, "instead", circumstances.instead());
        putIfPresent(all, "drafter", circumstances.drafter());
        putIfPresent(all, "recorder", circumstances.recorder());
        all.put("files", circumstances.files().stream().map(EntryFormat::file).toList());
        all.put("examined", circumstances.examined());
        return Canonical.of(all);
    }

    /** @throws IllegalArgumentException for a version that this program does not know, or bytes that are none */
    public static Contents read(int version, byte[] bytes) {
        if (version != VERSION) {
            throw new IllegalArgumentException("entry of version " + version + ": this program reads version " + VERSION);
        }
        Fields all = new Fields(Canonical.parse(bytes));
        Act act = new Act(
                all.text("act"), Moment.parse(all.text("at")), all.texts("on"), all.text("actor"), all.list("roles"), all.list("officers"), all.object("form"));
        Circumstances circumstances = new Circumstances(
                all.textOrNull("reason"), all.textOrNull("approver"), all.objects("files").stream().map(EntryFormat::file).toList(), all.texts("examined"),
                all.textOrNull("instead"), all.textOrNull("drafter"), all.textOrNull("recorder"));
        return new Contents(
                CaseKey.parse(all.text("case")).orElseThrow(),
                Long.parseLong(all.text("agency")),
                all.number("seq"),
                Instant.parse(all.text("recordedAt")),
                act,
                registry(new Fields(all.object("registry"))),
                Mode.valueOf(all.text("mode")),
                all.numberOrNull("corrects"),
                circumstances);
    }

    private static void putIfPresent(Map<String, Object> all, String name, @Nullable Object value) {
        if (value != null) {
            all.put(name, value);
        }
    }

    private static Map<String, Object> registry(Registry registry) {
        Map<String, Object> all = new java.util.LinkedHashMap<>(Map.of(
                "agency", registry.agency(), "actor", registry.actor(), "officers", registry.officers(), "item", registry.item()));
        if (!registry.lists().isEmpty()) {
            all.put("lists", registry.lists());
        }
        return all;
    }

    private static Registry registry(Fields facts) {
        return new Registry(facts.object("agency"), facts.object("actor"), facts.maps("officers"), facts.object("item"), facts.has("lists") ? facts.object("lists") : Map.of());
    }

    private static Map<String, Object> file(Circumstances.Attached file) {
        return Map.of("id", file.id(), "name", file.name(), "type", file.type(), "size", file.size(), "sha256", file.sha256(), "sm3", file.sm3());
    }

    private static Circumstances.Attached file(Fields file) {
        return new Circumstances.Attached(
                file.text("id"), file.text("name"), file.text("type"), file.number("size"), file.text("sha256"), file.text("sm3"));
    }
}
