package org.mingfa.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalendarYearsTest {

    /** What the calendar page shows: dates as the texts that they are in the table, never numbers or dates of YAML. */
    @Test
    void readsTheYearsOfTheBundledTable() {
        Map<Integer, Map<String, Object>> years = CalendarText.years("""
                fixed: {元旦: [01-01]}
                years:
                  2026:
                    元旦: {statutory: [01-01], off: [01-01..03], work: [01-04]}
                """);
        assertThat(years).containsExactly(Map.entry(2026, Map.of("元旦",
                Map.of("statutory", List.of("01-01"), "off", List.of("01-01..03"), "work", List.of("01-04")))));
    }
}
