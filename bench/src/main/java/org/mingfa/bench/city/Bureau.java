package org.mingfa.bench.city;

import java.util.List;

/** A market supervision agency of region {@link #REGION}: two officers, a head, a reviewer, and a keeper of files and pages. */
public record Bureau(int number) {

    public static final int REGION = 90;
    public static final String REGION_CODE = "149900";
    public static final String FIELD = "市场监管";
    public static final String PASSWORD = "bench bench bench";

    /** Signs in to see all bureaus. */
    public static final String SUPERVISOR = "benchsupervisor";

    /** Who does an act. */
    public enum Seat {
        OFFICER("officer"),
        SECOND("officer"),
        HEAD("agency-head", "unit-head"),
        REVIEWER("legal-reviewer", "hearing-officer"),
        KEEPER("publication-reviewer", "property-keeper", "archivist");

        final List<String> roles;

        Seat(String... roles) {
            this.roles = List.of(roles);
        }

        public List<String> roles() {
            return roles;
        }
    }

    public long agency() {
        return 90_000L + number;
    }

    public long person(Seat seat) {
        return agency() * 10 + seat.ordinal();
    }

    public String login(Seat seat) {
        return "bench" + person(seat);
    }

    public String name() {
        return "云岭市第" + (number + 1) + "市场监督管理局";
    }

    /** As in document numbers. */
    public String shortName() {
        return "云市监" + (number + 1);
    }

    public String personName(Seat seat) {
        return "林" + "知书安景若".charAt(seat.ordinal()) + (number + 1);
    }

    /** Ids of the two officers who carry acts out. */
    public List<String> officers() {
        return List.of(Long.toString(person(Seat.OFFICER)), Long.toString(person(Seat.SECOND)));
    }
}
