package org.mingfa.server.record;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an entry keeps beside its act.
 *
 * @param reason of a late or irregular entry or a correction; null for none
 * @param approver person id of who approved it; null for none
 * @param files attached, by digest
 * @param examined digests of what it was examined with: {@code packs}, {@code calendar}
 * @param instead person id of whom the actor stood in for on that day (代理); null for nobody
 * @param drafter person id of who drafted it and sent it to the actor (送审); null where the actor did
 * @param recorder person id of who entered what the actor had done on paper or in an old system; null where the actor did
 */
public record Circumstances(
        @Nullable String reason, @Nullable String approver, List<Attached> files, Map<String, String> examined, @Nullable String instead,
        @Nullable String drafter, @Nullable String recorder) {

    /** Of what nobody did in another's stead or from another's draft. */
    public Circumstances(@Nullable String reason, @Nullable String approver, List<Attached> files, Map<String, String> examined) {
        this(reason, approver, files, examined, null, null, null);
    }

    public static final Circumstances NONE = new Circumstances(null, null, List.of(), Map.of());

    /** A file as it was when the entry was made; digests in hex. */
    public record Attached(String id, String name, String type, long size, String sha256, String sm3) {}
}
