package org.mingfa.server.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Permit;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.RegisterParameters;
import org.mingfa.server.registry.body.Bodies;
import org.mingfa.server.registry.body.BodyPage;
import org.mingfa.server.registry.body.BodyPages;
import org.mingfa.server.registry.body.BodyStore;
import org.mingfa.server.registry.body.BodyVersion;
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

/** Bodies (执法主体): lists, one body's page, its versions by date. */
@RestController
@RequestMapping("/api/registry/bodies")
class BodyController {

    private static final int COUNTED = 1_000;

    record DelegationInput(
            @Nullable Long delegator, @Nullable String items, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable LocalDate publishedOn) {}

    record BodyInput(
            @Nullable Integer region, @Nullable String field, @Nullable LocalDate from, @Nullable String name, @Nullable String shortName,
            @Nullable String kind, @Nullable String tier, @Nullable Long parent, @Nullable String uscc, @Nullable String basis,
            @Nullable DelegationInput delegation) {

        BodyVersion checked() {
            Fields fields = new Fields().present("/from", from).text("/name", name, 100).text("/shortName", shortName, 20)
                    .fits("/kind", kind, List.of("statutory", "authorised", "entrusted")::contains, "应为 statutory、authorised 或 entrusted")
                    .fits("/tier", tier, List.of("province", "city", "county", "township")::contains, "应为 province、city、county 或 township")
                    .text("/basis", basis, 500);
            if (delegation != null) {
                fields.present("/delegation/delegator", delegation.delegator).text("/delegation/items", delegation.items, 2000)
                        .present("/delegation/from", delegation.from).present("/delegation/to", delegation.to);
            }
            fields.done();
            return new BodyVersion(from, name.strip(), shortName.strip(), kind, tier, parent, PersonController.blank(uscc), basis,
                    delegation == null ? null : new BodyVersion.Delegation(delegation.delegator, delegation.items, delegation.from, delegation.to, delegation.publishedOn));
        }
    }

    record BodyList(List<BodyStore.Row> items, @Nullable String next, PersonController.@Nullable Bounded count) {}

    private final BodyStore store;
    private final BodyPages pages;
    private final Bodies bodies;
    private final Keeping keeping;
    private final RegisterParameters parameters;

    BodyController(BodyStore store, BodyPages pages, Bodies bodies, Keeping keeping, RegisterParameters parameters) {
        this.store = store;
        this.pages = pages;
        this.bodies = bodies;
        this.keeping = keeping;
        this.parameters = parameters;
    }

    @Operation(summary = "Bodies as on a day; words are found in former names too")
    @GetMapping
    @Permit("registry.read")
    BodyList bodies(
            @RequestParam(required = false) @Nullable LocalDate on, @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String kind, @RequestParam(required = false) @Nullable String tier,
            @RequestParam(required = false) @Nullable String field, @RequestParam(required = false) @Nullable Integer region,
            @RequestParam(required = false) @Nullable Boolean standing, @RequestParam(defaultValue = "0") long cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var f = new BodyStore.Filter(on == null ? parameters.today() : on, region == null ? keeping.regions() : keeping.regions(region),
                PersonController.blank(q), PersonController.blank(kind), PersonController.blank(tier), PersonController.blank(field), standing);
        Listed<BodyStore.Row> page = Listed.of(store.page(f, cursor, Listed.bound(limit) + 1), Listed.bound(limit), BodyStore.Row::id);
        return new BodyList(page.items(), page.next(), cursor == 0 ? PersonController.Bounded.of(store.count(f, COUNTED + 1)) : null);
    }

    @Operation(summary = "Bodies by a name they have or had (曾用名)")
    @GetMapping("/named")
    @Permit("registry.read")
    List<BodyStore.Named> named(@RequestParam String name) {
        return store.named(name.strip(), keeping.regions());
    }

    @Operation(summary = "One body as on a day: versions, standing, people, who is above and below, applications")
    @GetMapping("/{id}")
    @Permit("registry.read")
    BodyPage body(@PathVariable long id, @RequestParam(required = false) @Nullable LocalDate on) {
        return pages.page(id, on == null ? parameters.today() : on);
    }

    @Operation(summary = "Registers a body that exists already; new ones are set up by an application")
    @PostMapping
    @Permit("body.write")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> addBody(@RequestBody BodyInput b) {
        new Fields().present("/region", b.region()).text("/field", b.field(), 20).done();
        return Map.of("id", Long.toString(bodies.register(b.region(), b.field(), b.checked())));
    }

    @Operation(summary = "A version of a body from a day on: kind, tier, parent, code, basis, delegation; its name changes by an application")
    @PutMapping("/{id}")
    @Permit("body.write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void describe(@PathVariable long id, @RequestBody BodyInput b) {
        bodies.describe(id, b.checked());
    }
}
