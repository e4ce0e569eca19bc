package org.mingfa.bench.city;

import java.util.Map;
import org.mingfa.bench.city.Bureau.Seat;

/**
 * An act of the walk.
 *
 * @param after days after filing, in the bulk load
 * @param officers whether it names the two officers
 * @param party whether it is on the party
 * @param form with placeholders, see walk.yaml
 */
public record Step(String code, Seat seat, int after, boolean officers, boolean party, Map<String, Object> form) {}
