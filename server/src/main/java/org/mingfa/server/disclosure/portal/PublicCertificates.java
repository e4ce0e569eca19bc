package org.mingfa.server.disclosure.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Certificates by their code, as {@code mingfa_portal}: through one function that gives one row, and nothing else of people. */
@Repository
public class PublicCertificates {

    /**
     * A certificate as the public sees it today.
     *
     * @param state valid, future, expired, suspended, revoked, withdrawn, lost
     * @param ended its holder has left
     */
    public record Certificate(
            String number, String name, String agencyName, String title, String field, String regionName, LocalDate firstDay, LocalDate lastDay,
            String issuer, String state, String reason, boolean ended, boolean officer, boolean standing) {

        public boolean valid() {
            return state.equals("valid") && !ended && officer && standing;
        }

        /** Why it does not count, in words for people; the reason of a measure against the holder is not told. */
        public String why() {
            return switch (state) {
                case "future" -> "有效期自 " + firstDay + " 起，今日尚未生效。";
                case "expired" -> "有效期已于 " + lastDay + " 届满。";
                case "suspended" -> "证件已被暂扣，暂扣期间不得从事行政执法活动。";
                case "revoked" -> "证件已被吊销。";
                case "withdrawn" -> "证件已被收回。";
                case "lost" -> "证件已挂失作废。";
                default -> ended ? "持证人已经离岗。" : !officer ? "持证人现在的岗位不是执法岗位。" : "持证人所在单位今日没有执法主体资格。";
            };
        }
    }

    static final int PAGE = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    PublicCertificates(@Qualifier("portalJdbc") JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Someone whose certificate is announced (公示) before it is issued. */
    public record Notice(long id, String name, String agencyName, String field, String regionName, LocalDate noticeFrom, LocalDate noticeTo) {}

    /** The notices that run today, the newest first: those after one, or the first; {@link #PAGE} and one more where there are more. */
    List<Notice> notices(@Nullable Long after) {
        return jdbc.sql("select * from public_certificate_notices(:day, cast(:after as bigint))").param("day", today()).param("after", after).query(Notice.class).list();
    }

    /** JPEG; none where the holder has left or the certificate does not run, is suspended or was taken away. */
    Optional<byte[]> photo(String code) {
        return code.matches("[0-9a-f]{32}") ? jdbc.sql("select photo from public_certificate_photo(?, ?) as photo where photo is not null").params(code, today()).query(byte[].class).optional()
                : Optional.empty();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Optional<Certificate> find(String code) {
        return code.matches("[0-9a-f]{32}") ? jdbc.sql("select * from public_certificate(?, ?)").params(code, today()).query(Certificate.class).optional() : Optional.empty();
    }
}
