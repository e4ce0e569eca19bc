package org.mingfa.server.disclosure.check;

/**
 * What a check found of a decision. It bars nothing: the one who reviews it answers for the publication.
 *
 * @param severity high, medium or review
 * @param message what and how to mend it
 */
public record PublicationFinding(String rule, String severity, String title, String cite, String message) {}
