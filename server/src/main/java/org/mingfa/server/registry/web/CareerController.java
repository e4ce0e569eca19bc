package org.mingfa.server.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Permit;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.registry.career.Leads;
import org.mingfa.server.registry.career.Postings;
import org.mingfa.server.registry.career.Powers;
import org.mingfa.server.registry.career.Records;
import org.mingfa.server.registry.career.Rotation;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 主办人资格, 轮岗, 分级授权, 派驻, 表彰奖励 and 职业保障: of a body, and what is entered of a person. */
@RestController
@RequestMapping("/api/registry")
class CareerController {

    record LeadInput(@Nullable String what, @Nullable LocalDate from, @Nullable LocalDate until, @Nullable String byWhom, @Nullable String basis) {}

    /** @param upTo 分; left out: no limit by amount */
    record PowerInput(@Nullable Long agency, @Nullable String matter, @Nullable String level, @Nullable LocalDate from, @Nullable Long upTo, @Nullable Boolean ended, @Nullable String basis) {}

    record PostingInput(
            @Nullable Long body, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String directs, @Nullable String appraises, @Nullable String basis) {}

    record Ending(@Nullable LocalDate from, @Nullable String reason) {}

    record RecordInput(
            @Nullable String kind, @Nullable String title, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String byWhom, @Nullable String document) {}

    /** @param rule the years and where they are from */
    record Turns(List<Rotation.Turn> items, @Nullable String next, @Nullable String rule) {}

    private static final List<String> SIDES = List.of("home", "body", "both");

    private final Leads leads;
    private final Rotation rotation;
    private final Powers powers;
    private final Postings postings;
    private final Records records;

    CareerController(Leads leads, Rotation rotation, Powers powers, Postings postings, Records records) {
        this.leads = leads;
        this.rotation = rotation;
        this.powers = powers;
        this.postings = postings;
        this.records = records;
    }

    private static long own(@Nullable Long agency) {
        return agency == null ? Caller.current().agency().id() : agency;
    }

    @Operation(summary = "Lead officers (主办人) of a body, each with their term and whether it counts today")
    @GetMapping("/leads")
    @Permit({"service.read", "service.read.own"})
    Listed<Leads.Lead> leads(@RequestParam(required = false) @Nullable Long agency, @RequestParam(defaultValue = "0") long cursor, @RequestParam(defaultValue = "50") int limit) {
        return Listed.of(leads.of(own(agency), cursor, Listed.bound(limit) + 1), Listed.bound(limit), Leads.Lead::person);
    }

