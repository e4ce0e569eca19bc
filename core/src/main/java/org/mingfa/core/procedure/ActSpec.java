package org.mingfa.core.procedure;

import dev.cel.common.types.CelType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An act as its procedure knows it: who may do it, on what, with which form, and what it does to other acts. */
public final class ActSpec {

    /** Done by the agency, or by others and never refused (a payment, a police reply). */
    public enum Kind {
        ACT,
        FACT
    }

    final int index;
    private final String code;
    String title = "";
    String stage = "";
    Kind kind = Kind.ACT;
    List<String> by = List.of();
    boolean officers;
    List<String> on = List.of();
    Relations.@Nullable Creation creates;
    @Nullable String ends;
    boolean closedAtStart;
    boolean owedAtStart;
    int times;
    boolean isFinal;
    boolean afterEnd;
    boolean opening;
    @Nullable Clause together;
    List<String> documents = List.of();
    String cite = "";
    @Nullable String logName;
    Map<String, Object> form = Map.of();
    List<CaseReference> references = List.of();
    Map<String, CelType> variables = new LinkedHashMap<>();
    Clause own = new Clause("", "", Severity.BAR, "", "", "", 0);

    final List<Relations.Need> needs = new ArrayList<>();
    final List<Relations.WaitsFor> waitsFor = new ArrayList<>();
    final List<Relations.Effect> effects = new ArrayList<>();
    final List<Relations.Closing> closes = new ArrayList<>();
    final List<Integer> undoes = new ArrayList<>();
    final List<Integer> countsAs = new ArrayList<>();
    final List<Relations.PauseStart> begins = new ArrayList<>();
    final List<Relations.PauseEnd> resumes = new ArrayList<>();
    final List<Relations.Extension> extensions = new ArrayList<>();
    final List<Relations.Rule> rules = new ArrayList<>();
    /** Acts that open this one, where it is closed at the start. */
    final List<ActSpec> openedBy = new ArrayList<>();

    ActSpec(int index, String code) {
        this.index = index;
        this.code = code;
    }

    /** Its place among the acts of the procedure, from 0. */
    public int index() {
        return index;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public String stage() {
        return stage;
    }

    public Kind kind() {
        return kind;
    }

    /** Role codes that may do it; empty: anyone who may work on the case. */
    public List<String> by() {
        return by;
    }

    /** True where the act names the officers who carry it out. */
    public boolean needsOfficers() {
        return officers;
    }

    /** The kinds of object it is about; empty for an act of the case itself. */
    public List<String> on() {
        return on;
    }

    /** The kind of object it creates, or null. */
    public @Nullable String createsKind() {
        return creates == null ? null : creates.kind();
    }

    /** The form field whose rows become objects; null where the form itself is the object. */
    public @Nullable String createsFrom() {
        return creates == null ? null : creates.from();
    }

    /** True where something must open it before it may be done. */
    public boolean startsClosed() {
        return closedAtStart;
    }

    /** True where it is a duty from the start. */
    public boolean startsOwed() {
        return owedAtStart;
    }

    /** How often it may happen; 0 without a limit. */
    public int times() {
        return times;
    }

    /** The rules over its contents and the registers, in pack order. */
    public List<Clause> rules() {
        return rules.stream().map(Relations.Rule::clause).toList();
    }

    /**
     * A rule as its pack states it.
     *
     * @param require the condition as written
     * @param when its guard as written, or null: it always holds
     */
    public record Stated(Clause clause, String require, @Nullable String when) {}

    /** The rules with their conditions as written, in pack order. */
    public List<Stated> stated() {
        return rules.stream().map(r -> new Stated(r.clause(), r.require().text(), r.when() == null ? null : r.when().text())).toList();
    }

    /** Names of the pauses that begin with it. */
    public List<String> pausesBegun() {
        return begins.stream().map(Relations.PauseStart::pause).toList();
    }

    /** Names of the pauses that end with it. */
    public List<String> pausesEnded() {
        return resumes.stream().map(Relations.PauseEnd::pause).toList();
    }

    /** The kind of object that ends with it, or null. */
    public @Nullable String endsKind() {
        return ends;
    }

    public boolean isFinal() {
        return isFinal;
    }

    public boolean afterEnd() {
        return afterEnd;
    }

    /** True where it may be the first act of a case. */
    public boolean isOpening() {
        return opening;
    }

    /** Why several of it may be decided together (成批办理), each by itself in its case; null: they may not. */
    public @Nullable Clause together() {
        return together;
    }

    /** Template of the document that it produces, the first of {@link #documents()}; or null. */
    public @Nullable String document() {
        return documents.isEmpty() ? null : documents.getFirst();
    }

    /** Templates of the documents that it produces, in the order of their making. */
    public List<String> documents() {
        return documents;
    }

    public String cite() {
        return cite;
    }

    /** Its contents as JSON Schema, with hints ({@code x-widget, x-titles, x-when, x-personal}). */
    public Map<String, Object> form() {
        return form;
    }

    /** The fields of its form that name other cases (关联案件). */
    public List<CaseReference> references() {
        return references;
    }

    /** The act's name in an event log, or its code. */
    public String logName() {
        return logName == null ? code : logName;
    }

    /** True where it begins a pause or moves a due date: void when it was barred. */
    boolean shiftsTime() {
        return !begins.isEmpty() || !extensions.isEmpty();
    }

    @Override
    public String toString() {
        return code;
    }
}
