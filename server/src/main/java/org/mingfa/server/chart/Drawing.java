package org.mingfa.server.chart;

/**
 * A flow chart in its forms.
 *
 * @param file SVG for itself, with the size of its page
 * @param inPage SVG to stand in a page of HTML that allows no inline styles
 * @param landscape whether it is made for a sheet of A3 that lies
 * @param outline the same as an ordered list
 */
public record Drawing(String file, String inPage, boolean landscape, Outline outline) {}
