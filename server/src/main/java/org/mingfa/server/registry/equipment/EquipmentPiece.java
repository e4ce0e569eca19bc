package org.mingfa.server.registry.equipment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One piece of equipment as it is now.
 *
 * @param number 编号, unique within the body and the kind
 * @param state stored 在库, held 领用, lost 遗失, retired 报废
 * @param holder who it is assigned to; {@code holderUnit} where it is a unit
 * @param out who has taken it out
 * @param leftBehind its holder has left the body and not returned it
 */
public record EquipmentPiece(
        String id, String agency, String agencyName, String kind, String kindTitle, boolean lent, String number, String model, LocalDate acquiredOn,
        String note, String state, boolean faulty, @Nullable String holder, @Nullable String holderName, @Nullable String holderUnit,
        @Nullable LocalDate heldFrom, @Nullable String out, @Nullable String outName, @Nullable LocalDate outOn, boolean leftBehind) {

    public static final List<String> STATES = List.of("stored", "held", "out", "faulty", "lost", "retired", "left-behind");

    /** What happened to it; {@code by} is who entered it. */
    public record Step(
            String id, String what, LocalDate onDay, @Nullable String atTime, @Nullable String personName, @Nullable String unitName, String caseNumber,
            String note, String byName) {}

    /** @param steps the newest, at most 200 */
    public record Page(EquipmentPiece piece, List<Step> steps, boolean mayWrite, boolean mayUse) {}
}
