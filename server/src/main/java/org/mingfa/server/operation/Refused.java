package org.mingfa.server.operation;

import java.util.List;
import org.mingfa.server.operation.Problem.Fault;
import org.springframework.http.HttpStatus;

/** The refusals that every module gives, each with its status. */
public final class Refused {

    private Refused() {}

    /** 422: values that do not fit; nothing was changed. */
    public static Problem invalid(List<Fault> faults) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, faults.getFirst().message()).with("errors", faults);
    }

    /** 422: one value that does not fit. */
    public static Problem invalid(String pointer, String message) {
        return invalid(List.of(new Fault(pointer, message)));
    }

    /** 422: the law bars it; {@code findings} say why. */
    public static Problem barred(String detail, List<?> findings) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, detail).with("findings", findings);
    }

    /** 404: it does not exist, or not for this caller: the two are not told apart. */
    public static Problem notFound(String detail) {
        return Problem.of(HttpStatus.NOT_FOUND, detail);
    }

    public static Problem forbidden(String detail) {
        return Problem.of(HttpStatus.FORBIDDEN, detail);
    }

    /** 409: the state is no longer what the caller thought. */
    public static Problem conflict(String detail) {
        return Problem.of(HttpStatus.CONFLICT, detail);
    }

    /** 410: it existed and was destroyed for ever. */
    public static Problem gone(String detail) {
        return Problem.of(HttpStatus.GONE, detail);
    }

    /** 400: the request itself cannot be read. */
    public static Problem bad(String detail) {
        return Problem.of(HttpStatus.BAD_REQUEST, detail);
    }
}
