package org.mingfa.server.document;

/**
 * 人民币大写: an amount in Chinese capital words, as 正确填写票据和结算凭证的基本规定 wants it.
 * Amounts are whole 分, 0 to 9999999999999999 (under 壹佰万亿元).
 */
public final class MoneyWords {
    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿", "万亿"};
    private static final long LIMIT = 9_999_999_999_999_999L;

    private MoneyWords() {}

    /** 300000 → 人民币叁仟元整. Throws IllegalArgumentException outside the range. */
    public static String of(long fen) {
        if (fen < 0 || fen > LIMIT) throw new IllegalArgumentException("金额超出可大写的范围：" + fen + " 分");
        long yuan = fen / 100;
        int jiao = (int) (fen / 10 % 10);
        int cents = (int) (fen % 10);
        var words = new StringBuilder("人民币");
        if (yuan > 0 || fen == 0) words.append(yuan == 0 ? "零" : whole(yuan)).append('元');
        if (jiao > 0) words.append(DIGITS.charAt(jiao)).append('角');
        else if (cents > 0 && yuan > 0) words.append('零');
        if (cents > 0) words.append(DIGITS.charAt(cents)).append('分');
        else words.append('整');
        return words.toString();
    }

    /** 30000 分 → 300.00元, with thousands separators. */
    public static String figures(long fen) {
        return String.format("%,d.%02d元", fen / 100, Math.abs(fen % 100));
    }

    private static String whole(long yuan) {
        var words = new StringBuilder();
        boolean gap = false;
        for (int group = 3; group >= 0; group--) {
            int part = (int) (yuan / (long) Math.pow(10, group * 4) % 10_000);
            if (part == 0) {
                gap = words.length() > 0;
                continue;
            }
            if (words.length() > 0 && (gap || part < 1000)) words.append('零');
            words.append(group(part)).append(group == 3 && yuan / 100_000_000 % 10_000 != 0 ? "万" : GROUPS[group]);
            gap = false;
        }
        return words.toString();
    }

    private static String group(int part) {
        var words = new StringBuilder();
        boolean gap = false;
        for (int place = 3; place >= 0; place--) {
            int digit = part / (int) Math.pow(10, place) % 10;
            if (digit == 0) {
                gap = words.length() > 0;
                continue;
            }
            if (gap) words.append('零');
            words.append(DIGITS.charAt(digit)).append(PLACES[place]);
            gap = false;
        }
        return words.toString();
    }
}
