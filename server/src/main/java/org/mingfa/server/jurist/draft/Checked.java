package org.mingfa.server.jurist.draft;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.PackProblem;

/**
 * The last check of a draft (检查).
 *
 * @param passed no problem, and every example that came with the draft holds
 * @param of digest of what was checked: content, day in force and the law it was laid upon
 */
public record Checked(Instant at, boolean passed, List<Place> problems, Ran examples, String of) {

    /** @param line from 1, in the file with its changes; null: the whole file */
    public record Place(String file, @Nullable Integer line, String message) {
        static Place of(PackProblem p) {
            return new Place(p.file(), p.line() > 0 ? p.line() : null, p.message());
        }
    }

    /** An example that does not hold. */
    public record Failed(String title, String file, @Nullable Integer line, String message) {
        static Failed of(PackProblem p) {
            String m = p.message();
            int end = m.startsWith("「") ? m.indexOf('」') : -1;
            return new Failed(end < 0 ? "" : m.substring(1, end), p.file(), p.line() > 0 ? p.line() : null, end < 0 ? m : m.substring(end + 1).strip());
        }
    }

    /**
     * Examples run under the draft as though it had always stood.
     *
     * @param failed of those that came with the draft
     * @param changed of the packs' own: they hold under today's law and no longer under the draft; bounded
     */
    public record Ran(int run, List<Failed> failed, List<Failed> changed) {
        static final Ran NONE = new Ran(0, List.of(), List.of());
    }
}
