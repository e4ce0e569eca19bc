package org.mingfa.server.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Someone to be registered, checked already.
 *
 * @param unit name of a unit of the agency, made where there is none
 * @param reviewer also reviews decisions (法制审核), whatever the kind
 * @param idNumber 公民身份号码; sealed before it is kept
 */
public record NewPerson(
        String name, long agency, @Nullable String unit, String title, PersonKind kind, LocalDate from, boolean reviewer,
        boolean qualified, boolean hearingHost, @Nullable String idNumber, @Nullable String phone,
        @Nullable NewCertificate certificate) {

    /** @param regionCode division code; a city's covers its counties */
    public record NewCertificate(
            String number, String field, String regionCode, LocalDate firstDay, LocalDate lastDay, @Nullable Long issuer,
            boolean ministry) {}
}
