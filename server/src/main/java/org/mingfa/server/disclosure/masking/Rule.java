package org.mingfa.server.disclosure.masking;

import java.util.List;

/**
 * A masking rule as declared in {@code disclosure/masking.yaml}.
 *
 * @param find    how it finds: number, pattern, name, party-name, reporter, labelled-name, address, manual
 * @param check   of a number
 * @param pattern of a pattern; its group 1 is masked
 * @param with    what stands instead, "" where a name is shortened
 * @param leak    a public text in which it still finds something is refused
 */
public record Rule(String id, String title, String find, String check, String pattern, List<String> labels, String with, boolean leak, String cite) {}
