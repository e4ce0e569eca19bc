package org.mingfa.server.disclosure.portal;

/**
 * How a page is looked at.
 *
 * @param large the large-type version (大字版)
 */
public record View(boolean large) {}
