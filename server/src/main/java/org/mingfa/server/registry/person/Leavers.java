package org.mingfa.server.registry.person;

import org.mingfa.server.access.Accounts;
import org.mingfa.server.registry.RegisterParameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Closes the accounts of those whose last day, registered ahead, has passed. */
@Component
public class Leavers {
    private static final int DAYS_BACK = 60;

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
                        select distinct e.person_id from person_post e join lateral post_on(e.person_id, :today) q on q.ended
                        where e.ended and e.valid_from between :since and :today""")
                .param("today", parameters.today()).param("since", parameters.today().minusDays(DAYS_BACK))
                .query(Long.class).list().forEach(accounts::disable);
    }
}
