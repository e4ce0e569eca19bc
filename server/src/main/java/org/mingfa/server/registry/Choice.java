package org.mingfa.server.registry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Someone to choose for an act; {@code certificate} is null for those without one. */
public record Choice(
        String id, String name, @Nullable String unit, List<String> roles, boolean officer, @Nullable Held certificate) {

    /** A certificate as on the day asked. */
    public record Held(String number, LocalDate validTo, boolean valid) {}
}
