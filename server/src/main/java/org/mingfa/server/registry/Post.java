package org.mingfa.server.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person is from a day on, and at which agency.
 *
 * @param officer 执法人员; false for auxiliaries (辅助人员)
 * @param qualified has passed the national legal qualification examination
 */
public record Post(
        LocalDate from, long agency, @Nullable Long unit, String title, boolean officer, boolean reviewer,
        boolean qualified, boolean hearingHost) {}
