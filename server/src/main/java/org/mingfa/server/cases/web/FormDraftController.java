package org.mingfa.server.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import org.mingfa.server.access.ChangesNothing;
import org.mingfa.server.access.Permit;
import org.mingfa.server.cases.FormDrafts;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the caller is typing into a form and has not handed in (草稿). */
@RestController
@RequestMapping("/api/form-drafts")
class FormDraftController {

    private final FormDrafts drafts;

    FormDraftController(FormDrafts drafts) {
        this.drafts = drafts;
    }

    @Operation(summary = "The caller's draft of a form, and which colleagues have the form open")
    @GetMapping
    @Permit("case.act")
    FormDrafts.View read(@RequestParam String place) {
        return drafts.read(place);
    }

    @Operation(summary = "Saves the caller's draft over the version that is named, or only tells that the form is open; 409 with the draft that another window saved")
    @PutMapping
    @ChangesNothing
    @Permit("case.act")
    FormDrafts.View save(@RequestBody FormDrafts.Saving draft) {
        return drafts.save(draft);
    }

    @Operation(summary = "Throws the caller's draft away")
    @DeleteMapping
    @ChangesNothing
    @Permit("case.act")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@RequestParam String place) {
        drafts.drop(place);
    }
}
