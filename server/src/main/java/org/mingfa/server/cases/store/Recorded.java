package org.mingfa.server.cases.store;

import java.util.List;
import org.mingfa.core.procedure.Entry;

/**
 * An entry as it stands in the record, with what the engine does not read.
 *
 * @param entry the engine's view; personal values in clear, or 〔已销毁〕 where their key was destroyed
 * @param reason why it is late, irregular or a correction; empty otherwise
 * @param approver who approved it; empty otherwise
 * @param files ids of attached files
 * @param barred ids of the rules that it broke when recorded irregularly
 * @param key the idempotency key it was sent with; empty where none
 * @param fingerprint digest over what the client sent, to tell a repeated request from another one
 */
public record Recorded(
        Entry entry, String reason, String approver, List<String> files, List<String> barred, String key,
        String fingerprint, String sm3, String sha256) {}
