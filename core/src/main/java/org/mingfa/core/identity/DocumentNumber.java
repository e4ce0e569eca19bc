package org.mingfa.core.identity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 文书文号, e.g. 晋市监罚〔2026〕1号: letters of region, agency and kind, the year in brackets U+3014 and U+3015, a sequence
 * without padding.
 *
 * @param letters 地区简称, 机关简称 and 文种 together: two to twenty Chinese characters
 * @param sequence from 1, at most 999999
 */
public record DocumentNumber(String letters, int year, int sequence) {
    private static final Pattern LETTERS = Pattern.compile("[\\u4e00-\\u9fa5]{2,20}");
    private static final Pattern WHOLE = Pattern.compile("(" + LETTERS + ")〔((?:19|20)\\d{2})〕([1-9]\\d{0,5})号");

    public DocumentNumber {
        if (!LETTERS.matcher(letters).matches()) {
            throw new IllegalArgumentException("the letters of a document number are 2 to 20 Chinese characters: '" + letters + "'");
        }
        if (year < 1900 || year > 2099) {
            throw new IllegalArgumentException("the year of a document number is 1900 to 2099: " + year);
        }
        if (sequence < 1 || sequence > 999_999) {
            throw new IllegalArgumentException("the sequence of a document number is 1 to 999999: " + sequence);
        }
    }

    public static boolean valid(String text) {
        return WHOLE.matcher(text).matches();
    }

    /** @throws IllegalArgumentException saying what a number looks like */
    public static DocumentNumber parse(String text) {
        Matcher m = WHOLE.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException("not a document number: '" + text + "'; write it as 晋市监罚〔2026〕1号");
        }
        return new DocumentNumber(m.group(1), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)));
    }

    @Override
    public String toString() {
        return letters + "〔" + year + "〕" + sequence + "号";
    }
}
