package org.mingfa.server.registry;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figures that the registers are held to (学时, 比例, 提醒天数): data by date, each with its citation. */
@Component
public class RegisterParameters {

    /** @param value days, hours, percent or 1 and 0, as its title says */
    public record Parameter(String name, LocalDate validFrom, BigDecimal value, String title, String cite) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    RegisterParameters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public List<Parameter> on(LocalDate day) {
        return jdbc.sql("""
                        select distinct on (name) name, valid_from, value, title, cite from register_parameter where valid_from <= ?
                        order by name, valid_from desc, recorded_at desc""").param(day).query(Parameter.class).list();
    }

    public BigDecimal value(String name, LocalDate day) {
        return on(day).stream().filter(p -> p.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalStateException("no parameter " + name)).value();
    }

    /** The day before which a certificate that ends is "soon". */
    public LocalDate soon(LocalDate from) {
        return from.plusDays(value("certificate.soon-days", from).longValue() + 1);
    }

    /** Of legal days. */
    public ZoneId zone() {
        return clock.getZone();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }
}
