package org.mingfa.server.operation.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.operation.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Why a JSON body could not be read, and where, without quoting what it held. */
final class ReadFaults {

    private ReadFaults() {}

    static Problem of(HttpMessageNotReadableException e) {
        return tooLarge(e) ? Problem.of(HttpStatus.CONTENT_TOO_LARGE, "请求内容过大。") : unreadable(e);
    }

    private static boolean tooLarge(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause).anyMatch(BodyTooLarge.class::isInstance);
    }

    private static Problem unreadable(HttpMessageNotReadableException e) {
        return switch (e.getCause()) {
            case StreamReadException syntax -> Problem.of(HttpStatus.BAD_REQUEST, place(syntax.getLocation()));
            case UnrecognizedPropertyException unknown -> fault(unknown, "没有这个字段");
            case JacksonException type -> fault(type, "类型不对或内容缺失");
            case null, default -> Problem.of(HttpStatus.BAD_REQUEST, "请求需要 JSON 内容。");
        };
    }

    private static String place(@Nullable TokenStreamLocation at) {
        return at == null ? "不是完整的 JSON。" : "第 " + at.getLineNr() + " 行第 " + at.getColumnNr() + " 列不是正确的 JSON。";
    }

    private static Problem fault(JacksonException e, String message) {
        String pointer = e.getPath().stream()
                .map(step -> "/" + (step.getPropertyName() != null ? step.getPropertyName() : String.valueOf(step.getIndex())))
                .collect(Collectors.joining());
        return Problem.faults("请求内容有误。", List.of(new Problem.Fault(pointer, message)));
    }
}
