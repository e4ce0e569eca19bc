package org.mingfa.core.procedure.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Moment;

/** Something that happened: by an entry (seq from 1), or by law (seq 0, no form). */
final class Hap {
    final String act;
    final Map<String, String> on;
    final Moment at;
    final @Nullable Map<String, Object> form;
    final long seq;
    boolean undone;

    Hap(String act, Map<String, String> on, Moment at, @Nullable Map<String, Object> form, long seq) {
        this.act = act;
        this.on = on;
        this.at = at;
        this.form = form;
        this.seq = seq;
    }

    Map<String, Object> contents() {
        return form == null ? Map.of() : form;
    }

    /** An object of the case. */
    static final class Thing {
        final String kind;
        final String id;
        final Hap created;
        @Nullable Hap ended;

        Thing(String kind, String id, Hap created) {
            this.kind = kind;
            this.id = id;
            this.created = created;
        }

        boolean alive() {
            return ended == null && !created.undone;
        }
    }

    /** A duty or a window. */
    static final class Term {
        final String rule;
        final Pack.Gives gives;
        final @Nullable Hap cause;
        final Map<String, String> on;
        final @Nullable Moment start;
        final Pack.@Nullable Len len;
        final List<Extended> extensions = new ArrayList<>();
        @Nullable Hap met;
        boolean dropped;
        boolean expired;
        /** of the version that made it, once the case has gone over to another */
        @Nullable Boolean strict;

        Term(String rule, Pack.Gives gives, @Nullable Hap cause, Map<String, String> on, @Nullable Moment start, Pack.@Nullable Len len) {
            this.rule = rule;
            this.gives = gives;
            this.cause = cause;
            this.on = on;
            this.start = start;
            this.len = len;
        }

        /** Extensions by an act that stand. */
        List<Extended> extendedBy(String act) {
            return extensions.stream().filter(x -> !x.granted().undone && x.granted().act.equals(act)).toList();
        }

        /** The period and its extensions that stand, in order. */
        List<Pack.Len> segments() {
            List<Pack.Len> out = new ArrayList<>();
            out.add(java.util.Objects.requireNonNull(len));
            extensions.stream().filter(x -> !x.granted().undone).forEach(x -> out.add(x.by()));
            return out;
        }

        boolean open() {
            return met == null && !dropped && !expired;
        }

        boolean agencyDuty() {
            return gives.duty() && gives.owedBy().equals("agency");
        }

        String status() {
            return dropped ? "DROPPED" : met != null ? "FULFILLED" : expired ? "EXPIRED" : "OPEN";
        }
    }

    record Extended(Pack.Len by, Hap granted) {}

    record Change(String act, Map<String, String> on, boolean included) {}

    /** Days that a pause covers, for these objects. */
    static final class Span {
        final String pause;
        final Map<String, String> on;
        final Hap begin;
        final LocalDate from;
        @Nullable LocalDate until;

        Span(String pause, Map<String, String> on, Hap begin, LocalDate from) {
            this.pause = pause;
            this.on = on;
            this.begin = begin;
            this.from = from;
        }
    }

    /** A finding: rule, kind, severity and the objects of the act. */
    record F(String rule, String kind, String severity, Map<String, String> on) {}
}
