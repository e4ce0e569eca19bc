package org.mingfa.server.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Permit;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.registry.CertificateVersion;
import org.mingfa.server.registry.Registers;
import org.mingfa.server.registry.store.CertificateStore;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The register of certificates (行政执法证). */
@RestController
@RequestMapping("/api/registry/certificates")
class CertificateController {

    record CertificateInput(
            @Nullable String number, @Nullable LocalDate from, @Nullable Long person, @Nullable String field,
            @Nullable String regionCode, @Nullable LocalDate firstDay, @Nullable LocalDate lastDay, boolean suspended,
            @Nullable String reason) {

        CertificateVersion version(String number) {
            return new CertificateVersion(number, from, person, field, regionCode, firstDay, lastDay, suspended,
                    reason == null ? "" : reason);
        }
    }

    private final CertificateStore store;
    private final Registers registers;
    private final Clock clock;

    CertificateController(CertificateStore store, Registers registers, Clock clock) {
        this.store = store;
        this.registers = registers;
        this.clock = clock;
    }

    @Operation(summary = "Enforcement certificates (行政执法证) on a day")
    @GetMapping
    @Permit("registry.read")
    Listed<CertificateStore.Row> list(
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        LocalDate day = on == null ? LocalDate.now(clock) : on;
        return Listed.of(store.list(registers.reach(), day, cursor, Listed.bound(limit) + 1), Listed.bound(limit),
                CertificateStore.Row::number);
    }

    @Operation(summary = "Registers a certificate")
    @PostMapping
    @Permit("registry.write")
    @ResponseStatus(HttpStatus.CREATED)
    void add(@RequestBody CertificateInput c) {
        check(c).fits("/number", c.number(), n -> n.matches("[0-9A-Z-]{4,30}"), "应为 4 至 30 位数字、大写字母或短横").done();
        registers.setCertificate(c.version(c.number()), true);
    }

    @Operation(summary = "Adds a version of a certificate from a day on, suspension (暂扣) included")
    @PutMapping("/{number}")
    @Permit("registry.write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void set(@PathVariable String number, @RequestBody CertificateInput c) {
        check(c).check("/reason", !c.suspended() || (c.reason() != null && !c.reason().isBlank()), "暂扣须写明理由").done();
        registers.setCertificate(c.version(number), false);
    }

    private static Fields check(CertificateInput c) {
        return new Fields().present("/from", c.from()).present("/person", c.person()).text("/field", c.field(), 20)
                .fits("/regionCode", c.regionCode(), r -> r.matches("\\d{6}"), "应为六位行政区划代码")
                .present("/firstDay", c.firstDay())
                .fits("/lastDay", c.lastDay(), d -> c.firstDay() == null || !d.isBefore(c.firstDay()), "不得早于有效期首日");
    }
}
