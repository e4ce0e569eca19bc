package org.mingfa.core.procedure;

/** How an entry came into the record: at once, late (补录), or irregular: although the law would have barred it (不规范记录). */
public enum Mode {
    NOW,
    LATE,
    IRREGULAR
}
