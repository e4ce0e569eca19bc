package org.mingfa.server.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Permit;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.registry.parameter.Figure;
import org.mingfa.server.registry.parameter.Figures;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The figures that the registers are held to (登记参数). */
@RestController
@RequestMapping("/api/registry/parameters")
class ParameterController {

    private static final Set<String> LAYERS = Set.of("national", "ministry", "province", "city", "county", "platform");
    private static final Set<String> DECISIONS = Set.of("approve", "return", "withdraw");

    record ChangeInput(@Nullable LocalDate from, @Nullable BigDecimal value, @Nullable String cite, @Nullable String layer, @Nullable Boolean verified, @Nullable String document,
            @Nullable String reason) {}

    record Decision(@Nullable String what, @Nullable String note) {}

    private final Figures figures;

    ParameterController(Figures figures) {
        this.figures = figures;
    }

    @Operation(summary = "The figures that the registers are held to today (学时, 比例, 提醒天数), each with citation, layer and whether it was compared with the text")
    @GetMapping
    @Permit("registry.read")
    List<Figure> all() {
        return figures.all();
    }

    @Operation(summary = "One figure: its values by date, who proposed and who approved each, and the changes that wait")
    @GetMapping("/{name}")
    @Permit("registry.read")
    Figure.Page one(@PathVariable String name) {
        return figures.one(name);
    }

    @Operation(summary = "Proposes another value from a day on, with reason and document; somebody else approves it")
    @PostMapping("/{name}/changes")
    @Permit("parameter.propose")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> propose(@PathVariable String name, @RequestBody ChangeInput c) {
        new Fields().present("/from", c.from()).present("/value", c.value()).text("/cite", c.cite(), 200).fits("/layer", c.layer(), LAYERS::contains, "请选择由哪一层定")
                .text("/document", c.document(), 100).text("/reason", c.reason(), 200).done();
        return Map.of("id", figures.propose(name, new Figure.Wanted(c.from(), c.value(), c.cite().strip(), c.layer(), Boolean.TRUE.equals(c.verified()), c.document().strip(), c.reason().strip())));
    }

    @Operation(summary = "Approves or returns a change that somebody else proposed, or withdraws one's own")
    @PostMapping("/changes/{id}/decision")
    @Permit({"parameter.approve", "parameter.propose"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@PathVariable long id, @RequestBody Decision d) {
        new Fields().fits("/what", d.what(), DECISIONS::contains, "应为 approve、return 或者 withdraw").check("/note", d.note() == null || d.note().length() <= 200, "不超过200个字符").done();
        figures.decide(id, d.what(), d.note() == null ? "" : d.note().strip());
    }
}
