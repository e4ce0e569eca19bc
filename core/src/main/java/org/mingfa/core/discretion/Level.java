package org.mingfa.core.discretion;

/** Who issued a benchmark; each stays within those above it and the statute (国办发〔2022〕27号). */
public enum Level {
    STATUTE("法定"), NATIONAL("国家"), PROVINCE("省"), CITY("市"), COUNTY("县");

    private final String title;

    Level(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
