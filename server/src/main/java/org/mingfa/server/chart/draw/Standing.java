package org.mingfa.server.chart.draw;

import org.mingfa.core.exchange.Markup;

/** How an act stands in a case: told by line, mark and word, never by colour alone. */
public enum Standing {
    DONE("已办", "#1B6B45", "#E8F5EE", 2, ""),
    DUE("应办", "#8A5200", "#FFF5E2", 3, ""),
    OVERDUE("超期", "#B3261E", "#FDEDEB", 3, ""),
    OPEN("可办", "#1E5196", "#FFFFFF", 1.6, ""),
    BARRED("暂不可办", "#5B6779", "#F4F6F9", 1.2, "4 3"),
    OVER("不再办理", "#8490A2", "#F4F6F9", 1, "1.5 3");

    private final String title;
    final String stroke;
    final String fill;
    final double width;
    final String dash;

    Standing(String title, String stroke, String fill, double width, String dash) {
        this.title = title;
        this.stroke = stroke;
        this.fill = fill;
        this.width = width;
        this.dash = dash;
    }

    public String title() {
        return title;
    }

    /** Draws its mark around a point. */
    void mark(Markup to, double x, double y) {
        to.empty("circle", "cx", x, "cy", y, "r", 7.5, "fill", this == OPEN || this == BARRED || this == OVER ? "#FFFFFF" : stroke, "stroke", stroke, "stroke-width", 1.5);
        String lines = switch (this) {
            case DONE -> "M-4 0L-1 3.5L4 -3.5";
            case DUE, OVERDUE -> "M0 -4.5V1.5M0 3.5V4.5";
            case OPEN -> "M-3 -3.5L3.5 0L-3 3.5Z";
            case BARRED -> "M-3.5 -3.5L3.5 3.5M3.5 -3.5L-3.5 3.5";
            case OVER -> "M-4 0H4";
        };
        to.empty("path", "d", lines, "transform", "translate(" + Markup.number(x) + " " + Markup.number(y) + ")", "fill", this == OPEN ? stroke : "none",
                "stroke", this == DONE || this == DUE || this == OVERDUE ? "#FFFFFF" : stroke, "stroke-width", 1.8, "stroke-linecap", "round");
    }
}
