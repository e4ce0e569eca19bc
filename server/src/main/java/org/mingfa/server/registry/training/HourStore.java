package org.mingfa.server.registry.training;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.mingfa.server.registry.RegisterParameters.Parameter;
import org.mingfa.server.registry.person.PersonPage;
import org.mingfa.server.registry.person.PersonPage.Attended;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hours of training (学时) by person, kind and year. */
@Repository
public class HourStore {

    private final JdbcClient jdbc;

    HourStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A person's hours in the year of a day, against what is required. */
    public PersonPage.Hours ofPerson(long person, LocalDate day, List<Parameter> parameters) {
        List<Attended> attended = jdbc.sql("""
                        select held_on, title, kind, hours, organiser from training_record where person_id = ? and year = ?
                        order by held_on desc, id desc limit 500""").params(person, day.getYear()).query(Attended.class).list();
        Parameter all = named(parameters, "training.hours");
        return new PersonPage.Hours(day.getYear(), sum(attended, "public"), sum(attended, "special"), all.value(),
                named(parameters, "training.public-hours").value(), named(parameters, "training.special-hours").value(), all.cite(), attended);
    }

    private static BigDecimal sum(List<Attended> attended, String kind) {
        return attended.stream().filter(a -> a.kind().equals(kind)).map(Attended::hours).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Parameter named(List<Parameter> parameters, String name) {
        return parameters.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow(() -> new IllegalStateException("no parameter " + name));
    }
}
