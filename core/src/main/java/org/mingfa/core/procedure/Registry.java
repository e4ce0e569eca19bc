package org.mingfa.core.procedure;

import java.util.List;
import java.util.Map;

/**
 * The state of the registers on the day of an act, as facts: what conditions read as {@code registry}.
 *
 * @param agency {@code id, name, standing, field, region}: may this body act at all (主体资格)
 * @param actor a person, see below; empty where nobody is named
 * @param officers the persons in {@link Act#officers()}, in that order
 * @param item {@code code, published, inForce}: the enforcement item (执法事项); empty where the case has none
 * @param lists kind of list to the rows of published lists (清单) that concern the case that day, each {@code list, version,
 *     row} and the columns of {@link ListKind#facts}; empty where there are none
 *
 * <p>A person is {@code id, name, agency, officer, certified, fits, reviewer, qualified, hearingHost}: officer is false
 * for auxiliaries (辅助人员), certified means a certificate valid that day, fits that its field, region and agency fit
 * the case.
 */
public record Registry(
        Map<String, Object> agency, Map<String, Object> actor, List<Map<String, Object>> officers, Map<String, Object> item,
        Map<String, Object> lists) {

    /** Where no list concerns the case. */
    public Registry(Map<String, Object> agency, Map<String, Object> actor, List<Map<String, Object>> officers, Map<String, Object> item) {
        this(agency, actor, officers, item, Map.of());
    }

    public static final Registry EMPTY = new Registry(Map.of(), Map.of(), List.of(), Map.of());
}
