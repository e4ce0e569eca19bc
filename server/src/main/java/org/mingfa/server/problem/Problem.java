package org.mingfa.server.problem;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A refusal with its status, a title for the reader and what a program needs to point at the place. */
public final class Problem extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    private Problem(HttpStatus status, ProblemDetail body) {
        super(status, body, null);
    }

    private static Problem of(HttpStatus status, String title, String detail, Map<String, Object> more) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setTitle(title);
        more.forEach(body::setProperty);
        return new Problem(status, body);
    }

    /** 422: values that do not fit; nothing was changed. */
    public static Problem invalid(List<FieldError> errors) {
        return of(HttpStatus.UNPROCESSABLE_CONTENT, "填写内容有误", errors.getFirst().message(), Map.of("errors", errors));
    }

    /** 422: one value that does not fit. */
    public static Problem invalid(String pointer, String message) {
        return invalid(List.of(new FieldError(pointer, message)));
    }

    /** 422: the law bars it; {@code findings} say why. */
    public static Problem barred(String detail, List<?> findings) {
        return of(HttpStatus.UNPROCESSABLE_CONTENT, "依法不得办理", detail, Map.of("findings", findings));
    }

    /** 404: it does not exist, or not for this caller: the two are not told apart. */
    public static Problem notFound(String detail) {
        return of(HttpStatus.NOT_FOUND, "没有找到", detail, Map.of());
    }

    /** 403. */
    public static Problem forbidden(String detail) {
        return of(HttpStatus.FORBIDDEN, "无权办理", detail, Map.of());
    }

    /** 409: the state is no longer what the caller thought. */
    public static Problem conflict(String detail, Map<String, Object> more) {
        return of(HttpStatus.CONFLICT, "内容已有变化", detail, more);
    }

    /** 400: the request itself cannot be read. */
    public static Problem bad(String detail) {
        return of(HttpStatus.BAD_REQUEST, "请求无法识别", detail, Map.of());
    }
}
