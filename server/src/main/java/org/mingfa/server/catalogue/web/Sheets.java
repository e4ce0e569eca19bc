package org.mingfa.server.catalogue.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;

/** Answers that are workbooks. */
final class Sheets {

    private Sheets() {}

    static void xlsx(HttpServletResponse response, String name) {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", ContentDisposition.attachment().filename(name + ".xlsx", StandardCharsets.UTF_8).build().toString());
    }
}
