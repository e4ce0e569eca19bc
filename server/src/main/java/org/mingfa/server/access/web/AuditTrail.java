package org.mingfa.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.audit.Audit;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Keeps every change and export that was done through the API, or tried without the right to, by whomever. Acts in a case
 * are left to its record; accounts and sign-in keep their own entries. Written after the request, in a transaction of its own.
 */
@Component
class AuditTrail implements HandlerInterceptor {

    private static final Set<String> CHANGES = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> TOLD_ELSEWHERE = Set.of("/api/session", "/api/account", "/api/accounts", "/api/cases", "/api/audit");

    private final Audit audit;

    AuditTrail(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        Optional<Caller> caller = Caller.found();
        String path = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        if (caller.isEmpty() || !counts(request.getMethod(), path, failure == null ? response.getStatus() : 500)) {
            return;
        }
        String object = variables(request).values().stream().map(String::valueOf).collect(Collectors.joining("/"));
        audit.change(caller.get().id(), request.getMethod() + " " + path, path.replaceFirst("/\\{.*", ""), object.length() > 200 ? object.substring(0, 200) : object, response.getStatus() < 400);
    }

    private static boolean counts(String method, String path, int status) {
        boolean told = TOLD_ELSEWHERE.stream().anyMatch(p -> path.equals(p) || path.startsWith(p + "/"));
        boolean looked = path.endsWith("/examine") || path.endsWith("/preview") || path.endsWith("/what-if");
        return !told && !looked && path.startsWith("/api/") && (CHANGES.contains(method) || path.endsWith("/export")) && (status < 400 || status == 403);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> variables(HttpServletRequest request) {
        Object found = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return found instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
