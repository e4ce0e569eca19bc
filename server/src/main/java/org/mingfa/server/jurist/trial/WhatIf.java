package org.mingfa.server.jurist.trial;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Acts and dates to be tried out (试算).
 *
 * @param on the day on which duties and figures are looked at; null: the day of the last act
 * @param acts 1 to 60 acts; they are taken in the order of their dates
 */
public record WhatIf(@Nullable LocalDate on, @Nullable List<@Nullable Step> acts) {

    /**
     * An act.
     *
     * @param at {@code 2026-03-01} or {@code 2026-03-01T15:00}; the future is allowed
     * @param on kind to object id; a kind left out: the newest object of that kind
     * @param form contents; null: rules over contents are not looked at
     * @param officers ids of the officers; null: two officers
     */
    public record Step(
            @Nullable String code, @Nullable String at, @Nullable Map<String, String> on, @Nullable Map<String, Object> form,
            @Nullable List<String> officers) {}
}
