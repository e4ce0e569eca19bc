package org.mingfa.server.chart.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingfa.core.exchange.Iso;
import org.mingfa.core.exchange.Unsaid;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.core.procedure.Relation;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.exchange.Markup;
import org.mingfa.server.chart.layout.Composer;
import org.mingfa.server.chart.plan.Plan;
import org.mingfa.server.chart.plan.SpanWords;

/**
 * A procedure as BPMN 2.0: its way as tasks and flows, what stands beside it as an ad-hoc sub-process of each stage, time
 * limits that ISO 8601 can write as timers. BPMN prescribes a flow where a pack states constraints: the documentation of the
 * process says what kinds of thing are lost, and how many; a text annotation lists them (Flowable takes no longer documentation).
 */
public final class Bpmn {

    private final Plan plan;
    private final Procedure procedure;
    private final Unsaid unsaid = new Unsaid();
    private final Markup out = new Markup();
    private final @Nullable Diagram drawn;

    private Bpmn(Plan plan, @Nullable Diagram drawn) {
        this.plan = plan;
        this.drawn = drawn;
        procedure = plan.procedure();
    }

    public static String write(Plan plan) {
        return new Bpmn(plan, new Diagram(Composer.compose(plan))).write();
    }

    /** What BPMN cannot say of this procedure. */
    public static Unsaid unsaid(Plan plan) {
        Bpmn bpmn = new Bpmn(plan, null);
        bpmn.collect();
        return bpmn.unsaid;
    }

    private Diagram drawn() {
        return java.util.Objects.requireNonNull(drawn);
    }

    private String write() {
        collect();
        out.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        out.open("definitions", "xmlns", "http://www.omg.org/spec/BPMN/20100524/MODEL", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance",
                "xmlns:bpmndi", "http://www.omg.org/spec/BPMN/20100524/DI", "xmlns:omgdc", "http://www.omg.org/spec/DD/20100524/DC", "xmlns:omgdi", "http://www.omg.org/spec/DD/20100524/DI",
                "targetNamespace", "urn:mingfa:procedure:" + procedure.code());
        out.open("process", "id", procedure.code(), "name", procedure.title(), "isExecutable", "true");
        out.open("documentation").text(procedure.title() + "，版本 " + procedure.version() + "，依据 " + procedure.cite()
                + "。\nBPMN 不能表达而未写入本流程的内容（编号见文字注释 unsaid）：\n" + String.join("\n", unsaid.counts())).close("documentation");
        lanes();
        out.leaf("startEvent", "", "id", "start", "name", "开始");
        out.empty("inclusiveGateway", "id", "opening");
        drawn().start("start", "opening");
        flow("start", "opening", "");
        plan.boxes().stream().filter(Plan.Box::onWay).forEach(this::onWay);
        for (int lane = 0; lane < plan.stages().size(); lane++) {
            beside(lane);
        }
        out.open("textAnnotation", "id", "unsaid").leaf("text", String.join("\n", unsaid.lines())).close("textAnnotation");
        drawn().note("unsaid");
        out.close("process");
        drawn().write(out, procedure.code());
        return out.close("definitions").toString();
    }

    private void lanes() {
        out.open("laneSet", "id", "stages");
        for (int i = 0; i < plan.stages().size(); i++) {
            int lane = i;
            out.open("lane", "id", "stage-" + i, "name", plan.stages().get(i));
            plan.boxes().stream().filter(b -> b.lane() == lane && b.onWay()).forEach(b -> out.leaf("flowNodeRef", b.code()));
            if (plan.boxes().stream().anyMatch(b -> b.lane() == lane && !b.onWay())) {
                out.leaf("flowNodeRef", "beside-" + i);
            }
            out.close("lane");
        }
        out.close("laneSet");
    }

    private void onWay(Plan.Box box) {
        task(box.act());
        if (box.act().isOpening()) {
            flow("opening", box.code(), "");
        }
        List<String> next = new ArrayList<>(flowsTo(box));
        if (box.act().isFinal() || next.isEmpty()) {
            out.empty("endEvent", "id", box.code() + "-end", "name", box.act().isFinal() ? "案件终结" : "");
            drawn().end(box.code() + "-end", box.code());
            next.addFirst(box.code() + "-end");
        }
        String from = box.code();
        if (next.size() > 1) {
            from = box.code() + "-then";
            out.empty("inclusiveGateway", "id", from);
            drawn().gateway(from, box.code());
            flow(box.code(), from, "");
        }
        for (String to : next) {
            flow(from, to, conditions(box.code(), to));
        }
    }

    private List<String> flowsTo(Plan.Box box) {
        return plan.lines().stream().filter(l -> l.from() == box).map(l -> l.to().code()).toList();
    }

