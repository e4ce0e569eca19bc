package org.mingfa.server.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.ServerSocket;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.mingfa.server.Application;
import org.mingfa.server.operation.embedded.Address;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * A test against the whole server on a free port and a real database, both shared by all such tests of a run: each makes
 * the agencies and cases it needs ({@link TestCity}) and looks at no others.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(ServerTest.OnDatabase.class)
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"mingfa.access.password-cost=4", "mingfa.data=target/test-data", "mingfa.access.oidc.client-id=mingfa",
                "mingfa.access.oidc.issuer=http://127.0.0.1:${mingfa.test.provider-port}/city",
                "mingfa.access.oidc.redirect=http://127.0.0.1/api/session/oidc/callback"})
public @interface ServerTest {

    /** Tells the server of the tests' database before it starts. */
    final class OnDatabase implements BeforeAllCallback {

        private static boolean told;

        /** Where a test may start an identity provider. */
        private static int freePort() {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public synchronized void beforeAll(ExtensionContext context) {
            if (!told) {
                Address address = TestDatabase.fresh();
                System.setProperty("mingfa.database.url", address.url());
                System.setProperty("mingfa.database.user", address.user());
                System.setProperty("mingfa.database.password", address.password());
                System.setProperty("mingfa.test.provider-port", Integer.toString(freePort()));
                told = true;
            }
        }
    }
}
