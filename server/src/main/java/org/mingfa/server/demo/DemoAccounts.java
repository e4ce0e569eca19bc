package org.mingfa.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mingfa.server.access.Accounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** One account for each role, with random passwords that only the data folder keeps (file mode 0600). */
@Component
@ConditionalOnBooleanProperty("mingfa.practice")
class DemoAccounts {

    private static final Logger LOG = LoggerFactory.getLogger(DemoAccounts.class);
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 14;
    static final String HOME = "云岭市市场监督管理局";
    private static final String OVERSIGHT = "云岭市司法局";
    private static final Set<String> OVERSEERS = Set.of("supervisor", "system-admin", "security-admin", "audit-admin");
    private static final List<String> ROLES = List.of("officer", "unit-head", "legal-reviewer", "hearing-officer",
            "agency-head", "publication-reviewer", "property-keeper", "archivist", "supervisor", "system-admin",
            "security-admin", "audit-admin", "registrar");

    private final Accounts accounts;
    private final Path file;
    private final boolean printed;

    DemoAccounts(Accounts accounts, @Value("${mingfa.data}") Path data, @Value("${mingfa.settings:}") String settings) {
        this.accounts = accounts;
        this.printed = settings.isEmpty();
        this.file = data.resolve("demo-accounts.txt");
    }

    void give(City city) {
        List<String> lines = new ArrayList<>();
        SecureRandom random = new SecureRandom();
        for (String role : ROLES) {
            City.Agency agency = city.agency(OVERSEERS.contains(role) ? OVERSIGHT : HOME);
            City.Member member = agency.holding(role);
            String password = password(random);
            accounts.set(role, member.id(), password);
            lines.add("%-22s %s  %s（%s）".formatted(role, password, member.name(), agency.name()));
        }
        write(lines);
    }

    private void write(List<String> lines) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("the accounts cannot be written to " + file, e);
        }
    }

    private static String password(SecureRandom random) {
        StringBuilder out = new StringBuilder();
        random.ints(LENGTH, 0, LETTERS.length()).forEach(i -> out.append(LETTERS.charAt(i)));
        return out.toString();
    }

    /** Prints the accounts, on standard output only; not where that is a journal (a settings file): then it names their file. */
    void show() {
        if (!printed) {
            LOG.info("practice city: its accounts are in {}", file);
        } else if (Files.exists(file)) {
            try {
                System.out.println("演示账号（角色、密码、姓名）：");
                Files.readAllLines(file).forEach(l -> System.out.println("  " + l));
            } catch (IOException e) {
                throw new UncheckedIOException("the accounts cannot be read from " + file, e);
            }
        }
    }
}
