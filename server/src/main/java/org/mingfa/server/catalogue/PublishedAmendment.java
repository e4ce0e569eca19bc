package org.mingfa.server.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Change;

/**
 * A published draft (已公布的修改): changes of one procedure from a day on.
 *
 * @param draft id of the draft
 * @param examples YAML of the examples that came with it, as of a pack
 */
public record PublishedAmendment(long draft, String title, String procedure, LocalDate from, List<Change> changes, @Nullable String examples) {}
