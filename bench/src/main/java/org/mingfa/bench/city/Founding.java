package org.mingfa.bench.city;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import org.mingfa.bench.city.Bureau.Seat;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Writes bureaus with their people, certificates and accounts into a migrated database. */
public final class Founding {

    private static final LocalDate SINCE = LocalDate.of(2022, 1, 1);

    private static final long CROWD = 700_000;
    /** The default of mingfa.access.password-cost. */
    private static final int COST = 10;

    private final Connection connection;
    private final String hash = new BCryptPasswordEncoder(4).encode(Bureau.PASSWORD);

    private Founding(Connection connection) {
        this.connection = connection;
    }

    /** @param connection as the superuser */
    public static void found(Connection connection, int bureaus) throws SQLException {
        Founding founding = new Founding(connection);
        founding.insert("insert into region (id, parent_id, name, code, level) values (?, null, '云岭市', ?, 'city')", Bureau.REGION, Bureau.REGION_CODE);
        for (int i = 0; i < bureaus; i++) {
            founding.bureau(new Bureau(i));
        }
        founding.supervisor(new Bureau(0).agency());
    }

    /** People of the first bureau whose passwords are hashed as the platform hashes them. @param connection as the superuser */
    public static void crowd(Connection connection, int people) throws SQLException {
        Founding founding = new Founding(connection);
        long agency = new Bureau(0).agency();
        founding.insert("insert into person (id, agency_id, name) select ? + i, ?, '林' || i from generate_series(0, ? - 1) i", CROWD, agency, people);
        founding.insert("insert into person_role (person_id, role_code, agency_id, valid_from) select ? + i, 'officer', ?, ? from generate_series(0, ? - 1) i", CROWD, agency, SINCE, people);
        founding.insert("insert into person_post (person_id, valid_from, agency_id, officer, recorded_by) select ? + i, ?, ?, true, 0 from generate_series(0, ? - 1) i", CROWD, SINCE, agency, people);
        founding.insert("insert into account (login, person_id, password_hash) select 'crowd' || i, ? + i, ? from generate_series(0, ? - 1) i",
                CROWD, new BCryptPasswordEncoder(COST).encode(Bureau.PASSWORD), people);
    }

    public static String crowdLogin(int person) {
        return "crowd" + person;
    }

    private void bureau(Bureau b) throws SQLException {
        insert("insert into agency (id, region_id, name, short_name, field) values (?, ?, ?, ?, ?)", b.agency(), Bureau.REGION, b.name(), b.shortName(), Bureau.FIELD);
        insert("insert into agency_standing (agency_id, valid_from, standing, kind, basis, recorded_by) values (?, ?, true, 'statutory', '行政处罚法 第十七条', 0)",
                b.agency(), SINCE);
        for (Seat seat : Seat.values()) {
            person(b, seat);
        }
    }

    private void person(Bureau b, Seat seat) throws SQLException {
        long id = b.person(seat);
        boolean reviews = seat == Seat.REVIEWER;
        insert("insert into person (id, agency_id, name) values (?, ?, ?)", id, b.agency(), b.personName(seat));
        for (String role : seat.roles()) {
            insert("insert into person_role (person_id, role_code, agency_id, valid_from) values (?, ?, ?, ?)", id, role, b.agency(), SINCE);
        }
        insert("insert into person_post (person_id, valid_from, agency_id, officer, reviewer, qualified, hearing_host, recorded_by) values (?, ?, ?, ?, ?, ?, ?, 0)",
                id, SINCE, b.agency(), seat != Seat.KEEPER, reviews, reviews, reviews);
        insert("insert into certificate (number, valid_from, person_id, field, region_code, first_day, last_day, recorded_by) values (?, ?, ?, ?, ?, ?, ?, 0)",
                "B" + id, SINCE, id, Bureau.FIELD, Bureau.REGION_CODE, SINCE, SINCE.plusYears(20));
        insert("insert into account (login, person_id, password_hash) values (?, ?, ?)", b.login(seat), id, hash);
    }

    private void supervisor(long agency) throws SQLException {
        long id = 899_999;
        insert("insert into person (id, agency_id, name) values (?, ?, '林监督')", id, agency);
        insert("insert into person_role (person_id, role_code, agency_id, valid_from) values (?, 'supervisor', ?, ?)", id, agency, SINCE);
        insert("insert into account (login, person_id, password_hash) values (?, ?, ?)", Bureau.SUPERVISOR, id, hash);
    }

    private void insert(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
