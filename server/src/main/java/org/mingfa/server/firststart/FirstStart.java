package org.mingfa.server.firststart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingfa.core.identity.DivisionCode;
import org.mingfa.server.StartupProblem;
import org.mingfa.server.access.Accounts;
import org.mingfa.server.access.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Before the server answers for the first time: a region, the body that runs it, and the three administrators, who share
 * nothing. Their one-time passwords are written to {@value #FILE} in the data folder (mode 0600) and nowhere else; the
 * file goes at the first start after all three have set their own.
 */
@Component
@ConditionalOnProperty("mingfa.settings")
@ConditionalOnBooleanProperty(name = "mingfa.practice", havingValue = false, matchIfMissing = true)
class FirstStart implements SmartInitializingSingleton {

    static final String FILE = "first-passwords.txt";

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private static final long LOCK = 0x6d696e6766613162L;

    private final FirstSettings settings;
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Transactions transactions;
    private final Clock clock;
    private final Path file;

    FirstStart(FirstSettings settings, JdbcClient jdbc, Accounts accounts, Transactions transactions, Clock clock, @Value("${mingfa.data}") Path data) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.transactions = transactions;
        this.clock = clock;
        this.file = data.toAbsolutePath().resolve(FILE);
    }

    /** In one transaction: passwords that could not be written were never given. */
    @Override
    public void afterSingletonsInstantiated() {
        boolean begun = transactions.write(() -> {
            jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(row -> { });
            return jdbc.sql("select exists (select from region)").query(Boolean.class).single() || begin();
        });
        if (begun) {
            forgetPasswords();
        }
    }

    /** Always false: there was nothing before. */
    private boolean begin() {
        if (settings.region() == null || settings.agency() == null) {
            throw new StartupProblem("The database is empty, and the settings file lacks mingfa.first.region or mingfa.first.agency:"
                    + " the place and the body that the administrators belong to. docs/mingfa.example.yaml shows them.");
        }
        DivisionCode.fault(settings.regionCode()).ifPresent(fault -> {
            throw new StartupProblem("mingfa.first.region-code is '" + settings.regionCode() + "': " + fault + ". Give the division's code (GB/T 2260), such as \"149901\".");
        });
        try {
            jdbc.sql("insert into region (id, name, code, level) values (1, ?, ?, ?)").params(settings.region(), settings.regionCode(), settings.regionLevel()).update();
        } catch (DataIntegrityViolationException e) {
            throw new StartupProblem("mingfa.first.region-level is '" + settings.regionLevel() + "'. Give country, province, city, county or township.", e);
        }
        long agency = jdbc.sql("insert into agency (region_id, name, field) values (1, ?, ?) returning id")
                .params(settings.agency(), settings.field()).query(Long.class).single();
        List<String> lines = new ArrayList<>();
        administrators().forEach((role, title) -> lines.add(administrator(agency, role, title)));
        write(lines);
        LOG.info("first start: three administrators were made, their one-time passwords are in {}", file);
        return false;
    }

    /** Role codes in their order, with their titles. */
    private Map<String, String> administrators() {
        Map<String, String> all = new LinkedHashMap<>();
        jdbc.sql("select code, title from role where code in ('system-admin', 'security-admin', 'audit-admin') order by ordinal")
                .query((row, n) -> all.put(row.getString(1), row.getString(2))).list();
        return all;
    }

    private String administrator(long agency, String role, String title) {
        LocalDate today = LocalDate.now(clock);
        long person = jdbc.sql("insert into person (agency_id, name) values (?, ?) returning id").params(agency, title + "员").query(Long.class).single();
        jdbc.sql("insert into person_post (person_id, valid_from, agency_id, title, officer, recorded_by) values (?, ?, ?, ?, false, 0)")
                .params(person, today, agency, title + "员").update();
        accounts.grant(person, role, agency, today, null);
        Accounts.OneTime given = accounts.setOneTime(role, person);
        return "%-16s %s  %s员, until %s".formatted(given.login(), given.password(), title, given.until());
    }

    private void write(List<String> lines) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, lines, StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new StartupProblem("Cannot write the first passwords to " + file + " (" + e.getClass().getSimpleName() + "). Mend the rights of the data folder and start again.", e);
        }
    }

    private void forgetPasswords() {
        boolean open = jdbc.sql("select exists (select from account where one_time_until is not null and login in ('system-admin', 'security-admin', 'audit-admin'))")
                .query(Boolean.class).single();
        try {
            if (!open && Files.deleteIfExists(file)) {
                LOG.info("first start: {} was removed, all three have their own passwords", file);
            }
        } catch (IOException e) {
            LOG.warn("first start: {} could not be removed; remove it yourself", file);
        }
    }
}