    /** The acts of a stage that are done at need. */
    private void beside(int lane) {
        List<Plan.Box> boxes = plan.boxes().stream().filter(b -> b.lane() == lane && !b.onWay()).toList();
        if (boxes.isEmpty()) {
            return;
        }
        out.open("adHocSubProcess", "id", "beside-" + lane, "name", plan.stages().get(lane) + "：视情况办理", "ordering", "Parallel");
        boxes.forEach(b -> task(b.act()));
        plan.lines().stream().filter(l -> boxes.contains(l.from())).forEach(l -> flow(l.from().code(), l.to().code(), conditions(l.from().code(), l.to().code())));
        out.close("adHocSubProcess");
        drawn().group("beside-" + lane, boxes.stream().map(Plan.Box::code).toList());
    }

    private void task(ActSpec a) {
        String element = a.kind() == ActSpec.Kind.FACT ? "receiveTask" : "userTask";
        out.open(element, "id", a.code(), "name", a.title());
        drawn().task(a.code());
        out.leaf("documentation", "依据：" + a.cite() + (a.by().isEmpty() ? "" : "；由" + procedure.roleTitles(a.by()) + "办理"));
        out.close(element);
        procedure.relations().stream().filter(r -> r.kind() == Relation.Kind.OBLIGES && r.other() == a && r.span() != null).forEach(r -> timer(a, r));
    }

    /** A timer of its own for each limit; it interrupts nothing. */
    private void timer(ActSpec a, Relation r) {
        Optional<String> iso = Iso.of(java.util.Objects.requireNonNull(r.span()));
        if (iso.isEmpty() || r.act() == a) {
            return;
        }
        String id = a.code() + "-by-" + r.act().code() + "-" + procedure.relations().indexOf(r);
        out.open("boundaryEvent", "id", id, "name", r.act().title() + "后" + SpanWords.within(r.span(), r.act()), "attachedToRef", a.code(), "cancelActivity", "false");
        out.leaf("documentation", r.clause().cite());
        out.open("timerEventDefinition").leaf("timeDuration", iso.get()).close("timerEventDefinition").close("boundaryEvent");
        out.empty("endEvent", "id", id + "-late", "name", "期限届满");
        drawn().timer(id, id + "-late", a.code());
        flow(id, id + "-late", "");
    }

    private String conditions(String from, String to) {
        return String.join("；", procedure.relations().stream()
                .filter(r -> r.when() != null && (r.act().code().equals(from) && r.other().code().equals(to) || r.act().code().equals(to) && r.other().code().equals(from)))
                .map(r -> String.valueOf(r.when())).distinct().toList());
    }

    private void flow(String from, String to, String condition) {
        drawn().flow("flow-" + from + "-" + to, from, to);
        if (condition.isEmpty()) {
            out.empty("sequenceFlow", "id", "flow-" + from + "-" + to, "sourceRef", from, "targetRef", to);
        } else {
            out.open("sequenceFlow", "id", "flow-" + from + "-" + to, "sourceRef", from, "targetRef", to)
                    .leaf("documentation", "条件（CEL）：" + condition).close("sequenceFlow");
        }
    }

    private void collect() {
        for (Relation r : procedure.relations()) {
            boolean drawn = plan.lines().stream().anyMatch(l -> l.from().act() == r.other() && l.to().act() == r.act() || l.from().act() == r.act() && l.to().act() == r.other());
            String pair = r.act().code() + "→" + r.other().code();
            switch (r.kind()) {
                case NEEDS, WAITS_FOR -> {
                    if (!drawn) {
                        unsaid.add("由更长的路径包含或者在流程之外的前提（needs、waits-for）", r.clause().id());
                    }
                    if (r.span() != null) {
                        unsaid.add("等待期（delay、after）", r.clause().id());
                    }
                }
                case OBLIGES -> time(r);
                case OPENS -> {
                    if (r.span() != null) {
                        unsaid.add("到期终止的权利（until）", r.clause().id());
                    }
                }
                case CLOSES -> unsaid.add("关闭其他事项（closes）", pair);
                case UNDOES -> unsaid.add("撤销先前的事项（undoes）", pair);
                case COUNTS_AS -> unsaid.add("视同另一事项（counts-as）", pair);
                case EXTENDS -> unsaid.add("延长期限（extends）", pair);
            }
            if (r.conditional()) {
                unsaid.add("条件（只作说明文字，不能执行）", r.clause().id());
            }
        }
        for (ActSpec a : procedure.acts()) {
            if (!a.on().isEmpty()) {
                unsaid.add("以当事人、物品等对象为单位的事项", a.code());
            }
            a.rules().forEach(rule -> unsaid.add("对内容和登记信息的规则", rule.id()));
        }
    }

    private void time(Relation r) {
        if (r.span() != null && Iso.of(r.span()).isEmpty()) {
            unsaid.add(r.span().field() == null ? "按工作日计算的期限" : "由文书确定的期限", r.clause().id());
        }
        if (r.span() != null && Iso.of(r.span()).isPresent()) {
            unsaid.add("期限的起算（BPMN 的定时自事项可办时起算，而非自前一事项起算）、遇休息日顺延、中止", r.clause().id());
        }
        if (r.onExpiry() != null) {
            unsaid.add("期满依法自动发生（on-expiry）", r.clause().id());
        }
    }
}
