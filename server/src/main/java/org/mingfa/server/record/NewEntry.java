package org.mingfa.server.record;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Act;
import org.mingfa.core.procedure.Mode;
import org.mingfa.core.procedure.Registry;

/**
 * An act that is to be recorded.
 *
 * @param registry the facts of the registers that it was examined with
 * @param corrects the entry it corrects (更正), or null
 * @param personal which values of the act's form are personal data of whom
 */
public record NewEntry(
        Act act, Registry registry, Mode mode, @Nullable Long corrects, Circumstances circumstances, List<Personal> personal) {

    /** An act done now, with nothing personal in it. */
    public static NewEntry of(Act act, Registry registry) {
        return new NewEntry(act, registry, Mode.NOW, null, Circumstances.NONE, List.of());
    }

    /**
     * A value that is stored only encrypted by the key of its party.
     *
     * @param party id of the party in the case, e.g. {@code party-1}
     * @param pointer JSON pointer into the form, e.g. {@code /parties/0/idNumber}; where it points to nothing, nothing is sealed
     */
    public record Personal(String party, String pointer) {}
}
