package org.mingfa.server.document;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.operation.Practice;
import org.mingfa.server.record.SealedValues;
import org.springframework.stereotype.Component;

/**
 * Writes and reads the text of a page's QR code: {@code MF1/region/case/document/digest/page/pages/proof}, numbers to the base
 * 36. The proof is 100 bits of a keyed hash (HMAC-SM3 by the master key): nobody without the key can make one that is taken
 * for ours. Upper case only, so that the code stays small.
 */
@Component
public class PageMarks {
    private static final int DIGEST = 12;
    private static final Pattern TEXT = Pattern.compile("(MF1/([0-9A-Z]{1,6})/([0-9A-Z]{1,13})/([0-9A-Z]{1,13})/([0-9A-F]{12})/([0-9A-Z]{1,3})/([0-9A-Z]{1,3}))/([0-9A-Z]{20})");
    private final SealedValues values;
    private final String purpose;

    /** Proofs of a practice city never count in a real one, not even under the same master key. */
    PageMarks(SealedValues values, Practice practice) {
        this.values = values;
        purpose = practice.on() ? "page of a document for practice" : "page of a document";
    }

    /** @param mark null where the text bears our sign and no valid proof */
    public record Read(@Nullable PageMark mark) {}

    public static PageMark of(int region, long caseId, IssuedDocument document, int page, int pages) {
        return new PageMark(region, caseId, document.id(), document.sha256().substring(0, DIGEST), page, pages);
    }

    public String text(PageMark m) {
        String named = String.join("/", "MF1", text(m.region()), text(m.caseId()), text(m.document()), m.digest().toUpperCase(Locale.ROOT), text(m.page()), text(m.pages()));
        return named + "/" + proof(named);
    }

    /** Null where the text is no page mark at all, such as the QR code of a payment. */
    public @Nullable Read read(String text) {
        if (!text.startsWith("MF1/")) return null;
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches() || !proven(parts.group(1), parts.group(8))) return new Read(null);
        return new Read(new PageMark((int) number(parts.group(2)), number(parts.group(3)), number(parts.group(4)),
                parts.group(5).toLowerCase(Locale.ROOT), (int) number(parts.group(6)), (int) number(parts.group(7))));
    }

    private boolean proven(String named, String proof) {
        return MessageDigest.isEqual(proof(named).getBytes(StandardCharsets.US_ASCII), proof.getBytes(StandardCharsets.US_ASCII));
    }

    private String proof(String named) {
        String digits = new BigInteger(1, values.mark(purpose, named)).mod(BigInteger.ONE.shiftLeft(100)).toString(32);
        return "0".repeat(20 - digits.length()) + digits.toUpperCase(Locale.ROOT);
    }

    private static String text(long number) {
        return Long.toString(number, 36).toUpperCase(Locale.ROOT);
    }

    private static long number(String text) {
        return Long.parseLong(text, 36);
    }
}
