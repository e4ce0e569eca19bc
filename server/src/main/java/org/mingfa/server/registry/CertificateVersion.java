package org.mingfa.server.registry;

import java.time.LocalDate;

/**
 * A certificate (行政执法证) that is there already.
 *
 * @param from the day from which the register has it
 * @param regionCode six digits, or a city's or province's
 * @param lastDay still valid on it
 */
public record CertificateVersion(String number, LocalDate from, long person, String field, String regionCode, LocalDate firstDay, LocalDate lastDay) {}
