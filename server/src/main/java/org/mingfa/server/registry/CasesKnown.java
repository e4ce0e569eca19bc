package org.mingfa.server.registry;

import java.util.OptionalInt;

/** What the registers ask of cases, as the module that handles them tells. */
public interface CasesKnown {

    /** How many cases of a body are open, whoever asks; counted to a thousand. */
    int open(long agency, int region);

    /** How many cases that a person took part in were filed in a year; empty where the caller sees no cases. */
    OptionalInt ofPerson(long person, int year);
}
