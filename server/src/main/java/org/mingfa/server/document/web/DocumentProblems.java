package org.mingfa.server.document.web;

import jakarta.servlet.http.HttpServletRequest;
import org.mingfa.server.document.FontsMissing;
import org.mingfa.server.document.MissingContent;
import org.mingfa.server.document.MissingGlyphs;
import org.mingfa.server.document.UnknownTemplate;
import org.mingfa.server.operation.Problem;
import org.mingfa.server.operation.ProblemWriter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What stands in a document's way, as problems: 422 with each missing item, 503 where fonts are to be installed. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class DocumentProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingContent e, HttpServletRequest request) {
        var faults = e.missing().stream()
                .map(item -> new Problem.Fault("/form/" + item.field(), "缺少" + item.title() + (item.cite().isEmpty() ? "" : "（" + item.cite() + "）")))
                .toList();
        return answer(Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage()).with("errors", faults), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> glyphs(MissingGlyphs e, HttpServletRequest request) {
        return answer(Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage()), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> fonts(FontsMissing e, HttpServletRequest request) {
        return answer(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage()), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> template(UnknownTemplate e, HttpServletRequest request) {
        return answer(Problem.of(HttpStatus.NOT_FOUND, e.getMessage()), request);
    }

    private static ResponseEntity<ProblemDetail> answer(Problem problem, HttpServletRequest request) {
        return ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(ProblemWriter.body(request, problem));
    }
}
