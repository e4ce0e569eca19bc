package org.mingfa.server.operation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * A refusal that the person may read: becomes {@code application/problem+json} (RFC 9457) with the request's id. The
 * detail is Chinese, says what is wrong and how to mend it, and quotes no SQL and no one's personal data.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient Map<String, Object> members;

    /** A field of the request that does not fit: a JSON pointer into it and what is wrong there. */
    public record Fault(String pointer, String message) {}

    private Problem(HttpStatus status, String detail, Map<String, Object> members) {
        super(detail, null, false, false);
        this.status = status;
        this.members = members;
    }

    public static Problem of(HttpStatus status, String detail) {
        return new Problem(status, detail, Map.of());
    }

    /** 400 with what is wrong where. */
    public static Problem faults(String detail, List<Fault> faults) {
        return of(HttpStatus.BAD_REQUEST, detail).with("errors", faults);
    }

    /** With one more member, e.g. {@code findings}. */
    public Problem with(String member, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(members);
        all.put(member, value);
        return new Problem(status, detail(), all);
    }

    public HttpStatus status() {
        return status;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public Map<String, Object> members() {
        return members;
    }

    /** The title that goes with a status, in the words shown to people. */
    public static String title(int status) {
        return switch (status) {
            case 400 -> "请求有误";
            case 401 -> "尚未登录";
            case 403 -> "无权办理";
            case 404 -> "没有找到";
            case 405, 406, 415 -> "不支持这样的请求";
            case 409 -> "内容已有变化";
            case 410 -> "内容已销毁";
            case 413 -> "内容过大";
            case 422 -> "不符合规定";
            case 423 -> "账号已锁定";
            case 429 -> "请求过于频繁";
            case 503 -> "暂时不能服务";
            case 507 -> "存储空间不足";
            default -> status < 500 ? "请求有误" : "系统内部错误";
        };
    }
}
