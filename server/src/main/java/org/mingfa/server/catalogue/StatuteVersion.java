package org.mingfa.server.catalogue;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One version of a law in the library (法规文本).
 *
 * @param statute the law as such, whatever its version
 * @param name the law's name without 中华人民共和国
 * @param inForceBy how the first day is known: given, text (自……起施行) or adopted (taken from the day of adoption)
 * @param until the first day it is no longer in force, null until further notice
 * @param note what its source says of its standing, e.g. 已修订; empty where in force
 * @param articles how many
 */
public record StatuteVersion(
        @JsonFormat(shape = JsonFormat.Shape.STRING) long id, @JsonFormat(shape = JsonFormat.Shape.STRING) long statute, String name, String title, String issuer, String level, String field,
        @Nullable LocalDate adoptedOn, LocalDate inForceFrom, String inForceBy, @Nullable LocalDate until, String note,
        String source, int articles) {

    public boolean inForce(LocalDate day) {
        return !inForceFrom.isAfter(day) && (until == null || day.isBefore(until));
    }
}
