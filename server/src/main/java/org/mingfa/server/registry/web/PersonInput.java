package org.mingfa.server.registry.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.identity.CitizenId;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.registry.NewPerson;
import org.mingfa.server.registry.NewPerson.NewCertificate;
import org.mingfa.server.registry.PersonKind;
import org.mingfa.server.registry.person.PersonBook;

/** A new person as the API takes it. */
record PersonInput(
        @Nullable String name, @Nullable Long agency, @Nullable String unit, @Nullable String title, @Nullable String kind, @Nullable LocalDate from,
        @Nullable Boolean reviewer, @Nullable Boolean qualified, @Nullable Boolean hearingHost, @Nullable String idNumber, @Nullable String phone,
        @Nullable CertificateOf certificate) {

    /** A certificate to issue; {@code reason} why without an application. */
    record CertificateOf(
            @Nullable String number, @Nullable String field, @Nullable String regionCode, @Nullable LocalDate firstDay, @Nullable LocalDate lastDay,
            @Nullable Long issuer, @Nullable Boolean ministry, @Nullable String reason) {

        Fields check(Fields fields, String at) {
            return fields.text(at + "/number", number, 30).text(at + "/field", field, 20)
                    .fits(at + "/regionCode", regionCode, r -> r.matches("\\d{6}"), "应为六位行政区划代码")
                    .present(at + "/firstDay", firstDay)
                    .fits(at + "/lastDay", lastDay, d -> firstDay == null || !d.isBefore(firstDay), "不得早于有效期首日");
        }

        NewCertificate checked() {
            return new NewCertificate(number, field, regionCode, firstDay, lastDay, issuer, yes(ministry));
        }
    }

    /** A post from a day on. */
    record PostInput(
            @Nullable LocalDate from, @Nullable Long agency, @Nullable String unit, @Nullable String title, @Nullable String kind, @Nullable Boolean reviewer,
            @Nullable Boolean qualified, @Nullable Boolean hearingHost, @Nullable String reason) {

        PersonBook.NewPost checked() {
            new Fields().present("/from", from).present("/agency", agency).fits("/kind", kind, k -> PersonKind.of(k).isPresent(), "没有这种人员类别").done();
            return new PersonBook.NewPost(from, agency, PersonController.blank(unit), title == null ? "" : title, PersonKind.of(kind).orElseThrow().code(),
                    yes(reviewer), yes(qualified), yes(hearingHost), false, reason == null ? "" : reason);
        }
    }

    NewPerson checked() {
        Fields fields = new Fields().text("/name", name, 50).present("/agency", agency).present("/from", from)
                .fits("/kind", kind, k -> PersonKind.of(k).isPresent(), "没有这种人员类别")
                .check("/title", title == null || title.length() <= 60, "不超过60个字符");
        identity(fields, idNumber, phone);
        if (certificate != null) {
            certificate.check(fields, "/certificate");
        }
        fields.done();
        return new NewPerson(name.strip(), agency, PersonController.blank(unit), title == null ? "" : title.strip(), PersonKind.of(kind).orElseThrow(), from,
                yes(reviewer), yes(qualified), yes(hearingHost), idNumber, phone, certificate == null ? null : certificate.checked());
    }

    static boolean yes(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }

    static Fields identity(Fields fields, @Nullable String idNumber, @Nullable String phone) {
        return fields.check("/idNumber", idNumber == null || CitizenId.valid(idNumber), "身份证号的位数、出生日期或校验位不对，请核对（GB 11643）")
                .check("/phone", phone == null || phone.matches("[0-9+ -]{5,20}"), "应为 5 至 20 位电话号码");
    }
}
