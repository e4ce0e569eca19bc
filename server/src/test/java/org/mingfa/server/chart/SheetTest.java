package org.mingfa.server.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.server.chart.draw.Picture;
import org.mingfa.server.chart.layout.Composer;
import org.mingfa.server.chart.layout.Sheet;
import org.mingfa.server.chart.layout.Sheet.Placed;
import org.mingfa.server.chart.layout.Sheet.Point;
import org.mingfa.server.chart.plan.Plan;
import org.mingfa.server.chart.plan.Planner;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class SheetTest {

    private static final double NEAR = 0.6;

    @TestFactory
    Stream<DynamicTest> everyProcedureIsDrawnSoundly() {
        return Packs.all().stream().map(p -> DynamicTest.dynamicTest(p.title() + " " + p.digest().substring(0, 6), () -> sound(p)));
    }

    private static void sound(Procedure p) throws Exception {
        Sheet sheet = Composer.compose(Planner.plan(p));
        assertThat(sheet.boxes()).as("every act is drawn once").extracting(b -> b.box().code())
                .containsExactlyInAnyOrderElementsOf(p.acts().stream().map(a -> a.code()).toList());
        assertThat(sheet.wires()).as("every line is drawn").hasSameSizeAs(sheet.plan().lines());
        sheet.wires().forEach(w -> endsOnBorders(sheet, w));
        sheet.boxes().forEach(b -> inItsLane(sheet, b));
        noTwoOverlap(sheet.boxes());
        sheet.wires().forEach(w -> crossesNoBox(sheet, w));
        assertThat(12 * 0.75 * sheet.scale()).as("the smallest type on A3, in points").isGreaterThan(5);
        wellFormed(p, Picture.file(sheet));
    }

    private static void endsOnBorders(Sheet sheet, Sheet.Wire w) {
        assertThat(onBorder(box(sheet, w.line().from()), w.points().getFirst())).as("start of %s", w.line()).isTrue();
        assertThat(onBorder(box(sheet, w.line().to()), w.points().getLast())).as("end of %s", w.line()).isTrue();
        for (int i = 1; i < w.points().size(); i++) {
            Point a = w.points().get(i - 1);
            Point b = w.points().get(i);
            assertThat(Math.min(Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y()))).as("lines run level or upright").isLessThan(NEAR);
        }
    }

    private static Placed box(Sheet sheet, Plan.Box box) {
        return sheet.boxes().stream().filter(b -> b.box() == box).findFirst().orElseThrow();
    }

    private static boolean onBorder(Placed b, Point p) {
        boolean beside = p.y() > b.y() - NEAR && p.y() < b.bottom() + NEAR && (Math.abs(p.x() - b.x()) < NEAR || Math.abs(p.x() - b.right()) < NEAR);
        boolean above = p.x() > b.x() - NEAR && p.x() < b.right() + NEAR && (Math.abs(p.y() - b.y()) < NEAR || Math.abs(p.y() - b.bottom()) < NEAR);
        return beside || above;
    }

    private static void inItsLane(Sheet sheet, Placed b) {
        Sheet.Lane lane = sheet.lanes().get(b.box().lane());
        assertThat(lane.title()).isEqualTo(b.box().act().stage());
        assertThat(b.y()).as(b.box().code()).isGreaterThanOrEqualTo(lane.y());
        assertThat(b.bottom()).as(b.box().code()).isLessThanOrEqualTo(lane.y() + lane.height());
        assertThat(b.x()).isGreaterThan(40);
        assertThat(b.right()).isLessThanOrEqualTo(sheet.width());
    }

    private static void noTwoOverlap(List<Placed> boxes) {
        for (Placed a : boxes) {
            for (Placed b : boxes) {
                if (a != b) {
                    assertThat(a.x() < b.right() && b.x() < a.right() && a.y() < b.bottom() && b.y() < a.bottom())
                            .as("%s over %s", a.box().code(), b.box().code()).isFalse();
                }
            }
        }
    }

    private static void crossesNoBox(Sheet sheet, Sheet.Wire w) {
        for (int i = 1; i < w.points().size(); i++) {
            Point a = w.points().get(i - 1);
            Point b = w.points().get(i);
            for (Placed p : sheet.boxes()) {
                boolean through = Math.max(a.x(), b.x()) > p.x() + NEAR && Math.min(a.x(), b.x()) < p.right() - NEAR
                        && Math.max(a.y(), b.y()) > p.y() + NEAR && Math.min(a.y(), b.y()) < p.bottom() - NEAR;
                assertThat(through).as("%s → %s through %s", w.line().from().code(), w.line().to().code(), p.box().code()).isFalse();
            }
        }
    }

    private static void wellFormed(Procedure p, String svg) throws Exception {
        Document doc = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        NodeList texts = doc.getElementsByTagName("text");
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < texts.getLength(); i++) {
            all.append(texts.item(i).getTextContent()).append('\n');
        }
        p.acts().forEach(a -> assertThat(all.toString()).as("the title stands as text").contains(a.title()));
        assertThat(doc.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(doc.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(p.title() + "流程图");
        assertThat(doc.getElementsByTagName("desc").item(0).getTextContent()).contains(p.stages().getFirst());
    }

    @Test
    void theSameProcedureIsDrawnTheSameToTheByte() {
        Procedure p = Packs.ordinary("", "");
        assertThat(Picture.file(Composer.compose(Planner.plan(p)))).isEqualTo(Picture.file(Composer.compose(Planner.plan(p))));
    }

    @Test
    void theOrdinaryProcedureFillsOneSheetInTypeThatCanBeRead() {
        Sheet sheet = Composer.compose(Planner.plan(Packs.ordinary("", "")));
        double notes = 12 * 0.75 * sheet.scale();
        assertThat(notes).as("points of the smallest type on A3").isGreaterThan(6.5);
        assertThat(sheet.width() / sheet.fullHeight()).as("standing A3").isCloseTo(297.0 / 420, within(0.15));
    }

    @Test
    void theWayGoesFromFilingToTheArchiveAndSideActsStandBesideIt() {
        Plan plan = Planner.plan(Packs.ordinary("", ""));
        assertThat(plan.boxes()).filteredOn(b -> b.weight() == Plan.Weight.WAY).extracting(Plan.Box::code)
                .contains("file-case", "conclude", "legal-review", "serve-notice", "decide", "serve-decision", "close-case", "archive-case")
                .doesNotContain("interview", "seize", "request-recusal", "apply-reconsideration");
        assertThat(plan.boxes()).filteredOn(b -> b.weight() == Plan.Weight.BRANCH).extracting(Plan.Box::code)
                .contains("request-hearing", "hold-hearing", "state-defence");
        assertThat(plan.boxes()).filteredOn(b -> b.code().equals("decide")).flatExtracting(Plan.Box::notes)
                .contains("立案后90日内", "送达事先告知书满5个工作日后");
        assertThat(plan.lines()).as("what a longer way says is not drawn twice")
                .noneMatch(l -> l.from().code().equals("conclude") && l.to().code().equals("decide"));
        assertThat(plan.lines()).as("the way itself stays").anyMatch(l -> l.from().code().equals("serve-notice") && l.to().code().equals("decide") && l.firm());
    }
}
