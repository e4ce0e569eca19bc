package org.mingfa.server.operation.web;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.operation.Problem;
import org.springframework.http.HttpStatus;

/** What a database's refusal means for the person who asked, by its SQLSTATE (PostgreSQL manual, appendix A). */
final class DatabaseProblems {

    private DatabaseProblems() {}

    static Problem of(Throwable failure) {
        String state = state(failure);
        if (state.startsWith("08") || state.startsWith("57P") || state.isEmpty()) {
            return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "数据库暂时无法连接，请稍后重试；没有内容被保存。");
        }
        return switch (state) {
            case "53100" -> Problem.of(HttpStatus.INSUFFICIENT_STORAGE, "服务器磁盘已满，没有内容被保存，请联系系统管理员。");
            case "53200", "53300" -> Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "数据库繁忙，请稍后重试；没有内容被保存。");
            case "40001", "40P01", "55P03", "57014" -> Problem.of(HttpStatus.CONFLICT, "同一内容正被他人办理，请刷新后重试。");
            case "42501" -> Problem.of(HttpStatus.FORBIDDEN, "不在您的管辖范围之内。");
            case "23505", "23503", "23514", "23502" -> Problem.of(HttpStatus.CONFLICT, "与已有的内容冲突，请刷新后核对。");
            case "22001", "22003", "22007", "22008", "22021", "22P02", "22P05" -> Problem.of(HttpStatus.BAD_REQUEST, "请求中有无法保存的内容。");
            default -> Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "系统内部错误，请凭请求编号联系系统管理员。");
        };
    }

    private static String state(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }
}
