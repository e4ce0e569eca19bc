package org.mingfa.server.operation.database;

import org.mingfa.server.StartupProblem;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** The mark that a database keeps of being a practice city (练习环境), and whether it agrees with the setting. */
@Component
@NamedInterface("database")
public class PracticeMark {

    private enum State { EMPTY, REAL, LOADING, PRACTICE }

    private final JdbcClient jdbc;

    PracticeMark(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Marks an empty database, which the database itself makes sure of. @return false where it is marked already */
    public boolean begin() {
        if (jdbc.sql("select exists (select from practice_city)").query(Boolean.class).single()) {
            return false;
        }
        try {
            jdbc.sql("insert into practice_city (id, begun_at) values (1, now())").update();
            return true;
        } catch (DuplicateKeyException e) {
            throw new StartupProblem("Another server is loading the practice city into this database. Start this one when that is ready.", e);
        }
    }

    /** Says that the whole city is there. */
    public void loaded() {
        jdbc.sql("update practice_city set loaded_at = now() where id = 1").update();
    }

    /** What this database is, for a program that runs beside the server. @param jdbc any role's but the portal's */
    public static boolean isOn(JdbcClient jdbc) {
        return there(jdbc, "practice_city") && jdbc.sql("select exists (select from practice_city)").query(Boolean.class).single();
    }

    /**
     * Asked before anything is changed in the database.
     *
     * @param jdbc the owner's
     * @param practice what the settings say
     * @return what the database is, in words
     * @throws StartupProblem where the two disagree
     */
    public static String agree(JdbcClient jdbc, boolean practice) {
        return switch (state(jdbc)) {
            case EMPTY -> practice ? "empty: the first start makes it a practice city" : "empty, no practice city";
            case REAL -> {
                refuseWhere(practice, "The settings say mingfa.practice, and this database was not made for practice: people and cases in it may be real."
                        + " Take mingfa.practice out, or name an empty database of its own (a demo of an older version: remove its data folder).");
                yield "no practice city, as the settings say";
            }
            case LOADING -> {
                refuse(practice);
                throw new StartupProblem("The practice city was loaded into this database only in part, or another server is loading it."
                        + " Wait for that one; otherwise drop and create the database, then start again.");
            }
            case PRACTICE -> {
                refuse(practice);
                yield "a practice city, as the settings say";
            }
        };
    }

    private static void refuse(boolean practice) {
        refuseWhere(!practice, "This database is a practice city, and the settings do not say mingfa.practice: what is invented in it is never run as real."
                + " Name the database of the real one, or set mingfa.practice to true.");
    }

    private static void refuseWhere(boolean disagrees, String why) {
        if (disagrees) {
            throw new StartupProblem(why);
        }
    }

    private static State state(JdbcClient jdbc) {
        if (isOn(jdbc)) {
            return jdbc.sql("select loaded_at is null from practice_city").query(Boolean.class).single() ? State.LOADING : State.PRACTICE;
        }
        return there(jdbc, "region") && jdbc.sql("select exists (select from region)").query(Boolean.class).single() ? State.REAL : State.EMPTY;
    }

    private static boolean there(JdbcClient jdbc, String table) {
        return jdbc.sql("select to_regclass(?) is not null").param(table).query(Boolean.class).single();
    }
}
