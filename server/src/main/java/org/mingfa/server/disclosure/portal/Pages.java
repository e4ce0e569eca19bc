package org.mingfa.server.disclosure.portal;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.mingfa.core.sealing.Digests;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Renders the portal's templates, which were compiled with the program. */
@Component
class Pages {
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Site site;
    private final String style = "/public/portal.css?v=" + digest();

    Pages(Site site) {
        this.site = site;
    }

    ResponseEntity<String> page(HttpStatus status, String template, View view, Map<String, Object> model) {
        var all = new HashMap<>(model);
        all.put("site", site);
        all.put("view", view);
        all.put("style", style);
        var out = new StringOutput();
        engine.render("portal/" + template + ".jte", all, out);
        return ResponseEntity.status(status).contentType(HTML).body(out.toString());
    }

    /** The address of the style sheet changes with its content, so that browsers may keep it. */
    private static String digest() {
        try (InputStream in = Pages.class.getClassLoader().getResourceAsStream("static/public/portal.css")) {
            return Digests.sha256(java.util.Objects.requireNonNull(in).readAllBytes()).substring(0, 12);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
