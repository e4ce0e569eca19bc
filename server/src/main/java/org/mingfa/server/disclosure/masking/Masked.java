package org.mingfa.server.disclosure.masking;

import java.util.Comparator;
import java.util.List;

/** A served text and its masks, in order and without overlap. What no mask covers is the same in both (MSK-13). */
public record Masked(String original, List<Mask> masks) {
    public Masked {
        masks = masks.stream().sorted(Comparator.comparingInt(Mask::from)).toList();
    }

    /** The public text. */
    public String text() {
        return applied(original);
    }

    private String applied(String source) {
        var out = new StringBuilder();
        int at = 0;
        for (Mask mask : masks) {
            out.append(source, at, mask.from()).append(mask.with());
            at = mask.to();
        }
        return out.append(source, at, source.length()).toString();
    }
}
