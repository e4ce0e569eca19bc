package org.mingfa.server.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An enforcement item (行政执法事项) as it is from a day on.
 *
 * @param validTo its last day, null until further notice
 * @param basis citation, e.g. 食品安全法 第一百二十二条
 * @param publishedOn the day it was published, null where it is not yet
 */
public record Item(
        String code, LocalDate validFrom, @Nullable LocalDate validTo, String title, String basis, String field,
        @Nullable LocalDate publishedOn) {}
