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
import org.mingfa.server.operation.Practice;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Renders the portal's templates, which were compiled with the program. */
@Component
class Pages {
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Site site;
    private final Practice practice;
    private final byte[] css = read();
    private final String style = "/public/portal.css?v=" + Digests.sha256(css).substring(0, 12);

    Pages(Site site, Practice practice) {
        this.site = site;
        this.practice = practice;
    }

    ResponseEntity<String> page(HttpStatus status, String template, View view, Map<String, Object> model) {
        var all = new HashMap<>(model);
        all.put("site", site);
        all.put("view", new View(view.large(), practice.on()));
        all.put("style", style);
        var out = new StringOutput();
        engine.render("portal/" + template + ".jte", all, out);
        return ResponseEntity.status(status).contentType(HTML).body(out.toString());
    }

    /** The one style sheet; its address changes with its content, so that browsers may keep it. */
    ResponseEntity<byte[]> style() {
        return ResponseEntity.ok().contentType(CSS).header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable").body(css.clone());
    }

    private static byte[] read() {
        try (InputStream in = Pages.class.getClassLoader().getResourceAsStream("disclosure/portal.css")) {
            return java.util.Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
