package org.mingfa.server.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import org.mingfa.server.access.Permit;
import org.mingfa.server.registry.service.ServicePage;
import org.mingfa.server.registry.service.ServicePages;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A person's service: what they hold and what their post gives and asks. */
@RestController
@RequestMapping("/api/registry/people/{id}/service")
class ServiceController {

    private final ServicePages pages;

    ServiceController(ServicePages pages) {
        this.pages = pages;
    }

    @Operation(summary = "A person's service: equipment they hold, for themselves, their body and those above it")
    @GetMapping
    @Permit({"service.read", "service.read.own"})
    ServicePage service(@PathVariable long id) {
        return pages.of(id);
    }
}
