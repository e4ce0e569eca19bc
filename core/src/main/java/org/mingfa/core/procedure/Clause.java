package org.mingfa.core.procedure;

/**
 * What every relation and rule of a pack carries: its name, its words and where it comes from.
 *
 * @param cite the article; several are separated by ；
 * @param mend how to mend it, for the officer; may be empty
 * @param file the pack file it stands in
 * @param line its line there, from 1
 */
public record Clause(
        String id, String title, Severity severity, String cite, String mend, String file, int line) {}
