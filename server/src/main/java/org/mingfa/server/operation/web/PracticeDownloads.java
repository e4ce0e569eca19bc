package org.mingfa.server.operation.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.operation.Practice;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whatever a practice city lets people save is named so, whichever endpoint makes it. */
@Component
@ConditionalOnBooleanProperty("mingfa.practice")
class PracticeDownloads extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void addHeader(String name, @Nullable String value) {
                super.addHeader(name, named(name, value));
            }

            @Override
            public void setHeader(String name, @Nullable String value) {
                super.setHeader(name, named(name, value));
            }
        });
    }

    /** @param value null where a header is taken back, as a refusal does */
    static @Nullable String named(String header, @Nullable String value) {
        if (value == null || !HttpHeaders.CONTENT_DISPOSITION.equalsIgnoreCase(header)) {
            return value;
        }
        ContentDisposition given = ContentDisposition.parse(value);
        return given.getFilename() == null ? value
                : ContentDisposition.builder(given.getType()).filename(Practice.BEFORE + given.getFilename(), StandardCharsets.UTF_8).build().toString();
    }
}
