package org.mingfa.server.operation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.mingfa.server.operation.Problem;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem where no controller is reached, as in a filter. */
@Component
public class ProblemWriter {

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        ProblemDetail body = body(request, problem);
        response.setStatus(body.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }

    static ProblemDetail body(HttpServletRequest request, Problem problem) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(problem.status(), problem.detail());
        problem.members().forEach(body::setProperty);
        return finish(request, body);
    }

    /** Title in our words, the path and the request's id. */
    static ProblemDetail finish(HttpServletRequest request, ProblemDetail body) {
        body.setTitle(Problem.title(body.getStatus()));
        body.setInstance(java.net.URI.create(path(request)));
        body.setProperty("requestId", RequestIds.of(request));
        return body;
    }

    private static String path(HttpServletRequest request) {
        Object original = request.getAttribute(jakarta.servlet.RequestDispatcher.ERROR_REQUEST_URI);
        String path = original != null ? original.toString() : request.getRequestURI();
        return org.springframework.web.util.UriUtils.encodePath(org.springframework.web.util.UriUtils.decode(path, "UTF-8"), "UTF-8");
    }
}
