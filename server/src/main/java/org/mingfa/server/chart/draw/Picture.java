package org.mingfa.server.chart.draw;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingfa.core.exchange.Markup;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.server.chart.layout.Sheet;
import org.mingfa.server.chart.layout.Type;
import org.mingfa.server.chart.plan.Plan;

/**
 * A sheet as SVG. Everything is said by attributes of the elements, so that it may stand in a page that allows no inline
 * styles; only the file for itself carries a style sheet, for the size of its page.
 */
public final class Picture {

    private static final String FONTS = "PingFang SC, HarmonyOS Sans SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif";
    private static final String INK = "#18212F";
    private static final String INK2 = "#3A4658";
    private static final String INDIGO = "#1E5196";
    private static final String GREY = "#5B6779";
    private static final String BORDER = "#8490A2";

    private final Sheet sheet;
    private final Map<String, Standing> standings;
    private final Markup out = new Markup();

    private Picture(Sheet sheet, Map<String, Standing> standings) {
        this.sheet = sheet;
        this.standings = standings;
    }

    /** For a page of HTML: no XML declaration, no style sheet. */
    public static String inPage(Sheet sheet) {
        return new Picture(sheet, Map.of()).draw(false);
    }

    /** A file for itself. */
    public static String file(Sheet sheet) {
        return new Picture(sheet, Map.of()).draw(true);
    }

    /**
     * @param standings how each act stands in a case, by its code
     * @param alone a file for itself
     */
    public static String ofCase(Sheet sheet, Map<String, Standing> standings, boolean alone) {
        return new Picture(sheet, standings).draw(alone);
    }

    private String draw(boolean alone) {
        if (alone) {
            out.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        }
        double height = sheet.fullHeight();
        out.open("svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", "0 0 " + Markup.number(sheet.width()) + " " + Markup.number(height),
                "width", sheet.width(), "height", height, "role", "img", "aria-labelledby", "chart-title chart-desc", "lang", "zh-CN",
                "font-family", FONTS, "fill", INK).line("");
        out.leaf("title", title(), "id", "chart-title").leaf("desc", description(), "id", "chart-desc");
        if (alone) {
            out.leaf("style", "@page { size: A3 " + (sheet.landscape() ? "landscape" : "portrait") + "; margin: 8mm } @media print { svg { width: 100%; height: 100% } }");
        }
        out.empty("rect", "width", sheet.width(), "height", height, "fill", "#FFFFFF");
        heading();
        out.open("g", "transform", "translate(0 " + Markup.number(Sheet.HEAD) + ")").line("");
        lanes();
        sheet.wires().stream().filter(w -> !w.line().firm()).forEach(this::wire);
        sheet.wires().stream().filter(w -> w.line().firm()).forEach(this::wire);
        sheet.boxes().forEach(this::box);
        out.close("g");
        key(Sheet.HEAD + sheet.height() + 32);
        return out.close("svg").toString();
    }

    private String title() {
        return sheet.plan().procedure().title() + "流程图";
    }

    private String description() {
        Plan plan = sheet.plan();
        List<String> way = plan.boxes().stream().filter(b -> b.weight() == Plan.Weight.WAY).map(b -> b.act().title()).toList();
        return "自上而下分为" + plan.stages().size() + "个环节：" + String.join("、", plan.stages()) + "。主要步骤依次为："
                + String.join("、", way) + "。全部事项及其期限和依据，见同页的文字清单。";
    }

    private void heading() {
        Procedure p = sheet.plan().procedure();
        out.leaf("text", title(), "x", 16.0, "y", 36.0, "font-size", 24.0, "font-weight", "600");
        out.leaf("text", "依据：" + p.cite() + "　自 " + p.from() + " 起施行　版本 " + p.version(), "x", 16.0, "y", 60.0, "font-size", 13.0, "fill", INK2);
    }

    private void lanes() {
        boolean odd = true;
        for (Sheet.Lane lane : sheet.lanes()) {
            out.empty("rect", "y", lane.y(), "width", sheet.width(), "height", lane.height(), "fill", odd ? "#F4F6F9" : "#FFFFFF");
            out.empty("rect", "y", lane.y(), "width", 40.0, "height", lane.height(), "fill", odd ? "#E3EDF9" : "#F1F6FC");
            out.empty("path", "d", "M0 " + Markup.number(lane.y()) + "H" + Markup.number(sheet.width()), "stroke", BORDER, "stroke-width", 1.0);
            stage(lane);
            odd = !odd;
        }
        out.empty("path", "d", "M0 " + Markup.number(sheet.height()) + "H" + Markup.number(sheet.width()), "stroke", BORDER, "stroke-width", 1.0);
    }

