package org.mingfa.server.cases.view;

import java.time.LocalDate;

/**
 * A later version of the procedure to which this pending case goes over (在办案件改用新版本).
 *
 * @param state {@code announced} before its first day; {@code waiting} since: it goes over with its next act, and is shown as it
 *     will stand
 * @param title the procedure's or the layer's
 */
public record TransitionView(String state, String title, String version, LocalDate from, String cite) {}
