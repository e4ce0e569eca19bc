package org.mingfa.server.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.ChangesNothing;
import org.mingfa.server.access.Permit;
import org.mingfa.server.cases.CaseFiles;
import org.mingfa.server.cases.Handling;
import org.mingfa.server.cases.party.Joining;
import org.mingfa.server.cases.party.Parties;
import org.mingfa.server.cases.party.Repeats;
import org.mingfa.server.operation.Refused;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Parties over cases (当事人), what is taken as one (合并、拆分), and 一事不二罚. */
@RestController
class PartyController {

    /** @param reason why it is undone */
    record Undoing(@Nullable String reason) {}

    private final Parties parties;
    private final Joining joining;
    private final Repeats repeats;
    private final CaseFiles files;

    PartyController(Parties parties, Joining joining, Repeats repeats, CaseFiles files) {
        this.parties = parties;
        this.joining = joining;
        this.repeats = repeats;
        this.files = files;
    }

    @Operation(summary = "A party: how it is written, its cases that the caller may see, the latest first, and what was merged and split")
    @GetMapping("/api/parties/{party}")
    @Permit("case.read")
    Parties.View party(@PathVariable String party, @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "20") int limit) {
        return parties.view(key(party), cursor, CaseController.bounded(limit));
    }

    @Operation(summary = "Other parties that may be the same one; proposals, nothing follows from them")
    @GetMapping("/api/parties/{party}/proposals")
    @Permit("case.read")
    List<Parties.Proposal> proposals(@PathVariable String party) {
        return parties.proposals(key(party));
    }

    @Operation(summary = "Takes another party as the same (合并), for the caller's agency; answers the party as it is then")
    @PostMapping("/api/parties/{party}/merges")
    @Permit("party.join")
    Parties.View merge(@PathVariable String party, @RequestBody Joining.Asked asked) {
        joining.merge(key(party), asked);
        return party(party, null, 20);
    }

    @Operation(summary = "Takes a spelling out of a party (拆分), for the caller's agency; answers the party as it is then")
    @PostMapping("/api/parties/{party}/splits")
    @Permit("party.join")
    Parties.View split(@PathVariable String party, @RequestBody Joining.Asked asked) {
        joining.split(key(party), asked);
        return party(party, null, 20);
    }

    @Operation(summary = "Undoes a merge or a split of the caller's agency; answers the party as it is then")
    @PostMapping("/api/parties/{party}/joins/{join}/undo")
    @Permit("party.join")
    Parties.View undo(@PathVariable String party, @PathVariable String join, @RequestBody Undoing undoing) {
        joining.undo(join, undoing.reason());
        return party(party, null, 20);
    }

    @Operation(summary = "Who the parties of a case are")
    @GetMapping("/api/cases/{id}/parties")
    @Permit("case.read")
    List<Parties.OfCase> partiesOfCase(@PathVariable String id) {
        return parties.ofCase(files.current(Choices.key(id)).id());
    }

    @Operation(summary = "Other cases of the parties of a case that may be about the same conduct (一事不二罚)")
    @GetMapping("/api/cases/{id}/repeats")
    @Permit("case.read")
    Repeats.Found repeats(@PathVariable String id) {
        return repeats.ofCase(Choices.key(id));
    }

    @Operation(summary = "Cases that may be about the same conduct as one that is about to be opened (一事不二罚); nothing is changed")
    @PostMapping("/api/parties/repeats")
    @ChangesNothing
    @Permit("case.act")
    Repeats.Found repeatsBeforeOpening(@RequestBody Handling.Opening opening) {
        return repeats.ofOpening(opening);
    }

    private static String key(String text) {
        if (!text.matches("[0-9a-f]{32}")) {
            throw Refused.notFound("没有这个当事人，或者不在您的管辖范围之内");
        }
        return text;
    }
}
