package org.mingfa.server.access.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/** Headers of every answer. Scripts come from this server only, and the public pages run none. */
final class SecurityHeaders {

    private static final String WORKBENCH = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
            + " font-src 'self' data:; connect-src 'self'; frame-src 'self' blob:; object-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
    private static final String PORTAL = "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    static void set(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(frame -> frame.sameOrigin())
                .addHeaderWriter(new StaticHeadersWriter("Permissions-Policy", "camera=(self), microphone=(self), geolocation=(self), payment=(), usb=()"))
                .addHeaderWriter(new StaticHeadersWriter("Cross-Origin-Opener-Policy", "same-origin"))
                .addHeaderWriter((request, response) -> {
                    // An endpoint that hands out people's files sets a stricter one of its own.
                    if (!response.containsHeader("Content-Security-Policy")) {
                        response.setHeader("Content-Security-Policy", request.getRequestURI().startsWith("/public") ? PORTAL : WORKBENCH);
                    }
                });
    }
}
