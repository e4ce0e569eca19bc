package org.mingfa.server.cases.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Entry;
import org.mingfa.core.procedure.OfficerChange;
import org.mingfa.core.procedure.SignedCopy;
import org.mingfa.core.procedure.Switching;
import org.mingfa.server.record.StoredEntry;

/** Makes entries of one case fit to be shown: titles and names instead of codes and ids. */
public final class EntryViews {

    /** What the platform's entry of going over to a later version is called. */
    public static final String OVER = "改用新版本";

    /** What the entry of another handling officer is called. */
    public static final String CHANGE = "变更承办人";

    /** What the entry of a signed paper that came back as a scan is called. */
    public static final String COPY = "回传签字件";

    private final CaseFile file;
    private final Map<String, String> names;
    private final Map<Long, Long> correctedBy = new LinkedHashMap<>();
    private final Map<String, String> labels;

    public EntryViews(CaseFile file, Map<String, String> names) {
        this.file = file;
        this.names = names;
        for (Entry e : file.record()) {
            if (e.corrects() != null) {
                correctedBy.put(e.corrects(), e.seq());
            }
        }
        labels = file.objects().stream()
                .collect(Collectors.toMap(o -> o.kind() + "/" + o.id(), CaseFile.ObjectState::label, (a, b) -> b));
    }

    public EntryView of(StoredEntry e, Map<String, Object> form) {
        @Nullable ActSpec spec = file.procedure().act(e.act().code());
        String approver = e.circumstances().approver();
        if (Switching.is(e.entry())) {
            return over(e, form);
        }
        if (OfficerChange.is(e.entry())) {
            return change(e);
        }
        if (SignedCopy.is(e.entry())) {
            return copy(e);
        }
        return new EntryView(e.seq(), e.act().code(), spec == null ? e.act().code() : spec.title(),
                spec == null ? "" : spec.stage(), spec == null ? "" : spec.kind().name(), e.act().at().toString(),
                e.recordedAt(), person(e.act().actor()), e.act().officers().stream().map(this::person).toList(),
                e.act().on(), onLabel(e.act().on()), form, titles(spec), e.mode().name(), e.circumstances().reason(),
                approver == null ? null : person(approver), instead(e), drafter(e), recorder(e), e.corrects(), correctedBy.get(e.seq()),
                e.circumstances().files(), file.findings(e.seq()), new EntryView.Hash(e.sm3(), e.sha256()));
    }

    /** The platform's own entry: nobody did it, and it is not examined. */
    private static EntryView over(StoredEntry e, Map<String, Object> form) {
        Map<String, String> titles = new LinkedHashMap<>();
        Map<String, Object> shown = new LinkedHashMap<>(form);
        shown.remove("law");
        titles.put("title", "程序");
        titles.put("version", "版本");
        titles.put("on", "施行日");
        titles.put("cite", "依据");
        return new EntryView(e.seq(), e.act().code(), OVER, "", "", e.act().at().toString(), e.recordedAt(), new CaseRow.Person("", "平台"),
                List.of(), Map.of(), "", shown, titles, e.mode().name(), null, null, null, null, null, null, null, List.of(), List.of(),
                new EntryView.Hash(e.sm3(), e.sha256()));
    }

    /** Who had the case and who has it from here on; decided by somebody, examined by no rule. */
    private EntryView change(StoredEntry e) {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("from", "原承办人");
        titles.put("to", "现承办人");
        Map<String, Object> shown = Map.of("from", name(OfficerChange.from(e.act())), "to", name(OfficerChange.to(e.act())));
        return new EntryView(e.seq(), e.act().code(), CHANGE, "", "", e.act().at().toString(), e.recordedAt(), person(e.act().actor()),
                List.of(), Map.of(), "", shown, titles, e.mode().name(), e.circumstances().reason(), null, null, null, null, null, null, List.of(), List.of(),
                new EntryView.Hash(e.sm3(), e.sha256()));
    }

    /** Which issued document, from which pages of a scan; bound by somebody, examined by no rule. */
    private EntryView copy(StoredEntry e) {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("title", "文书");
        titles.put("number", "文号");
        titles.put("pages", "扫描件的页");
        titles.put("sha256", "所签文本的 SHA-256");
        Map<String, Object> shown = new LinkedHashMap<>(e.act().form());
        shown.keySet().retainAll(titles.keySet());
        return new EntryView(e.seq(), e.act().code(), COPY, "", "", e.act().at().toString(), e.recordedAt(), person(e.act().actor()),
                List.of(), Map.of(), "", shown, titles, e.mode().name(), e.circumstances().reason(), null, null, null, null, null, null,
                e.circumstances().files(), List.of(), new EntryView.Hash(e.sm3(), e.sha256()));
    }

    /** What the platform's own entry is called; an act that the procedure no longer has goes by its code. */
    public static String title(Entry e) {
        return Switching.is(e) ? OVER : OfficerChange.is(e) ? CHANGE : SignedCopy.is(e) ? COPY : e.act().code();
    }

    /** The people whose names an entry shows. */
    public static List<String> people(StoredEntry e) {
        List<String> ids = new ArrayList<>(e.act().officers());
        ids.add(e.act().actor());
        Stream.of(e.circumstances().approver(), e.circumstances().instead(), e.circumstances().drafter(), e.circumstances().recorder()).filter(Objects::nonNull).forEach(ids::add);
        if (OfficerChange.is(e.entry())) {
            ids.add(OfficerChange.from(e.act()));
            ids.add(OfficerChange.to(e.act()));
        }
        return ids;
    }

    private CaseRow.@Nullable Person instead(StoredEntry e) {
        String of = e.circumstances().instead();
        return of == null ? null : person(of);
    }

    private CaseRow.@Nullable Person drafter(StoredEntry e) {
        String by = e.circumstances().drafter();
        return by == null ? null : person(by);
    }

    private CaseRow.@Nullable Person recorder(StoredEntry e) {
        String by = e.circumstances().recorder();
        return by == null ? null : person(by);
    }

    private String name(String id) {
        return names.getOrDefault(id, id);
    }

    private CaseRow.Person person(String id) {
        return new CaseRow.Person(id, names.getOrDefault(id, ""));
    }

    private String onLabel(Map<String, String> on) {
        return on.entrySet().stream().map(o -> labels.getOrDefault(o.getKey() + "/" + o.getValue(), o.getValue()))
                .collect(Collectors.joining("、"));
    }

    private static Map<String, String> titles(@Nullable ActSpec spec) {
        Map<String, String> out = new LinkedHashMap<>();
        if (spec != null && spec.form().get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, s) -> {
                if (!(s instanceof Map<?, ?> m) || !Boolean.TRUE.equals(m.get("x-hidden"))) {
                    out.put((String) name, s instanceof Map<?, ?> m && m.get("title") instanceof String t ? t : (String) name);
                }
            });
        }
        return out;
    }

}
