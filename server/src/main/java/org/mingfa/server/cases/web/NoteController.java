package org.mingfa.server.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Permit;
import org.mingfa.server.cases.Notes;
import org.mingfa.server.cases.Page;
import org.mingfa.server.cases.store.NoteStore.Note;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Notes between colleagues on the entries of a case (批注): no part of the record. */
@RestController
class NoteController {

    private final Notes notes;

    NoteController(Notes notes) {
        this.notes = notes;
    }

    @Operation(summary = "Notes between colleagues on the entries of a case, the latest first; no part of the record (批注)")
    @GetMapping("/api/cases/{id}/notes")
    @Permit("case.read")
    Page<Note> page(
            @PathVariable String id, @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        return notes.page(Choices.key(id), cursor, CaseController.bounded(limit));
    }

    @Operation(summary = "Writes a note on an entry, asks a colleague, or answers a question")
    @PostMapping("/api/cases/{id}/notes")
    @Permit("case.act")
    @ResponseStatus(HttpStatus.CREATED)
    Note write(@PathVariable String id, @RequestBody Notes.Asked note, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return notes.write(Choices.key(id), note, key);
    }

    @Operation(summary = "Takes the caller's own note back; that it was there stays to be seen")
    @DeleteMapping("/api/cases/{id}/notes/{note}")
    @Permit("case.act")
    Note take(@PathVariable String id, @PathVariable String note) {
        return notes.take(Choices.key(id), note);
    }

    @Operation(summary = "Questions of colleagues that the caller has not answered (向我的提问)")
    @GetMapping("/api/todo/questions")
    @Permit("case.read")
    Page<Notes.QuestionRow> questions(@RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        return notes.questions(cursor, CaseController.bounded(limit));
    }
}
