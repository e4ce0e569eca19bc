package org.mingfa.server.registry.person;

import java.time.LocalDate;
import org.mingfa.server.access.Accounts;
import org.mingfa.server.registry.RegisterParameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Closes, once, the accounts of those whose last day has passed; one that is opened again on purpose stays open. */
@Component
public class Leavers {
    private static final int DAYS_BACK = 60;

    private record Leaver(long person, LocalDate day) {}

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final RegisterParameters parameters;

    Leavers(JdbcClient jdbc, Accounts accounts, RegisterParameters parameters) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.parameters = parameters;
    }

    /** Also at the start: the server may have stood still over the day. */
    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT1H")
    public void day() {
        jdbc.sql("""
                        select e.person_id as person, max(e.valid_from) as day from person_post e join lateral post_on(e.person_id, :today) q on q.ended
                        where e.ended and e.valid_from between :since and :today
                          and not exists (select from leaver_closed l where l.person_id = e.person_id and l.valid_from >= e.valid_from) group by e.person_id""")
                .param("today", parameters.today()).param("since", parameters.today().minusDays(DAYS_BACK))
                .query(Leaver.class).list().forEach(l -> close(l.person, l.day));
    }

    /** Closes the account of somebody who has left on that day, and remembers it. */
    void close(long person, LocalDate day) {
        accounts.disable(person);
        jdbc.sql("insert into leaver_closed (person_id, valid_from) values (?, ?) on conflict do nothing").params(person, day).update();
    }
}
