package org.mingfa.server.paper.letter;

/**
 * An envelope with a window, and the folded A4 sheet in it; millimetres, from the left and the top.
 *
 * @param code dl, c5
 * @param folded height of the sheet once it is folded
 * @param zone where on the sheet the address stands, so that it shows however the sheet lies in the envelope
 */
public record Envelope(String code, String title, double width, double height, double folded, Box window, Box zone) {

    private static final double SHEET = 210;
    private static final double INSET = 1.5;
    /** What printers leave blank at the edge of a sheet. */
    private static final double MARGIN = 5;

    public record Box(double left, double top, double width, double height) {}

    /** A sheet may lie at the left or the right, at the top or the bottom of its envelope: what shows in all places, and is on the sheet, is less than the window. */
    static Envelope of(String code, String title, double width, double height, double folded, Box window) {
        Box zone = new Box(window.left() + INSET, window.top() + INSET,
                Math.min(window.width() - (width - SHEET), SHEET - MARGIN - window.left()) - 2 * INSET,
                Math.min(window.height() - (height - folded), folded - MARGIN - window.top()) - 2 * INSET);
        return new Envelope(code, title, width, height, folded, window, zone);
    }
}
