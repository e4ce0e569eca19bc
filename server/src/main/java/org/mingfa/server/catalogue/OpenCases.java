package org.mingfa.server.catalogue;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Amendment;
import org.mingfa.core.procedure.Procedure;

/** The open cases within the caller's scope, as the module that handles them tells the library. */
public interface OpenCases {

    /** The law that cases are pinned to: a procedure as it stood when they were opened; {@code key} names it here. */
    record Pin(String key, Procedure procedure) {}

    /** @param number null where none is issued yet */
    record Row(String id, @Nullable String number, String party, String stage, @Nullable String item) {}

    /** @param more whether counting stopped at {@code count} */
    record Some(List<Row> cases, int count, boolean more) {}

    /** Whether the caller sees cases at all. */
    boolean seen();

    /** Every law that an open case is pinned to; bounded. */
    List<Pin> pins();

    /** How many there are of these procedures in one of these places; counted only. */
    Some of(Collection<String> procedures, Collection<Amendment.Place> places);

    Some under(Pin pin, int limit);

    /** Those opened on these enforcement items. */
    Some onItems(Collection<String> items, int limit);
}
