package org.mingfa.server.catalogue;

/**
 * An article of a version, in its place.
 *
 * @param n its place in the text, from 1
 * @param no as printed, e.g. 第六十条
 * @param heading 编, 章 and 节, separated by {@code " / "}; may be empty
 */
public record StatuteArticle(int n, String no, String heading, String text) {}
