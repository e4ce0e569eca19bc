package org.mingfa.server.access;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs work in one transaction of the application's role, within the scope that is bound; joins one already running. */
@Component
public class Transactions {

    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    Transactions(PlatformTransactionManager manager) {
        writing = new TransactionTemplate(manager);
        reading = new TransactionTemplate(manager);
        reading.setReadOnly(true);
    }

    /** Commits when the work returns, rolls back when it throws. */
    public <T> T write(Supplier<T> work) {
        return writing.execute(status -> work.get());
    }

    /** As {@link #write}, but the database refuses to change anything. */
    public <T> T read(Supplier<T> work) {
        return reading.execute(status -> work.get());
    }
}
