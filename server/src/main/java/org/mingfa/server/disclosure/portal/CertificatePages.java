package org.mingfa.server.disclosure.portal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Open;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The electronic certificate (电子执法证): whoever scans it sees whose it is and whether it counts today. */
@RestController
@Open
@RequestMapping("/public/certificates")
class CertificatePages {

    private static final String SIZE = "size";

    private final PublicCertificates certificates;
    private final Pages pages;
    private final Site site;

    CertificatePages(PublicCertificates certificates, Pages pages, Site site) {
        this.certificates = certificates;
        this.pages = pages;
        this.site = site;
    }

    @GetMapping("/{code}")
    ResponseEntity<String> certificate(@PathVariable String code, @CookieValue(name = SIZE, required = false) @Nullable String size) {
        View view = PortalController.view(size);
        return certificates.find(code)
                .map(c -> pages.page(HttpStatus.OK, "certificate", view, Map.of("certificate", c, "today", certificates.today(),
                        "photo", certificates.photo(code).isPresent() ? "/public/certificates/" + code + "/photo.jpg" : "", "picture", "/public/certificates/" + code + "/qr.svg")))
                .orElseGet(() -> pages.page(HttpStatus.NOT_FOUND, "no-certificate", view, Map.of()));
    }

    @GetMapping("/notices")
    ResponseEntity<String> notices(@CookieValue(name = SIZE, required = false) @Nullable String size, @RequestParam(required = false) @Nullable Long after) {
        List<PublicCertificates.Notice> found = certificates.notices(after);
        boolean more = found.size() > PublicCertificates.PAGE;
        List<PublicCertificates.Notice> shown = more ? found.subList(0, PublicCertificates.PAGE) : found;
        return pages.page(HttpStatus.OK, "certificate-notices", PortalController.view(size),
                Map.of("notices", shown, "next", more ? Long.toString(shown.getLast().id()) : "", "today", certificates.today()));
    }

    @GetMapping("/{code}/photo.jpg")
    ResponseEntity<byte[]> photo(@PathVariable String code) {
        return certificates.photo(code).map(p -> ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).header(HttpHeaders.CACHE_CONTROL, "private, no-store").body(p))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/{code}/qr.svg")
    ResponseEntity<byte[]> picture(@PathVariable String code) {
        if (certificates.find(code).isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        String base = site.address().isBlank() ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString() : site.address().replaceFirst("/+$", "");
        byte[] svg = QrCode.svg(base + "/public/certificates/" + code, "电子执法证二维码").getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok().contentType(MediaType.valueOf("image/svg+xml")).header(HttpHeaders.CACHE_CONTROL, "private, max-age=3600").body(svg);
    }
}
