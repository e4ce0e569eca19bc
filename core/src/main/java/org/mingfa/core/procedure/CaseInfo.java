package org.mingfa.core.procedure;

import java.util.Map;

/**
 * What is fixed when a case is filed: who handles it and where.
 *
 * @param field the field of enforcement, e.g. 市场监管
 * @param region division code of the region, e.g. 149901
 * @param attributes scalar facts of the case that conditions may read as {@code case.attributes}, e.g. the item's code
 */
public record CaseInfo(String id, String agency, String field, String region, Map<String, Object> attributes) {}
