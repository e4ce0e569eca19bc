package org.mingfa.core.procedure;

/** What a rule does when it is not met: bar 拦截, warn 预警, or score 扣分. */
public enum Severity {
    BAR,
    WARN,
    SCORE
}
