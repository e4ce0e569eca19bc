package org.mingfa.server.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Permit;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.person.CertificateBook;
import org.mingfa.server.registry.person.Certificates;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Issue and states of certificates, and their issuers. */
@RestController
@RequestMapping("/api/registry")
class CertificateChangeController {

    private static final List<String> STATES = List.of("valid", "suspended", "revoked", "withdrawn", "lost");
    private static final List<String> RESULTS = List.of("excellent", "good", "fair", "failed");

    record StateInput(@Nullable String state, @Nullable LocalDate from, @Nullable String reason) {}

    record CheckInput(@Nullable Integer year, @Nullable String result, @Nullable LocalDate on, @Nullable String note) {}

    record IssuerInput(@Nullable String name, @Nullable Boolean ministry, @Nullable String pattern, @Nullable String filed) {}

    private final Certificates certificates;
    private final CertificateBook book;
    private final Keeping keeping;

    CertificateChangeController(Certificates certificates, CertificateBook book, Keeping keeping) {
        this.certificates = certificates;
        this.book = book;
        this.keeping = keeping;
    }

    @Operation(summary = "Issues a certificate (发证); a number that is taken and a period that overlaps another's are refused")
    @PostMapping("/people/{id}/certificates")
    @Permit({"person.write", "person.write.own"})
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> issue(@PathVariable long id, @RequestBody PersonInput.CertificateOf c) {
        c.check(new Fields(), "").check("/reason", c.reason() == null || c.reason().length() <= 200, "不超过200个字符").done();
        certificates.issue(id, c.checked(), c.reason() == null ? "" : c.reason().strip());
        return Map.of("number", c.number());
    }

    @Operation(summary = "Suspends (暂扣), gives back (发还), revokes (吊销), withdraws (收回) or declares lost a certificate from a day on")
    @PostMapping("/certificates/{number}/states")
    @Permit({"person.write", "person.write.own"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void state(@PathVariable String number, @RequestBody StateInput s) {
        new Fields().fits("/state", s.state(), STATES::contains, "应为 " + String.join("、", STATES)).present("/from", s.from())
                .text("/reason", s.reason(), 200).done();
        certificates.change(number, s.state(), s.from(), s.reason());
    }

    @Operation(summary = "Records a certificate's yearly check (年度审验)")
    @PostMapping("/certificates/{number}/checks")
    @Permit({"person.write", "person.write.own"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void check(@PathVariable String number, @RequestBody CheckInput c) {
        new Fields().fits("/year", c.year(), y -> y >= 2000 && y <= 2199, "应为年份").fits("/result", c.result(), RESULTS::contains, "应为 " + String.join("、", RESULTS))
                .present("/on", c.on()).check("/note", c.note() == null || c.note().length() <= 200, "不超过200个字符").done();
        certificates.check(new CertificateBook.Check(number, c.year(), c.result(), c.on(), c.note() == null ? "" : c.note()));
    }

    @Operation(summary = "Issuing bodies (发证机关) and the patterns of their numbers")
    @GetMapping("/issuers")
    @Permit("registry.read")
    List<CertificateBook.Issuer> issuers() {
        return book.issuers();
    }

    @Operation(summary = "Registers an issuing body; a ministry's is filed (备案) with the local legal body")
    @PostMapping("/issuers")
    @Permit("person.write")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> addIssuer(@RequestBody IssuerInput i) {
        new Fields().text("/name", i.name(), 60).check("/pattern", pattern(i.pattern()), "不是正则表达式，或者超过 100 个字符")
                .check("/name", book.issuers().stream().noneMatch(x -> x.name().equals(i.name())), "已经登记").done();
        return Map.of("id", keeping.change(() -> book.addIssuer(i.name(), PersonInput.yes(i.ministry()), i.pattern() == null ? "" : i.pattern(),
                i.filed() == null ? "" : i.filed(), Caller.current().id())));
    }

    private static boolean pattern(@Nullable String text) {
        try {
            return text == null || text.length() <= 100 && Pattern.compile(text) != null;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