    @Operation(summary = "Grants, renews or ends the qualification of a lead officer (主办人资格)")
    @PostMapping("/people/{id}/lead")
    @Permit({"career.write", "career.write.own"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lead(@PathVariable long id, @RequestBody LeadInput l) {
        new Fields().fits("/what", l.what(), List.of("granted", "renewed", "ended")::contains, "应为 granted、renewed 或 ended").present("/from", l.from())
                .check("/until", "ended".equals(l.what()) || l.until() != null, "必填").text("/byWhom", l.byWhom(), 100).text("/basis", l.basis(), 200).done();
        leads.step(id, new Leads.Wanted(l.what(), l.from(), l.until(), l.byWhom().strip(), l.basis().strip()));
    }

    @Operation(summary = "Who is in a rotating post for how long (轮岗), the longest first, with what is due and soon due")
    @GetMapping("/rotation")
    @Permit({"service.read", "service.read.own"})
    Turns rotation(@RequestParam(required = false) @Nullable Long agency, @RequestParam(defaultValue = "1900-01-01~0") String cursor, @RequestParam(defaultValue = "50") int limit) {
        new Fields().check("/cursor", cursor.matches("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8])~\\d{1,18}|\\d{4}-\\d{2}-(29|3[01])~\\d{1,18}"), "不是一页的游标").done();
        String[] at = cursor.split("~");
        Listed<Rotation.Turn> page = Listed.of(rotation.of(own(agency), LocalDate.parse(at[0]), Long.parseLong(at[1]), Listed.bound(limit) + 1), Listed.bound(limit),
                t -> t.from() + "~" + t.id());
        return new Turns(page.items(), page.next(), rotation.cite());
    }

    @Operation(summary = "Levels of approval (审批层级), the lowest first")
    @GetMapping("/powers/levels")
    @Permit({"service.read", "service.read.own"})
    List<Powers.Level> levels() {
        return powers.levels();
    }

    @Operation(summary = "Who may approve what up to which amount (分级授权), as on a day")
    @GetMapping("/powers")
    @Permit({"service.read", "service.read.own"})
    List<Powers.Power> powers(@RequestParam(required = false) @Nullable Long agency, @RequestParam(required = false) @Nullable LocalDate on) {
        return powers.of(own(agency), on);
    }

    @Operation(summary = "Sets or takes back a power of approval from a day on")
    @PostMapping("/powers")
    @Permit({"career.write", "career.write.own"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setPower(@RequestBody PowerInput p) {
        new Fields().text("/matter", p.matter(), 60).text("/level", p.level(), 30).present("/from", p.from()).text("/basis", p.basis(), 200)
                .check("/upTo", p.upTo() == null || p.upTo() >= 0, "不得为负").done();
        powers.set(own(p.agency()), new Powers.NewPower(p.matter().strip(), p.level(), p.from(), p.upTo(), Boolean.TRUE.equals(p.ended()), p.basis().strip()));
    }

    @Operation(summary = "Postings (派驻) by a body and to it")
    @GetMapping("/postings")
    @Permit({"service.read", "service.read.own"})
    Listed<Postings.Posting> postings(@RequestParam(required = false) @Nullable Long agency, @RequestParam(defaultValue = "0") long cursor, @RequestParam(defaultValue = "50") int limit) {
        return Listed.of(postings.of(own(agency), cursor, Listed.bound(limit) + 1), Listed.bound(limit), Postings.Posting::id);
    }

    @Operation(summary = "Posts an officer to another body: certificate and post stay with the home body")
    @PostMapping("/people/{id}/postings")
    @Permit({"career.write", "career.write.own"})
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> send(@PathVariable long id, @RequestBody PostingInput p) {
        new Fields().present("/body", p.body()).present("/from", p.from()).fits("/directs", p.directs(), SIDES::contains, "应为 home、body 或 both")
                .fits("/appraises", p.appraises(), SIDES::contains, "应为 home、body 或 both").text("/basis", p.basis(), 200).done();
        return Map.of("id", Long.toString(postings.send(id, new Postings.NewPosting(p.body(), p.from(), p.to(), p.directs(), p.appraises(), p.basis().strip()))));
    }

    @Operation(summary = "A posted officer is back from a day on")
    @PostMapping("/postings/{id}/ending")
    @Permit({"career.write", "career.write.own"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void back(@PathVariable long id, @RequestBody Ending e) {
        new Fields().present("/from", e.from()).text("/reason", e.reason(), 200).done();
        postings.end(id, e.from(), e.reason().strip());
    }

    @Operation(summary = "Records a commendation (表彰奖励) or a protection (职业保障) with its paper")
    @PostMapping("/people/{id}/records")
    @Permit({"career.write", "career.write.own"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void addRecord(@PathVariable long id, @RequestBody RecordInput r) {
        new Fields().fits("/kind", r.kind(), Records.KINDS::contains, "没有这种记录").text("/title", r.title(), 100).present("/from", r.from()).text("/byWhom", r.byWhom(), 100)
                .text("/document", r.document(), 100).done();
        records.add(id, new Records.NewRecord(r.kind(), r.title().strip(), r.from(), r.to(), r.byWhom().strip(), r.document().strip()));
    }

    @Operation(summary = "Marks a record as wrong; it stays")
    @PostMapping("/people/{id}/records/{record}/void")
    @Permit({"career.write", "career.write.own"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void strike(@PathVariable long id, @PathVariable long record, @RequestBody Ending e) {
        new Fields().text("/reason", e.reason(), 200).done();
        records.strike(id, record, e.reason().strip());
    }
}
