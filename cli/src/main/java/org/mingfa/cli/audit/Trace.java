package org.mingfa.cli.audit;

import java.util.List;
import org.mingfa.core.calendar.Moment;

/**
 * One case of an event log, its events in the order of the file.
 *
 * @param name the case's concept:name; where the log gives none, {@code #} and its position from 1
 */
record Trace(String name, List<Event> events) {

    /** @param at local time in the offset that the log writes */
    record Event(String name, Moment at) {}
}
