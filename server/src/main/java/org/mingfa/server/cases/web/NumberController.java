package org.mingfa.server.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Permit;
import org.mingfa.server.cases.NumberBooks;
import org.mingfa.server.cases.Page;
import org.mingfa.server.cases.Procedures;
import org.mingfa.server.cases.store.NumberStore;
import org.mingfa.server.operation.Fields;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Numbers of the caller's agency: the register, books of pre-printed numbers, voiding (作废). */
@RestController
@RequestMapping("/api/numbers")
class NumberController {

    record BookInput(@Nullable String kind, @Nullable Integer year, @Nullable Integer count, @Nullable Long holder) {}

    record VoidInput(@Nullable String kind, @Nullable Integer year, @Nullable Integer n, @Nullable String reason) {}

    private final NumberBooks books;
    private final Procedures procedures;

    NumberController(NumberBooks books, Procedures procedures) {
        this.books = books;
        this.procedures = procedures;
    }

    @Operation(summary = "Case or document numbers of the caller's agency")
    @GetMapping
    @Permit("case.read")
    Page<NumberStore.Issued> list(
            @RequestParam String kind, @RequestParam int year, @RequestParam(defaultValue = "0") int cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return books.list(kind, year, cursor, CaseController.bounded(limit));
    }

    /** Books of pre-printed numbers; {@code holders} are ids of officers, all where none is given. */
    @Operation(summary = "Books of pre-printed numbers")
    @GetMapping("/books")
    @Permit("case.read")
    List<NumberBooks.Book> books(@RequestParam(defaultValue = "") List<Long> holders) {
        return books.books(holders);
    }

    /** The kinds of numbers that the law packs want drawn from books, with the document that bears them. */
    @Operation(summary = "Kinds of numbers that are drawn from books")
    @GetMapping("/kinds")
    @Permit("case.read")
    List<Procedures.PrintedKind> kinds() {
        return procedures.printedKinds();
    }

    @Operation(summary = "Hands out a book of numbers for decisions on the spot")
    @PostMapping("/books")
    @Permit("number.write")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> handOut(@RequestBody BookInput b) {
        new Fields().text("/kind", b.kind(), 20).fits("/year", b.year(), y -> y >= 2000 && y < 2200, "应为四位年份")
                .fits("/count", b.count(), c -> c >= 1 && c <= 500, "应为 1 至 500").present("/holder", b.holder()).done();
        return books.handOut(b.kind(), b.year(), b.count(), b.holder());
    }

    @Operation(summary = "Voids a number (作废); it stays and is never issued again")
    @PostMapping("/void")
    @Permit("number.write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@RequestBody VoidInput v) {
        new Fields().text("/kind", v.kind(), 20).present("/year", v.year()).present("/n", v.n())
                .text("/reason", v.reason(), 200).done();
        books.discard(v.kind(), v.year(), v.n(), v.reason());
    }
}
