package org.mingfa.server.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Permit;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.PersonKind;
import org.mingfa.server.registry.RegisterParameters;
import org.mingfa.server.registry.person.Identities;
import org.mingfa.server.registry.person.PeopleFilter;
import org.mingfa.server.registry.person.PeopleListStore;
import org.mingfa.server.registry.person.PersonPage;
import org.mingfa.server.registry.person.PersonPages;
import org.mingfa.server.registry.person.ListedPerson;
import org.mingfa.server.registry.person.Staffing;
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

/** People of the registers: who could act on a day, one person's page, and their coming and going. */
@RestController
@RequestMapping("/api/registry/people")
class PersonController {

    private static final int COUNTED = 1_000;

    /** @param count counted to a thousand, on the first page only */
    record People(List<ListedPerson> items, @Nullable String next, @Nullable Bounded count) {}

    /** A count that stops at a bound. */
    record Bounded(int value, boolean more) {

        static Bounded of(int found) {
            return new Bounded(Math.min(found, COUNTED), found > COUNTED);
        }
    }

    record Leaving(@Nullable LocalDate from, @Nullable String reason) {}

    record IdentityInput(@Nullable String idNumber, @Nullable String phone) {}

    private final PeopleListStore store;
    private final PersonPages pages;
    private final Staffing staffing;
    private final Keeping keeping;
    private final RegisterParameters parameters;

    PersonController(PeopleListStore store, PersonPages pages, Staffing staffing, Keeping keeping, RegisterParameters parameters) {
        this.store = store;
        this.pages = pages;
        this.staffing = staffing;
        this.keeping = keeping;
        this.parameters = parameters;
    }

    @Operation(summary = "Who could act on a day (执法人员查询): people with post, certificate and standing as on that day")
    @GetMapping
    @Permit("registry.read")
    People people(
            @RequestParam(required = false) @Nullable LocalDate on, @RequestParam(required = false) @Nullable Long agency,
            @RequestParam(required = false) @Nullable Integer region, @RequestParam(required = false) @Nullable String field,
            @RequestParam(required = false) @Nullable String kind, @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String q, @RequestParam(defaultValue = "0") long cursor,
            @RequestParam(defaultValue = "50") int limit) {
        PeopleFilter f = filter(on, agency, region, field, kind, state, q);
        LocalDate soon = parameters.soon(f.on());
        Listed<ListedPerson> page = Listed.of(store.page(f, soon, cursor, Listed.bound(limit) + 1), Listed.bound(limit), ListedPerson::id);
        return new People(page.items(), page.next(), cursor == 0 ? Bounded.of(store.count(f, soon, COUNTED + 1)) : null);
    }

    PeopleFilter filter(@Nullable LocalDate on, @Nullable Long agency, @Nullable Integer region, @Nullable String field, @Nullable String kind,
            @Nullable String state, @Nullable String q) {
        new Fields().check("/kind", blank(kind) == null || PersonKind.of(kind).isPresent(), "没有这种人员类别")
                .check("/state", blank(state) == null || PeopleFilter.STATES.contains(state), "没有这种状态").done();
        return new PeopleFilter(on == null ? parameters.today() : on, region == null ? keeping.regions() : keeping.regions(region), agency,
                blank(field), blank(kind), blank(state), blank(q));
    }

    static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    @Operation(summary = "One person: posts, certificates with their checks, training and cases of a year, as on a day")
    @GetMapping("/{id}")
    @Permit("registry.read")
    PersonPage person(@PathVariable long id, @RequestParam(required = false) @Nullable LocalDate on) {
        return pages.page(id, on == null ? parameters.today() : on);
    }

    @Operation(summary = "Registers a person, with a certificate if there is one")
    @PostMapping
    @Permit({"person.write", "person.write.own"})
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> enter(@RequestBody PersonInput p) {
        return Map.of("id", Long.toString(staffing.enter(p.checked())));
    }

    @Operation(summary = "A person's post from a day on; at another body it is a transfer (调动), which ends roles and certificates")
    @PutMapping("/{id}")
    @Permit({"person.write", "person.write.own"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable long id, @RequestBody PersonInput.PostInput p) {
        staffing.change(id, p.checked());
    }

    @Operation(summary = "A person leaves (离岗): certificates are withdrawn, roles and sessions end")
    @PostMapping("/{id}/leaving")
    @Permit({"person.write", "person.write.own"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@PathVariable long id, @RequestBody Leaving l) {
        new Fields().present("/from", l.from()).text("/reason", l.reason(), 100).done();
        staffing.leave(id, l.from(), l.reason());
    }

    @Operation(summary = "ID number and phone in clear; that it was looked at is recorded")
    @GetMapping("/{id}/identity")
    @Permit({"identity.read", "identity.read.own"})
    Identities.Identity identity(@PathVariable long id) {
        return staffing.identity(id);
    }

    @Operation(summary = "Sets or corrects ID number and phone; what is left out stays")
    @PutMapping("/{id}/identity")
    @Permit({"identity.read", "identity.read.own"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void identify(@PathVariable long id, @RequestBody IdentityInput i) {
        if (i.idNumber() == null && i.phone() == null) {
            throw Refused.invalid("/idNumber", "请填写身份证号或者手机号");
        }
        PersonInput.identity(new Fields(), i.idNumber(), i.phone()).done();
        staffing.identify(id, i.idNumber(), i.phone());
    }
}
