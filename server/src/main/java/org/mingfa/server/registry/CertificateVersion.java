package org.mingfa.server.registry;

import java.time.LocalDate;

/**
 * What a certificate (行政执法证) says from a day on.
 *
 * @param from since when this version holds
 * @param regionCode division code; a city's covers its counties
 * @param lastDay the last day it is valid
 */
public record CertificateVersion(
        String number, LocalDate from, long person, String field, String regionCode, LocalDate firstDay,
        LocalDate lastDay, boolean suspended, String reason) {}
