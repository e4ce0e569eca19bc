package org.mingfa.server.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Permit;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.body.ApplicationStore;
import org.mingfa.server.registry.body.Applications;
import org.mingfa.server.registry.body.Confirmations;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 新设、合并、更名、撤销 of bodies by application, and the yearly confirmation. */
@RestController
@RequestMapping("/api/registry")
class BodyApplicationController {

    private static final List<String> STEPS = List.of("establishment", "personnel", "legal", "decision", "announcement", "withdrawal");

    /** @param content of a setup: field, name, shortName, kind, tier, parent, uscc, basis; of a rename: name, shortName; of a merge: nothing, or the new name */
    record BodyApplicationInput(
            @Nullable Integer region, @Nullable String kind, @Nullable Long agency, @Nullable List<Long> absorbed, @Nullable Map<String, Object> content,
            @Nullable String reason) {}

    record StepInput(@Nullable String step, boolean agrees, @Nullable LocalDate on, @Nullable String document, @Nullable String opinion) {}

    record BodyApplicationView(ApplicationStore.Application application, List<ApplicationStore.Step> steps) {}

    /** @param agency the body, once the application took effect */
    record StepTaken(boolean effective, @Nullable String agency) {}

    record DriveInput(@Nullable Integer year, @Nullable LocalDate dueOn) {}

    record AnswerInput(@Nullable Boolean correct, @Nullable String note) {}

    private final Applications applications;
    private final ApplicationStore store;
    private final Confirmations confirmations;
    private final Keeping keeping;

    BodyApplicationController(Applications applications, ApplicationStore store, Confirmations confirmations, Keeping keeping) {
        this.applications = applications;
        this.store = store;
        this.confirmations = confirmations;
        this.keeping = keeping;
    }

    @Operation(summary = "Applications about bodies, the newest first")
    @GetMapping("/body-applications")
    @Permit("registry.read")
    Listed<BodyApplicationView> applications(
            @RequestParam(required = false) @Nullable Long agency, @RequestParam(defaultValue = "9223372036854775807") long cursor,
            @RequestParam(defaultValue = "50") int limit) {
        List<BodyApplicationView> rows = store.list(keeping.regions(), agency, cursor, Listed.bound(limit) + 1).stream()
                .map(a -> new BodyApplicationView(a, store.steps(a.id()))).toList();
        return Listed.of(rows, Listed.bound(limit), v -> Long.toString(v.application().id()));
    }

    @Operation(summary = "Files an application: setup (新设), merge (合并), rename (更名), cancel (撤销); an end with open cases is refused")
    @PostMapping("/body-applications")
    @Permit("body.write")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> apply(@RequestBody BodyApplicationInput a) {
        Map<String, Object> content = a.content() == null ? Map.of() : a.content();
        List<Long> absorbed = a.absorbed() == null ? List.of() : a.absorbed();
        new Fields().present("/region", a.region()).text("/reason", a.reason(), 500)
                .fits("/kind", a.kind(), List.of("setup", "merge", "rename", "cancel")::contains, "应为 setup、merge、rename 或 cancel")
                .check("/agency", "setup".equals(a.kind()) == (a.agency() == null), "新设不填现有主体，其余须填")
                .check("/absorbed", "merge".equals(a.kind()) == !absorbed.isEmpty() && (a.agency() == null || !absorbed.contains(a.agency())), "合并须写明被并入的其他主体")
                .check("/content/name", !List.of("setup", "rename").contains(String.valueOf(a.kind())) || text(content, "name", 100), "必填，不超过100个字符")
                .done();
        if ("setup".equals(a.kind())) {
            setup(content);
        }
        return Map.of("id", applications.file(Objects.requireNonNull(a.region()), a.kind(), a.agency(), absorbed, content, a.reason()));
    }

    private static void setup(Map<String, Object> c) {
        new Fields().check("/content/field", text(c, "field", 20), "必填，不超过20个字符").check("/content/shortName", text(c, "shortName", 20), "必填，不超过20个字符")
                .check("/content/basis", text(c, "basis", 500), "必填，不超过500个字符")
                .check("/content/kind", List.of("statutory", "authorised").contains(String.valueOf(c.get("kind"))), "应为 statutory 或 authorised；受委托组织按委托登记")
                .check("/content/tier", List.of("province", "city", "county", "township").contains(String.valueOf(c.get("tier"))), "应为 province、city、county 或 township")
                .check("/content/parent", c.get("parent") == null || c.get("parent").toString().matches("\\d{1,18}"), "应为主体的编号")
                .done();
    }

    private static boolean text(Map<String, Object> content, String name, int max) {
        return content.get(name) instanceof String s && !s.isBlank() && s.length() <= max;
    }

    @Operation(summary = "Records an opinion (编办, 人社, 法制), the government's decision, the announcement, or the withdrawal; the announcement makes it take effect")
    @PostMapping("/body-applications/{id}/steps")
    @Permit("body.write")
    StepTaken step(@PathVariable long id, @RequestBody StepInput s) {
        new Fields().fits("/step", s.step(), STEPS::contains, "应为 " + String.join("、", STEPS)).present("/on", s.on())
                .check("/document", !List.of("decision", "announcement").contains(String.valueOf(s.step())) || s.document() != null && !s.document().isBlank(), "请写明文号")
                .check("/opinion", s.agrees() || s.opinion() != null && !s.opinion().isBlank(), "不同意的，请写明理由")
                .check("/agrees", s.agrees() || !"announcement".equals(s.step()), "公告没有不同意").done();
        Long agency = applications.say(id, new ApplicationStore.Step(s.step(), s.agrees(), s.on(), s.document() == null ? "" : s.document(), s.opinion() == null ? "" : s.opinion()));
        return new StepTaken(agency != null, agency == null ? null : Long.toString(agency));
    }

    @Operation(summary = "Yearly confirmations (年度确认) and how far they are")
    @GetMapping("/confirmations")
    @Permit("registry.read")
    List<Confirmations.Drive> drives() {
        return confirmations.drives();
    }

    @Operation(summary = "Opens the confirmation of a year for the caller's region")
    @PostMapping("/confirmations")
    @Permit("body.write")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> openDrive(@RequestBody DriveInput d) {
        new Fields().fits("/year", d.year(), y -> y >= 2000 && y <= 2199, "应为年份").present("/dueOn", d.dueOn()).done();
        return Map.of("id", confirmations.open(d.year(), d.dueOn()));
    }

    @Operation(summary = "What each body answered; those that did not come first")
    @GetMapping("/confirmations/{id}")
    @Permit("registry.read")
    List<Confirmations.Answer> answers(@PathVariable long id) {
        return confirmations.answers(id);
    }

    @Operation(summary = "The caller's own body says that its entry is right, or what is not")
    @PostMapping("/confirmations/{id}/answers")
    @Permit("body.confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@PathVariable long id, @RequestBody AnswerInput a) {
        new Fields().present("/correct", a.correct()).check("/note", a.note() == null || a.note().length() <= 500, "不超过500个字符").done();
        confirmations.answer(id, a.correct(), a.note() == null ? "" : a.note());
    }
}
