package org.mingfa.server.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.mingfa.core.identity.CitizenId;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Entry;
import org.mingfa.core.procedure.Terms;
import org.mingfa.server.cases.OpenCase;
import org.mingfa.server.disclosure.masking.Masking;
import org.mingfa.server.document.Documents;
import org.mingfa.server.document.FormWords;
import org.mingfa.server.document.IssuedDocument;
import org.mingfa.server.document.MoneyWords;
import org.springframework.stereotype.Component;

/** Reads from a case what its publication needs. */
@Component
class DecisionReader {
    private final Documents documents;
    private final Masking masking;

    DecisionReader(Documents documents, Masking masking) {
        this.documents = documents;
        this.masking = masking;
    }

    /** The decision that made this duty. */
    Decision of(OpenCase open, Terms.State duty) {
        CaseFile file = open.file();
        Entry entry = file.record().stream().filter(e -> e.seq() == duty.cause()).findFirst().orElseThrow();
        String partyId = duty.on().getOrDefault("party", "");
        CaseFile.ObjectState party = file.objects().stream().filter(o -> o.kind().equals("party") && o.id().equals(partyId)).findFirst().orElseThrow();
        LocalDate day = entry.act().at().date();
        boolean minor = file.objects().stream().filter(o -> o.kind().equals("party")).anyMatch(o -> minor(file, o, day));
        return new Decision(entry.seq(), number(file, entry), text(party.fields().get("name"), party.label()), People.organisation(party), minor,
                open.head().violation(), outcome(file, entry), day, duty.due() == null ? null : duty.due().date(),
                text(open, entry, partyId), new People(open, masking).facts(number(file, entry)));
    }

    /** By the pack's own figure, or by the date of birth in the party's ID number. */
    private static boolean minor(CaseFile file, CaseFile.ObjectState party, LocalDate day) {
        boolean figure = Boolean.TRUE.equals(file.figures(day, "party", party.id()).get("minor"));
        boolean young = party.fields().values().stream().filter(String.class::isInstance).map(v -> CitizenId.read(v.toString().strip().toUpperCase(java.util.Locale.ROOT)))
                .flatMap(java.util.Optional::stream).anyMatch(id -> id.age(day) < 18);
        return figure || young;
    }

    private String text(OpenCase open, Entry entry, String partyId) {
        var issued = documents.of(open.id().region(), open.id().id()).stream().filter(d -> d.seq() == entry.seq()).reduce((a, b) -> b);
        return issued.map(IssuedDocument::id).flatMap(id -> documents.text(open.id().region(), open.id().id(), id)).map(documents::plainText)
                .orElseGet(() -> fromForm(open, entry));
    }

    /** A decision on paper has no document here: its contents as entered. */
    private static String fromForm(OpenCase open, Entry entry) {
        ActSpec spec = Objects.requireNonNull(open.file().procedure().act(entry.act().code()));
        Map<?, ?> properties = spec.form().get("properties") instanceof Map<?, ?> map ? map : Map.of();
        return FormWords.of(spec.form(), entry.act().form(), id -> id).entrySet().stream()
                .filter(field -> properties.get(field.getKey()) instanceof Map<?, ?> schema && !(field.getValue() instanceof Boolean))
                .map(field -> title((Map<?, ?>) properties.get(field.getKey())) + "：" + value(field.getValue(), (Map<?, ?>) properties.get(field.getKey())))
                .collect(Collectors.joining("\n"));
    }

    private static String title(Map<?, ?> schema) {
        return Objects.toString(schema.get("title"), "");
    }

    private static String value(Object value, Map<?, ?> schema) {
        if ("money".equals(schema.get("format")) && value instanceof Number fen) return MoneyWords.figures(fen.longValue());
        return value instanceof List<?> list ? list.stream().map(Object::toString).collect(Collectors.joining("、")) : value.toString();
    }

    /** Kinds of penalty and amounts, in words. */
    private static String outcome(CaseFile file, Entry entry) {
        ActSpec spec = Objects.requireNonNull(file.procedure().act(entry.act().code()));
        Map<?, ?> properties = spec.form().get("properties") instanceof Map<?, ?> map ? map : Map.of();
        var words = FormWords.of(spec.form(), entry.act().form(), id -> id);
        var parts = new ArrayList<String>();
        properties.keySet().stream().filter(name -> name.toString().startsWith("kind")).map(words::get).filter(Objects::nonNull)
                .forEach(kinds -> (kinds instanceof List<?> list ? list : List.of(kinds)).forEach(kind -> parts.add(kind.toString())));
        if (words.get("fine") instanceof Number fen && fen.longValue() > 0) {
            String fine = "罚款" + MoneyWords.figures(fen.longValue());
            if (!java.util.Collections.replaceAll(parts, "罚款", fine)) parts.add(fine);
        }
        return String.join("、", parts);
    }

    private static String number(CaseFile file, Entry entry) {
        ActSpec spec = file.procedure().act(entry.act().code());
        if (spec == null || !(spec.form().get("properties") instanceof Map<?, ?> properties)) return "";
        return properties.entrySet().stream()
                .filter(p -> p.getValue() instanceof Map<?, ?> schema && schema.containsKey("x-number"))
                .map(p -> Objects.toString(entry.act().form().get(p.getKey()), "")).findFirst().orElse("");
    }

    private static String text(@org.jspecify.annotations.Nullable Object value, String otherwise) {
        return value instanceof String text && !text.isBlank() ? text : otherwise;
    }
}
