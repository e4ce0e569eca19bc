package org.mingfa.server.operation;

import java.net.URI;
import java.util.Set;
import org.mingfa.server.StartupProblem;

/** Addresses of other systems in the settings: what goes there in clear anybody on the way could read, so https, but for loopback. */
public final class SecureAddress {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private SecureAddress() {}

    /** @throws StartupProblem where the setting of this name is no such address */
    public static URI of(String name, String given) {
        URI uri;
        try {
            uri = URI.create(given);
        } catch (IllegalArgumentException e) {
            throw new StartupProblem(name + " is '" + given + "', which is no address. Write https://…", e);
        }
        if (uri.getHost() == null || !"https".equals(uri.getScheme()) && !("http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost()))) {
            throw new StartupProblem(name + " is '" + given + "'. Write a whole address that begins with https://");
        }
        if (uri.getUserInfo() != null) {
            throw new StartupProblem(name + " has a user or password in it. Leave it out; what is sent is signed with the secret.");
        }
        return uri;
    }
}
