package org.mingfa.server.disclosure;

import java.util.List;
import java.util.stream.Collectors;
import org.mingfa.server.disclosure.masking.Facts;
import org.mingfa.server.disclosure.masking.Masking;
import org.mingfa.server.operation.Refused;

/** The last look: a text with an ID number, a phone number or a card number in it does not get out, whatever way it came. */
final class LeakCheck {
    private LeakCheck() {}

    /** Throws Problem 422 saying what is left, without repeating it. */
    static void refuse(Masking masking, Publication p) {
        var keep = new Facts(p.keep(), List.of(), List.of(), List.of(), List.of());
        var leaks = masking.leaks(String.join("\n", p.masked(), p.party(), p.cause(), p.outcome()), keep);
        if (leaks.isEmpty()) return;
        String what = leaks.stream().map(rule -> rule.title() + "（" + rule.id() + "）").distinct().collect(Collectors.joining("、"));
        throw Refused.invalid("/masked", "公开文本中仍有" + what + "，不能公开。");
    }
}
