package org.mingfa.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingfa.core.RealData;

class WorkCalendarTest {
    private static final WorkCalendar CAL = Calendars.national();

    @ParameterizedTest
    @CsvSource({"2024, 251", "2025, 248", "2026, 248"})
    void hasTheWorkdaysOfTheYear(int year, int workdays) {
        assertThat(CAL.workdays(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1))).isEqualTo(workdays);
    }

    @Test
    void agreesWithThePublicTableOnEveryDay() throws IOException {
        Path csv = RealData.file("reference/holidays_2004_on.csv");
        Map<LocalDate, Boolean> work = new HashMap<>();
        Files.readAllLines(csv).stream().skip(1).map(line -> line.split(",", 3))
                .forEach(row -> work.put(LocalDate.parse(row[0]), row[1].equals("调休上班")));
        for (LocalDate d = LocalDate.of(2004, 1, 1); d.getYear() < 2027; d = d.plusDays(1)) {
            assertThat(CAL.isWorkday(d)).as("%s", d).isEqualTo(work.getOrDefault(d, d.getDayOfWeek().getValue() < 6));
        }
    }

    @Test
    void knowsStatutoryDaysFromMovedOnes() {
        assertThat(CAL.isStatutoryHoliday(LocalDate.parse("2026-02-16"))).isTrue();
        assertThat(CAL.isStatutoryHoliday(LocalDate.parse("2026-02-20"))).isFalse();
        assertThat(CAL.isStatutoryHoliday(LocalDate.parse("2026-04-05"))).isTrue();
        assertThat(CAL.isStatutoryHoliday(LocalDate.parse("2026-04-06"))).isFalse();
        for (int year = 2025; year <= 2026; year++) {
            LocalDate first = LocalDate.of(year, 1, 1);
            assertThat(first.datesUntil(first.plusYears(1)).filter(CAL::isStatutoryHoliday)).as("%d", year).hasSize(13);
        }
        for (int year = 2008; year <= 2024; year++) {
            LocalDate first = LocalDate.of(year, 1, 1);
            int shared = year == 2009 || year == 2020 ? 1 : 0; // 中秋 falls on a day of 国庆
            int special = year == 2015 ? 1 : 0;
            assertThat(first.datesUntil(first.plusYears(1)).filter(CAL::isStatutoryHoliday)).as("%d", year)
                    .hasSize(11 - shared + special);
        }
    }

    @Test
    void takesAYearNotAnnouncedAsWeekendsAndFixedHolidays() {
        assertThat(CAL.announced(2026)).isTrue();
        assertThat(CAL.announced(2027)).isFalse();
        LocalDate first = LocalDate.of(2027, 1, 1);
        assertThat(first.datesUntil(first.plusYears(1)).filter(d -> d.getDayOfWeek().getValue() < 6 && !CAL.isWorkday(d)))
                .containsExactly(first, LocalDate.parse("2027-10-01"));
        assertThat(CAL.rest(first)).isEqualTo("元旦");
        assertThat(CAL.rest(LocalDate.parse("2027-01-02"))).isEqualTo("星期六");
        assertThat(CAL.isStatutoryHoliday(LocalDate.parse("2027-05-02"))).isTrue();
    }

    @Test
    void aNewNoticeChangesTheDigestAndALayoutDoesNot() {
        String text = Calendars.text();
        assertThat(WorkCalendar.parse(text + "\n# a remark\n").digest()).isEqualTo(CAL.digest());
        assertThat(WorkCalendar.parse(text + "  2027:\n    元旦: {statutory: [01-01], off: [01-01..03]}\n").digest())
                .isNotEqualTo(CAL.digest());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "\"years:\n  2026:\n    元旦: {off: [13-01]}\" | holidays.yaml:3: no such day in 2026: '13-01'",
        "\"years:\n  2026:\n    元旦: {off: [02-29]}\" | holidays.yaml:3: no such day in 2026: '02-29'",
        "\"years:\n  2026:\n    元旦: {off: [1-1]}\" | holidays.yaml:3: not a date or range: '1-1'",
        "\"years:\n  2026:\n    元旦: {off: [01-03..01]}\" | holidays.yaml:3: the range '01-03..01' ends before it begins",
        "\"years:\n  2026:\n    元旦: {off: 01-01}\" | holidays.yaml:3: expected a list of dates",
        "\"years:\n  2026:\n    元旦: {of: [01-01]}\" | holidays.yaml:3: 元旦: unknown key 'of'",
        "\"years:\n  2026:\n    元旦: {work: [01-05]}\" | holidays.yaml:3: 2026-01-05 is a weekday anyway",
        "\"years:\n  2026:\n    元旦: {off: [01-03], work: [01-03]}\" | holidays.yaml:3: 2026-01-03 is both a day off",
        "\"years:\n  2026: {}\n  2026: {}\" | holidays.yaml:3: years: '2026' stands twice",
        "\"years:\n  MMXXVI: {}\" | holidays.yaml:2: not a year: 'MMXXVI'",
        "\"years: {}\" | holidays.yaml:1: the calendar has no years",
        "\"jahre: {}\" | holidays.yaml:1: the calendar: unknown key 'jahre'",
        "\"years: [\" | holidays.yaml:1: not YAML",
        "\"\" | holidays.yaml:1: the calendar is empty",
    })
    void namesFileLineAndReasonOfABadTable(String yaml, String message) {
        assertThatThrownBy(() -> WorkCalendar.parse(yaml))
                .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith(message);
    }

    @Test
    void answersFarOutsideItsYears() {
        assertThat(CAL.isWorkday(LocalDate.of(1900, 1, 2))).isTrue();
        assertThat(CAL.isWorkday(LocalDate.of(2400, 1, 1))).isFalse();
        assertThat(CAL.workdays(LocalDate.of(2055, 1, 1), LocalDate.of(2059, 1, 1))).isBetween(4 * 250, 4 * 262);
        assertThat(CAL.nextWorkday(LocalDate.of(2400, 1, 1)).getYear()).isEqualTo(Year.of(2400).getValue());
    }
}
