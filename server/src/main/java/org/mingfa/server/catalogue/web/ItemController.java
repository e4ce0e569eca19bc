package org.mingfa.server.catalogue.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Permit;
import org.mingfa.server.catalogue.Citation;
import org.mingfa.server.catalogue.Item;
import org.mingfa.server.catalogue.Items;
import org.mingfa.server.catalogue.store.ItemStore;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.operation.Refused;
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

/** The list of enforcement items (行政执法事项清单). */
@RestController
@RequestMapping("/api/registry/items")
class ItemController {

    record ItemInput(
            @Nullable String code, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String title,
            @Nullable String basis, @Nullable String field, @Nullable LocalDate publishedOn) {

        Item row(String code) {
            return new Item(code, from, to, title, basis, field, publishedOn);
        }
    }

    record ItemPage(List<Item> items, @Nullable String next) {}

    private static final int MOST = 200;

    private final ItemStore store;
    private final Items items;
    private final Clock clock;

    ItemController(ItemStore store, Items items, Clock clock) {
        this.store = store;
        this.items = items;
        this.clock = clock;
    }

    @Operation(summary = "Enforcement items (行政执法事项) in force on a day")
    @GetMapping
    @Permit({"registry.read", "case.read"})
    ItemPage list(
            @RequestParam(required = false) @Nullable String field,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        int bound = Math.clamp(limit, 1, MOST);
        List<Item> rows = store.list(field, Caller.current().agency().id(), on == null ? LocalDate.now(clock) : on, cursor, bound + 1);
        return rows.size() > bound
                ? new ItemPage(rows.subList(0, bound), rows.get(bound - 1).code())
                : new ItemPage(rows, null);
    }

    @Operation(summary = "Registers an item")
    @PostMapping
    @Permit("registry.write")
    @ResponseStatus(HttpStatus.CREATED)
    void add(@RequestBody ItemInput i) {
        check(i).fits("/code", i.code(), c -> c.matches("[0-9A-Za-z-]{2,30}"), "应为 2 至 30 位字母、数字或短横").done();
        if (store.exists(i.code())) {
            throw Refused.invalid("/code", "该事项编码已经登记");
        }
        items.put(i.row(i.code()), Caller.current().id());
    }

    @Operation(summary = "Adds a version of an item from a day on")
    @PutMapping("/{code}")
    @Permit("registry.write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void set(@PathVariable String code, @RequestBody ItemInput i) {
        check(i).done();
        if (!store.exists(code)) {
            throw Refused.notFound("没有这个事项");
        }
        items.put(i.row(code), Caller.current().id());
    }

    private static Fields check(ItemInput i) {
        return new Fields().present("/from", i.from()).text("/title", i.title(), 200).text("/field", i.field(), 20)
                .fits("/basis", i.basis(), b -> Citation.parse(b).isPresent(), "应写明法律和条文，如：食品安全法 第一百二十二条")
                .check("/to", i.to() == null || i.from() == null || !i.to().isBefore(i.from()), "不得早于生效日期");
    }
}
