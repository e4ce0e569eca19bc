package org.mingfa.server.access.web;

import jakarta.servlet.DispatcherType;
import org.mingfa.server.access.session.Sessions;
import org.mingfa.server.operation.Problem;
import org.mingfa.server.operation.ProblemWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What stands before every request: headers, CSRF, the session, and who may pass; {@link Permits} then checks each endpoint. */
@Configuration(proxyBeanMethods = false)
class Security implements WebMvcConfigurer {

    private final Permits permits;
    private final AuditTrail trail;

    Security(Permits permits, AuditTrail trail) {
        this.trail = trail;
        this.permits = permits;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(trail);
        registry.addInterceptor(permits);
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http, Sessions sessions, SessionCookie cookie, MetricsDoor metrics, ProblemWriter writer) {
        return http.authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC).permitAll()
                        .requestMatchers("/actuator/health", "/actuator/health/*").permitAll()
                        .requestMatchers("/actuator/prometheus").access(metrics)
                        .requestMatchers("/actuator/**").denyAll()
                        .requestMatchers("/api/session", "/api/session/ways", "/api/session/oidc", "/api/session/oidc/callback").permitAll()
                        .requestMatchers("/api/**").authenticated()
                        .anyRequest().permitAll())
                .addFilterBefore(new SessionFilter(sessions, cookie), AnonymousAuthenticationFilter.class)
                .csrf(csrf -> csrf.spa())
                .headers(SecurityHeaders::set)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(notSignedIn(writer)).accessDeniedHandler(denied(writer)))
                // Its strategy would draw a new CSRF token with each answer to somebody signed in, and requests side by side would refuse each other.
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .requestCache(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static AuthenticationEntryPoint notSignedIn(ProblemWriter writer) {
        return (request, response, e) -> writer.write(request, response, Problem.of(HttpStatus.UNAUTHORIZED, "请先登录。"));
    }

    private static AccessDeniedHandler denied(ProblemWriter writer) {
        return (request, response, e) -> writer.write(request, response, Problem.of(
                HttpStatus.FORBIDDEN, e instanceof CsrfException ? "页面已过期，请刷新后重试。" : "您的岗位不办理此事。"));
    }
}
