package org.mingfa.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.ChangesNothing;
import org.mingfa.server.access.audit.Audit;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Keeps every change, export and download that was done through the API, and every refusal for want of a right (403; for
 * cases and their files also 404, which is what row scope answers), by whomever. Acts in a case that were done are left to
 * its record; accounts and sign-in keep their own entries of what was done. Pages that are only looked at leave nothing.
 * Written after the request, in a transaction of its own.
 */
@Component
class AuditTrail implements HandlerInterceptor {

    private static final Set<String> CHANGES = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> TOLD_ELSEWHERE = Set.of("/api/session", "/api/account", "/api/accounts", "/api/audit", "/api/case-list/export", "/api/letters/print");
    private static final String DRY = "dryRun";
    private static final Set<String> CASES = Set.of("/api/cases", "/api/files", "/api/letters");

    private final Audit audit;

    AuditTrail(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        Optional<Caller> caller = Caller.found();
        String path = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        if (caller.isEmpty() || !counts(request.getMethod(), path, failure == null ? response.getStatus() : 500, response.containsHeader(HttpHeaders.CONTENT_DISPOSITION), tries(request, handler))) {
            return;
        }
        String object = variables(request).values().stream().map(String::valueOf).collect(Collectors.joining("/"));
        audit.change(caller.get().id(), request.getMethod() + " " + path, path.replaceFirst("/\\{.*", ""), object.length() > 200 ? object.substring(0, 200) : object, response.getStatus() < 400);
    }

    private static boolean tries(HttpServletRequest request, Object handler) {
        if (!(handler instanceof HandlerMethod endpoint)) {
            return false;
        }
        boolean dry = Arrays.stream(endpoint.getMethod().getParameters()).anyMatch(p -> p.getName().equals(DRY)) && !"false".equals(request.getParameter(DRY));
        return dry || endpoint.hasMethodAnnotation(ChangesNothing.class);
    }

    /** @param file whether the answer is one to be kept, such as a document @param tried whether it only computes */
    private static boolean counts(String method, String path, int status, boolean file, boolean tried) {
        if (!path.startsWith("/api/")) {
            return false;
        }
        if (status >= 400) {
            return status == 403 || status == 404 && under(CASES, path);
        }
        boolean changed = CHANGES.contains(method) && !under(Set.of("/api/cases"), path);
        return !tried && !under(TOLD_ELSEWHERE, path) && (changed || file || path.endsWith("/export"));
    }

    private static boolean under(Set<String> paths, String path) {
        return paths.stream().anyMatch(p -> path.equals(p) || path.startsWith(p + "/"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> variables(HttpServletRequest request) {
        Object found = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return found instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
