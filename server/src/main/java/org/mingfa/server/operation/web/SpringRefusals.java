package org.mingfa.server.operation.web;

import org.springframework.http.HttpStatusCode;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Spring's refusals in words for people; names of parameters and headers are ours and may be told. */
final class SpringRefusals {

    private SpringRefusals() {}

    static String detail(Exception e, HttpStatusCode status) {
        return switch (e) {
            case HttpRequestMethodNotSupportedException method -> "此地址不支持 " + method.getMethod() + "。";
            case HttpMediaTypeNotSupportedException type -> "此地址不接受这种内容类型，请用 application/json。";
            case MissingServletRequestParameterException parameter -> "缺少参数 " + parameter.getParameterName() + "。";
            case MissingServletRequestPartException part -> "缺少文件 " + part.getRequestPartName() + "。";
            case MissingRequestHeaderException header -> "缺少请求头 " + header.getHeaderName() + "。";
            case MethodArgumentTypeMismatchException argument -> "参数 " + argument.getName() + " 的类型不对。";
            default -> byStatus(status.value());
        };
    }

    static String byStatus(int status) {
        return switch (status) {
            case 404 -> "没有这个地址，或者内容不在您的管辖范围之内。";
            case 413 -> "文件或内容超过允许的大小。";
            case 406 -> "无法给出所要求的内容类型。";
            case 503 -> "正在启动或停止，请稍后重试。";
            default -> status < 500 ? "请求的格式有误。" : "系统内部错误，请凭请求编号联系系统管理员。";
        };
    }
}
