package org.mingfa.server.chart;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Clause;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.core.procedure.Relation;
import org.mingfa.core.procedure.Severity;
import org.mingfa.server.chart.plan.SpanWords;

/**
 * A service guide (服务指南) with its fifteen fields. Nine are read from the procedure and the item; what no pack can know
 * (fees, contacts, hours, address …) comes from settings, and is empty where nobody has filled it in.
 */
public record Guide(String title, List<Field> fields) {

    /** A field with its lines; no lines: not filled in. */
    public record Field(String name, List<String> lines) {}

    /** @param item facts of the item as {@code Items.at} gives them; empty: the guide of the procedure as such */
    static Guide of(Procedure p, Map<String, Object> item, String basis, String scope, GuideSettings local) {
        String title = item.getOrDefault("title", "").toString().isEmpty() ? p.title() : item.get("title").toString();
        boolean asked = p.acts().stream().filter(ActSpec::isOpening).allMatch(a -> a.kind() == ActSpec.Kind.FACT);
        return new Guide(title, List.of(
                new Field("事项名称", List.of(title)),
                new Field("依据", basis.isEmpty() ? List.of(p.cite()) : List.of(basis, "程序：" + p.cite())),
                new Field("适用范围", List.of(scope)),
                new Field("办理条件", conditions(p)),
                new Field("申请材料", asked ? materials(p) : List.of("行政机关依职权办理，当事人无需提交申请材料")),
                new Field("办理方式", List.of(asked ? "依申请办理" : "依职权办理")),
                new Field("办理流程", List.of("分为" + String.join("、", p.stages()) + "，见流程图")),
                new Field("办理时限", times(p)),
                local("收费标准", local.fees()), local("咨询方式", local.contact()), local("监督方式", local.oversight()),
                local("责任追究", local.accountability()), new Field("救济渠道", remedies(p)),
                local("办公时间", local.hours()), local("办公地址", local.address())));
    }

    private static Field local(String name, String text) {
        return new Field(name, text.isBlank() ? List.of() : List.of(text));
    }

    private static List<String> conditions(Procedure p) {
        Set<String> out = new LinkedHashSet<>();
        p.acts().stream().filter(a -> a.isOpening() || a.createsKind() != null && p.stages().indexOf(a.stage()) == 0).flatMap(a -> a.rules().stream())
                .filter(r -> r.severity() == Severity.BAR).map(Guide::cited).forEach(out::add);
        return List.copyOf(out);
    }

    private static String cited(Clause c) {
        return c.title() + "（" + c.cite() + "）";
    }

    /** What an application must hold: the required fields of its form, each of its parties' too. */
    private static List<String> materials(Procedure p) {
        List<String> out = new ArrayList<>();
        p.acts().stream().filter(ActSpec::isOpening).forEach(a -> {
            if (a.form().get("required") instanceof List<?> required && a.form().get("properties") instanceof Map<?, ?> fields) {
                required.forEach(name -> {
                    if (fields.get(name) instanceof Map<?, ?> f && f.get("title") instanceof String title) {
                        out.add(title);
                    }
                });
            }
        });
        return List.copyOf(out);
    }

    private static List<String> times(Procedure p) {
        Set<String> out = new LinkedHashSet<>();
        p.relations().stream().filter(r -> r.kind() == Relation.Kind.OBLIGES && r.owedBy().equals("agency") && r.span() != null)
                .forEach(r -> out.add(r.other().title() + "：" + r.act().title() + "后" + SpanWords.within(java.util.Objects.requireNonNull(r.span()), r.act())
                        + "（" + r.clause().cite() + "）"));
        return List.copyOf(out);
    }

    /** The rights that a party may use within a time: review, suit, hearing. */
    private static List<String> remedies(Procedure p) {
        Set<String> out = new LinkedHashSet<>();
        p.relations().stream().filter(r -> r.kind() == Relation.Kind.OPENS && r.span() != null && r.other().kind() == ActSpec.Kind.FACT)
                .forEach(r -> out.add(r.other().title() + "：" + r.act().title() + "后" + SpanWords.within(java.util.Objects.requireNonNull(r.span()), r.act())
                        + "（" + r.clause().cite() + "）"));
        return List.copyOf(out);
    }
}
