package org.mingfa.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.operation.WebSettings;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Metrics are for a collector on this machine (not through a proxy on it) or one that holds the token. */
@Component
class MetricsDoor implements AuthorizationManager<RequestAuthorizationContext> {

    private final @Nullable String token;

    MetricsDoor(WebSettings settings) {
        token = settings.metricsToken();
    }

    @Override
    public AuthorizationResult authorize(Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        return new AuthorizationDecision(fromHere(request) || bearsToken(request));
    }

    private static boolean fromHere(HttpServletRequest request) {
        try {
            return request.getHeader("X-Forwarded-For") == null
                    && request.getHeader("Forwarded") == null
                    && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private boolean bearsToken(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return token != null
                && !token.isBlank()
                && header != null
                && MessageDigest.isEqual(header.getBytes(StandardCharsets.UTF_8), ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    }
}
