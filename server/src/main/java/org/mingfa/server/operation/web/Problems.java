package org.mingfa.server.operation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.operation.Problem;
import org.mingfa.server.operation.ProblemWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every exception of a controller as a problem; what is nobody's fault but ours is logged, without messages. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Problem problem, HttpServletRequest request) {
        return answer(ProblemWriter.body(request, problem));
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> database(Exception failure, HttpServletRequest request) {
        Problem problem = DatabaseProblems.of(failure);
        if (problem.status().is5xxServerError()) {
            LOG.error("database: {}", Traces.of(failure));
        }
        return answer(ProblemWriter.body(request, problem));
    }

    /** A body that is no upload, or one that cannot be taken apart. One that is too large has a case of its own. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> noUpload(MultipartException e, HttpServletRequest request) {
        return answer(ProblemWriter.body(request, Problem.of(HttpStatus.BAD_REQUEST, "请以 multipart/form-data 上传文件。")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unforeseen(Exception failure, HttpServletRequest request) {
        LOG.error("unforeseen: {}", Traces.of(failure));
        return answer(ProblemWriter.body(request, Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "系统内部错误，请凭请求编号联系系统管理员。")));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return refused(ReadFaults.of(e), headers, request);
    }

    /** Spring's own refusals (405, 415, a missing parameter …): their status, in our words. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (status.is5xxServerError()) {
            LOG.error("spring: {}", Traces.of(e));
        }
        String detail = SpringRefusals.detail(e, status);
        return refused(Problem.of(Optional.ofNullable(HttpStatus.resolve(status.value())).orElse(HttpStatus.BAD_REQUEST), detail), headers, request);
    }

    private static ResponseEntity<Object> refused(Problem problem, HttpHeaders headers, WebRequest request) {
        HttpServletRequest http = ((ServletWebRequest) request).getRequest();
        HttpHeaders all = new HttpHeaders(headers);
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(ProblemWriter.body(http, problem), all, problem.status());
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail body) {
        var response = ResponseEntity.status(body.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        return List.of(503, 507).contains(body.getStatus()) ? response.header("Retry-After", "3").body(body) : response.body(body);
    }
}
