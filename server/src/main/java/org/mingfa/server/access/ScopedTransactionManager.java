package org.mingfa.server.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/** Begins every transaction with the caller's scope. None bound: none is set, and the row policies let nothing through. */
class ScopedTransactionManager extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    ScopedTransactionManager(DataSource source) {
        super(source);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition) throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        Optional<Scope> scope = Scope.current();
        if (scope.isPresent()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(scope.get().asSql());
            }
        }
    }
}
