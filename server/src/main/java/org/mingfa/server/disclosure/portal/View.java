package org.mingfa.server.disclosure.portal;

/**
 * How a page is looked at, and where.
 *
 * @param large the large-type version (大字版)
 * @param practice on the server of a practice city (练习环境)
 */
public record View(boolean large, boolean practice) {}
