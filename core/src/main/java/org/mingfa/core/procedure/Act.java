package org.mingfa.core.procedure;

import java.util.List;
import java.util.Map;
import org.mingfa.core.calendar.Moment;

/**
 * One thing done in a case, by someone, at a time (行政执法行为).
 *
 * @param code the act's code in its procedure, e.g. {@code serve-notice}
 * @param at when it happened, local
 * @param on the objects it is about: kind to id, e.g. {@code {party: party-1}}; empty for an act of the case itself
 * @param actor id of the person who does or records it; empty when nobody is named
 * @param roles role codes of that person on that day
 * @param officers ids of the officers who carried it out (执法人员), where the act names them
 * @param form its contents: String, Long (money is whole 分), Boolean, List and Map; dates as ISO text
 */
public record Act(
        String code,
        Moment at,
        Map<String, String> on,
        String actor,
        List<String> roles,
        List<String> officers,
        Map<String, Object> form) {}
