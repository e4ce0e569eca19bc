package org.mingfa.server.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Permit;
import org.mingfa.server.access.PermissionWords;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.RegisterParameters;
import org.mingfa.server.registry.store.RoleListStore;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Roles: what each may do, how far it reaches, who holds it. What a role may do comes with a release; nobody changes it here. */
@RestController
@RequestMapping("/api/registry/roles")
@Permit({"role.write", "registry.write"})
class RoleController {

    private static final int COUNTED = 999;

    private final RoleListStore store;
    private final PermissionWords words;
    private final Keeping keeping;
    private final RegisterParameters parameters;

    RoleController(RoleListStore store, PermissionWords words, Keeping keeping, RegisterParameters parameters) {
        this.store = store;
        this.words = words;
        this.keeping = keeping;
        this.parameters = parameters;
    }

    /** @param reach {@code agency}: cases of the body it is held in, {@code region}: of all bodies of its region and below, {@code none} */
    record RoleRow(String code, String title, String reach, List<PermissionWords.Area> areas, List<String> excludes, PersonController.Bounded holders) {}

    /** @param home the person's own body where it is another @param by who gave it, and when; null: it came with the installation */
    record HolderRow(String person, String name, @Nullable String home, String agency, String agencyName, LocalDate from, @Nullable LocalDate to,
            @Nullable String by, @Nullable Instant at) {}

    @Operation(summary = "All roles with their rights, their reach and how many hold them in the region and below")
    @GetMapping
    List<RoleRow> roles() {
        return store.all().stream().map(this::shown).toList();
    }

    @Operation(summary = "One role")
    @GetMapping("/{role}")
    RoleRow one(@PathVariable String role) {
        return shown(found(role));
    }

    @Operation(summary = "Who holds a role, now or from a day to come, body by body in the region and below")
    @GetMapping("/{role}/holders")
    Listed<HolderRow> holders(@PathVariable String role, @RequestParam(required = false) @Nullable Long agency, @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        found(role);
        List<HolderRow> rows = store.holders(role, keeping.regions(), agency, after(cursor), parameters.today(), Listed.bound(limit) + 1).stream()
                .map(h -> new HolderRow(Long.toString(h.person()), h.name(), h.home(), Long.toString(h.agency()), h.agencyName(), h.from(), h.to(), h.by(),
                        h.at() == null ? null : h.at().toInstant())).toList();
        return Listed.of(rows, Listed.bound(limit), h -> h.agency() + "_" + h.person() + "_" + h.from());
    }

    private RoleListStore.Role found(String role) {
        return store.one(role).orElseThrow(() -> Refused.notFound("没有这个角色"));
    }

    private RoleRow shown(RoleListStore.Role r) {
        return new RoleRow(r.code(), r.title(), r.reach(), words.of(r.permissions()), r.excludes(), PersonController.Bounded.of(store.count(r.code(), keeping.regions(), parameters.today(), COUNTED + 1)));
    }

    private static RoleListStore.@Nullable After after(String cursor) {
        if (cursor.isEmpty()) {
            return null;
        }
        try {
            String[] parts = cursor.split("_", -1);
            return new RoleListStore.After(Long.parseLong(parts[0]), Long.parseLong(parts[1]), LocalDate.parse(parts[2]));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw Refused.invalid("/cursor", "不是本列表给出的翻页位置");
        }
    }
}
