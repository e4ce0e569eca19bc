package org.mingfa.core.procedure;

import java.util.List;

/** Everything that an act breaks, never only the first fault; open when nothing bars it. */
public record Examination(List<Finding> findings) {

    public static final Examination CLEAN = new Examination(List.of());

    public boolean open() {
        return findings.stream().noneMatch(f -> f.severity() == Severity.BAR);
    }
}
