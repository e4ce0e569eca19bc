package org.mingfa.server.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One article in the version in force on a day.
 *
 * @param law full name as published
 * @param no e.g. 第六十条
 * @param versionDate when this version was adopted, where known
 * @param inForceFrom its first day in force, where known
 */
public record Article(String law, String no, String text, @Nullable LocalDate versionDate, @Nullable LocalDate inForceFrom) {}