    /** A stage's title, one character under another; where the lane is low, in two columns. */
    private void stage(Sheet.Lane lane) {
        int[] letters = lane.title().codePoints().toArray();
        int columns = letters.length * 19 + 8 > lane.height() ? 2 : 1;
        int rows = (letters.length + columns - 1) / columns;
        double top = lane.y() + lane.height() / 2 - rows * 19 / 2.0 + 14;
        for (int c = 0; c < columns; c++) {
            double x = columns == 1 ? 20 : 11 + 18 * c;
            int[] part = java.util.Arrays.copyOfRange(letters, c * rows, Math.min(letters.length, (c + 1) * rows));
            out.open("text", "font-size", 15.0, "font-weight", "600", "fill", "#173F73", "text-anchor", "middle");
            for (int i = 0; i < part.length; i++) {
                out.leaf("tspan", Character.toString(part[i]), "x", x, "y", top + 19 * i);
            }
            out.close("text");
        }
    }

    private void wire(Sheet.Wire w) {
        boolean way = w.line().from().onWay() && w.line().to().onWay();
        String colour = way && w.line().firm() ? INDIGO : GREY;
        out.empty("path", "d", path(w.points()), "fill", "none", "stroke", colour, "stroke-width", way && w.line().firm() ? 2.2 : 1.3,
                "stroke-dasharray", w.line().firm() ? "" : "5 4");
        Sheet.Point end = w.points().getLast();
        Sheet.Point before = w.points().get(w.points().size() - 2);
        String turn = end.x() > before.x() + 0.01 ? "0" : end.x() < before.x() - 0.01 ? "180" : end.y() > before.y() ? "90" : "270";
        out.empty("path", "d", "M0 0L-9 -4.5V4.5Z", "fill", colour,
                "transform", "translate(" + Markup.number(end.x()) + " " + Markup.number(end.y()) + ") rotate(" + turn + ")");
    }

    private static String path(List<Sheet.Point> points) {
        StringBuilder d = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            d.append(i == 0 ? 'M' : 'L').append(Markup.number(points.get(i).x())).append(' ').append(Markup.number(points.get(i).y()));
        }
        return d.toString();
    }

    private void box(Sheet.Placed p) {
        ActSpec act = p.box().act();
        Standing standing = standings.get(act.code());
        boolean way = p.box().weight() == Plan.Weight.WAY;
        String stroke = standing != null ? standing.stroke : way ? INDIGO : p.box().onWay() ? "#2F69B5" : BORDER;
        String fill = standing != null ? standing.fill : way ? "#E3EDF9" : "#FFFFFF";
        double width = standing != null ? standing.width : way ? 2 : 1.2;
        out.open("g").line("");
        out.empty("rect", "x", p.x(), "y", p.y(), "width", p.width(), "height", p.height(), "rx", 4.0, "fill", fill, "stroke", stroke,
                "stroke-width", width, "stroke-dasharray", standing == null ? "" : standing.dash);
        if (act.isFinal()) {
            out.empty("rect", "x", p.x() + 4, "y", p.y() + 4, "width", p.width() - 8, "height", p.height() - 8, "rx", 2.0, "fill", "none", "stroke", stroke, "stroke-width", 1.2);
        }
        if (act.kind() == ActSpec.Kind.FACT) {
            out.empty("path", "d", bar(p.x() + 5, p) + bar(p.right() - 5, p), "stroke", stroke, "stroke-width", 1.2);
        }
        if (act.isOpening()) {
            out.empty("path", "d", "M" + Markup.number(p.x() - 2) + " " + Markup.number(p.y() + p.height() / 2) + "l-11 -6.5v13z", "fill", stroke);
        }
        words(p);
        if (standing != null) {
            standing.mark(out, p.right() + 1, p.y() - 1);
        }
        out.close("g");
    }

    private static String bar(double x, Sheet.Placed p) {
        return "M" + Markup.number(x) + " " + Markup.number(p.y()) + "V" + Markup.number(p.bottom());
    }

    private void words(Sheet.Placed p) {
        Type t = Type.of(p.box().weight());
        double x = p.x() + p.width() / 2;
        double y = p.y() + t.pad() + t.titleLine() * 0.76;
        out.open("text", "x", x, "text-anchor", "middle", "font-size", t.title(), "font-weight", p.box().weight() == Plan.Weight.WAY ? "600" : "");
        for (String line : p.title()) {
            out.leaf("tspan", line, "x", x, "y", y);
            y += t.titleLine();
        }
        out.close("text");
        if (!p.notes().isEmpty()) {
            y += t.noteLine() * 0.76 - t.titleLine() * 0.76;
            out.open("text", "text-anchor", "middle", "font-size", t.note(), "fill", INK2);
            for (String line : p.notes()) {
                out.leaf("tspan", line, "x", x, "y", y);
                y += t.noteLine();
            }
            out.close("text");
        }
    }

    /** The key to the signs: only those that are in the picture. */
    private void key(double y) {
        Key key = new Key(out, y);
        key.box("主要步骤", "#E3EDF9", INDIGO, 2, "");
        key.box("视情况办理", "#FFFFFF", BORDER, 1.2, "");
        key.opening("案件开始", INDIGO);
        key.doubled("案件终结", INDIGO);
        key.barred("当事人或者其他机关所为", BORDER);
        key.arrow("依次办理", INDIGO, 2.2, "");
        key.arrow("符合条件时", GREY, 1.3, "5 4");
        Set<Standing> seen = EnumSet.noneOf(Standing.class);
        seen.addAll(standings.values());
        seen.forEach(key::standing);
    }
}
