package org.mingfa.server.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.validation.ProcessValidatorFactory;
import org.flowable.validation.ValidationError;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mingfa.core.exchange.Dcr;
import org.mingfa.core.exchange.DcrXml;
import org.mingfa.core.exchange.Unsaid;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.core.procedure.Relation;
import org.mingfa.server.chart.exchange.Bpmn;
import org.mingfa.server.chart.plan.Plan;
import org.mingfa.server.chart.plan.Planner;

class ExchangeTest {

    @TestFactory
    Stream<DynamicTest> flowableAcceptsTheBpmnOfEveryProcedure() {
        return Packs.all().stream().map(p -> DynamicTest.dynamicTest(p.title() + " " + p.digest().substring(0, 6), () -> accepted(p)));
    }

    private static void accepted(Procedure p) {
        String xml = Bpmn.write(Planner.plan(p));
        BpmnModel model = read(xml);
        assertThat(new ProcessValidatorFactory().createDefaultProcessValidator().validate(model))
                .extracting(ValidationError::toString).isEmpty();
        assertThat(model.getMainProcess().findFlowElementsOfType(org.flowable.bpmn.model.Task.class, true)).hasSameSizeAs(p.acts());
        assertThat(model.getMainProcess().getLanes()).hasSameSizeAs(p.stages());
        drawn(model);
    }

    /** Every element has its place, every arrow its way, and acts stand where the flow chart has them: within their lane. */
    private static void drawn(BpmnModel model) {
        var process = model.getMainProcess();
        process.findFlowElementsOfType(org.flowable.bpmn.model.FlowNode.class, true)
                .forEach(n -> assertThat(model.getGraphicInfo(n.getId())).as(n.getId()).isNotNull().satisfies(g -> assertThat(g.getWidth() * g.getHeight()).isPositive()));
        process.findFlowElementsOfType(org.flowable.bpmn.model.SequenceFlow.class, true)
                .forEach(f -> assertThat(model.getFlowLocationGraphicInfo(f.getId())).as(f.getId()).hasSizeGreaterThan(1));
        process.getLanes().forEach(lane -> lane.getFlowReferences().stream().filter(r -> process.getFlowElement(r) instanceof org.flowable.bpmn.model.Task)
                .forEach(r -> assertThat(model.getGraphicInfo(r).getY()).as(r).isBetween(model.getGraphicInfo(lane.getId()).getY(),
                        model.getGraphicInfo(lane.getId()).getY() + model.getGraphicInfo(lane.getId()).getHeight())));
    }

    private static BpmnModel read(String xml) {
        return new BpmnXMLConverter().convertToBpmnModel(() -> new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), true, false);
    }

    @Test
    void theValidatorIsNotAskedInVain() {
        String broken = Bpmn.write(Planner.plan(Packs.ordinary("", ""))).replace("attachedToRef=\"decide\"", "attachedToRef=\"nobody\"")
                .replaceFirst("<startEvent id=\"start\"", "<startEvent id=\"start2\"");
        assertThatThrownBy(() -> assertThat(new ProcessValidatorFactory().createDefaultProcessValidator().validate(read(broken))).isEmpty())
                .isInstanceOfAny(AssertionError.class, RuntimeException.class);
    }

    @Test
    void whatBpmnCannotSayIsListedInIt() {
        Plan plan = Planner.plan(Packs.ordinary("", ""));
        var process = read(Bpmn.write(plan)).getMainProcess();
        assertThat(process.getDocumentation()).contains("按工作日计算的期限").contains("撤销先前的事项（undoes）");
        String note = ((org.flowable.bpmn.model.TextAnnotation) process.getArtifact("unsaid")).getText();
        assertThat(note).contains("submit-review.obliges.legal-review").contains("annul-decision→decide");
        assertThat(Bpmn.unsaid(plan).kinds().get("对内容和登记信息的规则")).contains("decide.as-notified");
    }

    @TestFactory
    Stream<DynamicTest> aDcrGraphComesBackAsItWent() {
        return Packs.all().stream().map(p -> DynamicTest.dynamicTest(p.title() + " " + p.digest().substring(0, 6), () -> {
            Unsaid unsaid = new Unsaid();
            Dcr graph = Dcr.of(p, unsaid);
            assertThat(DcrXml.read(DcrXml.write(graph, unsaid))).isEqualTo(graph);
            assertThat(graph.events()).hasSameSizeAs(p.acts());
            p.relations().forEach(r -> saidOrListed(r, graph, unsaid));
        }));
    }

    /** No relation is lost in silence. */
    private static void saidOrListed(Relation r, Dcr graph, Unsaid unsaid) {
        boolean said = graph.links().stream().anyMatch(l -> l.source().equals(r.act().code()) && l.target().equals(r.other().code())
                || l.source().equals(r.other().code()) && l.target().equals(r.act().code()));
        String pair = r.act().code() + "→" + r.other().code();
        boolean listed = unsaid.kinds().values().stream().anyMatch(ids -> ids.contains(r.clause().id()) || ids.contains(pair));
        assertThat(said || listed).as(r.kind() + " " + pair).isTrue();
        if (r.span() != null && r.kind() == Relation.Kind.OBLIGES) {
            assertThat(listed || graph.links().stream().anyMatch(l -> l.kind() == Dcr.Kind.RESPONSE && l.source().equals(r.act().code())
                    && l.target().equals(r.other().code()) && l.time() != null)).as("deadline of %s", r.clause().id()).isTrue();
        }
    }

    @Test
    void dcrKeepsDeadlinesDelaysAndGuards() {
        Unsaid unsaid = new Unsaid();
        Dcr graph = Dcr.of(Packs.ordinary("", ""), unsaid);
        assertThat(graph.links()).contains(new Dcr.Link(Dcr.Kind.RESPONSE, "file-case", "decide", "P90D", null));
        assertThat(graph.links()).anyMatch(l -> l.kind() == Dcr.Kind.CONDITION && l.target().equals("decide") && l.source().equals("legal-review") && "case.reviewRequired".equals(l.guard()));
        assertThat(graph.links()).contains(new Dcr.Link(Dcr.Kind.MILESTONE, "hold-hearing", "decide", null, null), new Dcr.Link(Dcr.Kind.EXCLUDE, "decide", "decide-no-penalty", null, null));
        assertThat(graph.included()).doesNotContain("request-hearing").contains("decide");
        assertThat(unsaid.kinds().get("按工作日计算的期限")).contains("decide.obliges.serve-decision");
    }

    @Test
    void aFaultInADcrGraphIsNamedWithItsLine() {
        assertThatThrownBy(() -> DcrXml.read("<dcrgraph><specification/></dcrgraph>")).hasMessageContaining("没有事件");
        String xml = DcrXml.write(Dcr.of(Packs.ordinary("", ""), new Unsaid()), new Unsaid());
        assertThatThrownBy(() -> DcrXml.read(xml.replaceFirst("sourceId=\"file-case\"", "sourceId=\"x\""))).hasMessageMatching("第 \\d+ 行没有这个事件 “x”");
        assertThatThrownBy(() -> DcrXml.read("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><dcrgraph title=\"&e;\"/>")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DcrXml.read(xml.replaceFirst("time=\"P90D\"", "time=\"3 weeks\""))).hasMessageContaining("3 weeks");
    }
}
