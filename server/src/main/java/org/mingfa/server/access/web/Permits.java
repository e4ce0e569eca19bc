package org.mingfa.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Open;
import org.mingfa.server.access.Permit;
import org.mingfa.server.operation.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a caller reach an endpoint of ours only by its {@link Permit}, or if it is {@link Open}; one that says neither is refused. */
@Component
class Permits implements HandlerInterceptor {

    /** Which body a page was opened for: after 换岗 in another window nothing is done from it for the wrong one. */
    private static final String AGENCY = "Mingfa-Agency";
    private static final Logger LOG = LoggerFactory.getLogger(Permits.class);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod endpoint && isOurs(endpoint) && !isOpen(endpoint)) {
            check(endpoint, request.getHeader(AGENCY));
        }
        return true;
    }

    /** @param shown the body for which the page that asks was opened; null: it does not say */
    private static void check(HandlerMethod endpoint, @Nullable String shown) {
        Optional<Permit> permit = permit(endpoint);
        Caller caller = Caller.found().orElseThrow(() -> Problem.of(HttpStatus.UNAUTHORIZED, "请先登录。"));
        if (caller.undecided()) {
            throw Problem.of(HttpStatus.FORBIDDEN, "您在几个单位有岗位，请先选择现在在哪个单位办理。").with("moved", true);
        }
        if (shown != null && !shown.equals(Long.toString(caller.agency().id()))) {
            throw Problem.of(HttpStatus.CONFLICT, "您现在在" + caller.agency().name() + "办理，与本页不是同一单位；没有办理，请重新打开页面。").with("moved", true);
        }
        if (permit.isEmpty()) {
            LOG.error("{} says neither @Permit nor @Open", endpoint);
        }
        if (permit.isEmpty() || Arrays.stream(permit.get().value()).noneMatch(caller::may)) {
            throw Problem.of(HttpStatus.FORBIDDEN, "您的岗位不办理此事。");
        }
    }

    static boolean isOurs(HandlerMethod endpoint) {
        return endpoint.getBeanType().getName().startsWith("org.mingfa.") && !ErrorController.class.isAssignableFrom(endpoint.getBeanType());
    }

    static boolean isOpen(HandlerMethod endpoint) {
        return endpoint.hasMethodAnnotation(Open.class)
                || !endpoint.hasMethodAnnotation(Permit.class) && AnnotatedElementUtils.hasAnnotation(endpoint.getBeanType(), Open.class);
    }

    /** Of the method, else of its class. */
    static Optional<Permit> permit(HandlerMethod endpoint) {
        return Optional.ofNullable(endpoint.getMethodAnnotation(Permit.class))
                .or(() -> Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(endpoint.getBeanType(), Permit.class)));
    }
}
