package org.mingfa.server.registry.person;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.registry.CasesKnown;

/**
 * One person (执法人员的一年): posts, certificates, training and cases.
 *
 * @param person as on the day
 * @param cases the year's cases that the person took part in; null where the caller sees no cases
 * @param photo address of the photo on the certificate; null where there is none, or the person has left
 * @param mayWrite whether the caller keeps this person
 * @param mayIdentify whether the caller may see ID number and phone
 */
public record PersonPage(
        LocalDate on, ListedPerson person, List<PersonBook.PostVersion> posts, List<Certificate> certificates, Hours hours,
        List<PersonBook.HeldRole> roles, CasesKnown.@Nullable Year cases, @Nullable String photo, boolean mayWrite, boolean mayIdentify) {

    /**
     * A certificate with what became of it.
     *
     * @param state on the day
     * @param page address of its public page
     */
    public record Certificate(
            String number, String field, String regionCode, LocalDate firstDay, LocalDate lastDay, String state, @Nullable String issuer, boolean ministry,
            List<Change> changes, List<CertificateBook.Check> checks, String page) {}

    public record Change(LocalDate from, String state, String reason) {}

    /** Hours of training in the year of the day, what is required, and by which citation. */
    public record Hours(int year, BigDecimal open, BigDecimal special, BigDecimal needed, BigDecimal neededOpen, BigDecimal neededSpecial, String cite, List<Attended> attended) {}

    /** @param kind public 公共法律知识, special 专业知识和技能 */
    public record Attended(LocalDate heldOn, String title, String kind, BigDecimal hours, String organiser) {}
}
