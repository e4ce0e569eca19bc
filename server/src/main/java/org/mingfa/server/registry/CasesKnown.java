package org.mingfa.server.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the registers ask of cases, as the module that handles them tells. */
public interface CasesKnown {

    /** How many cases of a body are open, whoever asks; counted to a thousand. */
    int open(long agency, int region);

    /** A case in a person's year. */
    record Known(String id, @Nullable String number, String party, String violation, String stage, LocalDate filedOn, boolean ended) {}

    /** @param cases the newest, at most so many as were asked for */
    record Year(int count, List<Known> cases) {}

    /** In how many open cases of a body a person takes part that are about an item. */
    record Handled(long person, String item, int cases) {}

    /** Who takes part in the newest 5,000 open cases of a body, by item; at most 2,000, whoever asks. */
    List<Handled> handled(long agency, int region);

    /** How often somebody did an act, or carried it out, in open cases. */
    record Acted(long person, String procedure, String act, int times) {}

    /**
     * @param cases how many were read
     * @param next the cursor of the cases that follow; null at the end
     */
    record ActedPage(List<Acted> acts, int cases, @Nullable String next) {}

    /**
     * Who did what in the next {@code limit} open cases of a body, the newest first, whoever asks.
     *
     * @param cursor of the page before; empty: from the newest
     */
    ActedPage acted(long agency, int region, String cursor, int limit);

    /** The procedures of the newest 5,000 open cases of a body. */
    List<String> procedures(long agency, int region);

    /** The cases filed in a year that a person took part in; empty where the caller sees no cases. */
    Optional<Year> ofPerson(long person, int year, int most);
}
