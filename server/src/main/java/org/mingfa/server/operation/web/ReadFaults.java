package org.mingfa.server.operation.web;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.operation.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Why a JSON body could not be read, and where, without quoting what it held. */
final class ReadFaults {

    private ReadFaults() {}

    static Problem of(HttpMessageNotReadableException e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case BodyTooLarge large -> {
                    return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "请求内容过大。");
                }
                case StreamReadException syntax -> {
                    var place = syntax.getLocation();
                    return Problem.of(HttpStatus.BAD_REQUEST, place == null
                            ? "不是完整的 JSON。"
                            : "第 " + place.getLineNr() + " 行第 " + place.getColumnNr() + " 列不是正确的 JSON。");
                }
                case UnrecognizedPropertyException unknown -> {
                    return fault(unknown, "没有这个字段");
                }
                case JacksonException type -> {
                    return fault(type, "类型不对或内容缺失");
                }
                default -> {}
            }
        }
        return Problem.of(HttpStatus.BAD_REQUEST, "请求需要 JSON 内容。");
    }

    private static Problem fault(JacksonException e, String message) {
        String pointer = e.getPath().stream()
                .map(step -> "/" + (step.getPropertyName() != null ? step.getPropertyName() : String.valueOf(step.getIndex())))
                .collect(Collectors.joining());
        return Problem.faults("请求内容有误。", List.of(new Problem.Fault(pointer, message)));
    }
}
