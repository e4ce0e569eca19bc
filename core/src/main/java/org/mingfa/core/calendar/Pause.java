package org.mingfa.core.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days that a period does not count (中止、扣除期间): [from, until).
 *
 * @param until the first day that counts again; null while the pause is open
 * @param name what the pause is, in Chinese, e.g. 听证期间
 */
public record Pause(LocalDate from, @Nullable LocalDate until, String name) {}
