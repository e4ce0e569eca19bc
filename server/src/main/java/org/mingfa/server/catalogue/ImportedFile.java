package org.mingfa.server.catalogue;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.catalogue.reading.Unreadable.Fault;

/**
 * What became of one file of an import.
 *
 * @param version the version it is or was already; null where refused
 * @param title the law's title; empty where it could not be read
 * @param problems why it was refused; nothing of it was kept
 * @param remarks what was concluded rather than given
 */
public record ImportedFile(
        String file, Outcome outcome, @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Long version, String title, List<Fault> problems, List<String> remarks) {

    /** Taken in; there already, word for word; refused. */
    public enum Outcome { NEW, SAME, REFUSED }

    static ImportedFile refused(String file, Fault fault) {
        return new ImportedFile(file, Outcome.REFUSED, null, "", List.of(fault), List.of());
    }
}
