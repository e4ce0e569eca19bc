package org.mingfa.server.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Entry;
import org.mingfa.server.cases.OpenCase;
import org.mingfa.server.disclosure.masking.Facts;
import org.mingfa.server.disclosure.masking.Masking;

/** Everyone a case knows, sorted by what the public may read of them. */
final class People {
    private final OpenCase open;
    private final Masking masking;
    private final Set<String> keep = new LinkedHashSet<>();
    private final Set<String> parties = new LinkedHashSet<>();
    private final Set<String> persons = new LinkedHashSet<>();
    private final Set<String> reporters = new LinkedHashSet<>();
    private final List<String> addresses = new ArrayList<>();

    People(OpenCase open, Masking masking) {
        this.open = open;
        this.masking = masking;
    }

    /** A party with a credit code is an organisation or a business; one without is a natural person. */
    static boolean organisation(CaseFile.ObjectState party) {
        return party.fields().get("uscc") instanceof String code && !code.isBlank();
    }

    Facts facts(String number) {
        keep.add(number);
        if (open.head().number() != null) keep.add(open.head().number());
        open.file().objects().stream().filter(o -> o.kind().equals("party")).forEach(this::party);
        open.file().record().forEach(this::entry);
        persons.removeAll(parties);
        persons.removeAll(keep);
        keep.remove("");
        return new Facts(List.copyOf(keep), List.copyOf(parties), List.copyOf(persons), List.copyOf(reporters), addresses);
    }

    private void party(CaseFile.ObjectState party) {
        String name = Objects.toString(party.fields().get("name"), party.label());
        String address = Objects.toString(party.fields().get("address"), "");
        if (organisation(party)) {
            keep.add(name);
            keep.add(Objects.toString(party.fields().get("uscc"), ""));
            keep.add(Objects.toString(party.fields().get("representative"), ""));
            if (!address.isBlank()) keep.add(address);
        } else {
            parties.add(name);
            if (!address.isBlank()) addresses.add(address);
        }
    }

    private void entry(Entry entry) {
        keep.add(Objects.toString(entry.registry().agency().get("name"), ""));
        keep.add(Objects.toString(entry.registry().actor().get("name"), ""));
        entry.registry().officers().forEach(officer -> {
            keep.add(Objects.toString(officer.get("name"), ""));
            keep.add(Objects.toString(officer.get("certificate"), ""));
        });
        ActSpec spec = open.file().procedure().act(entry.act().code());
        if (spec != null && spec.form().get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, schema) -> personal((Map<?, ?>) schema, entry.act().form().get(name)));
        }
    }

    private void personal(Map<?, ?> schema, @org.jspecify.annotations.Nullable Object value) {
        if (!(value instanceof String text) || text.isBlank()) return;
        String title = Objects.toString(schema.get("title"), "");
        boolean personal = Boolean.TRUE.equals(schema.get("x-personal"));
        if (personal && title.contains("举报")) reporters.addAll(masking.namesIn(text));
        else if (personal && title.contains("住址")) addresses.add(text);
        else if (personal || title.contains("见证人")) persons.addAll(masking.namesIn(text));
    }
}
