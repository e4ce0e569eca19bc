package org.mingfa.core.discretion;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact fraction in lowest terms, the denominator positive. Weights, multiples and quantities; never a double. */
public record Ratio(BigInteger over, BigInteger under) implements Comparable<Ratio> {
    public static final Ratio ZERO = of(0);
    public static final Ratio ONE = of(1);
    private static final Ratio HUNDREDTH = new Ratio(BigInteger.ONE, BigInteger.valueOf(100));

    public Ratio {
        if (under.signum() == 0) {
            throw new IllegalArgumentException("a fraction over zero");
        }
        BigInteger shared = over.gcd(under).multiply(BigInteger.valueOf(under.signum()));
        over = over.divide(shared);
        under = under.divide(shared);
    }

    public static Ratio of(long whole) {
        return new Ratio(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    public static Ratio of(long over, long under) {
        return new Ratio(BigInteger.valueOf(over), BigInteger.valueOf(under));
    }

    public static Ratio of(BigDecimal decimal) {
        return decimal.scale() <= 0 ? new Ratio(decimal.toBigIntegerExact(), BigInteger.ONE)
                : new Ratio(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    /**
     * A share as tables write it: 20%, 12.5%, 1/8, 0.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Ratio share(String text) {
        String plain = Words.plain(text);
        if (plain.matches("\\d{1,6}/\\d{1,6}")) {
            String[] parts = plain.split("/");
            return of(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        }
        if (plain.equals("0")) {
            return ZERO;
        }
        if (plain.matches("\\d{1,6}(\\.\\d{1,6})?%")) {
            return of(new BigDecimal(plain.substring(0, plain.length() - 1))).times(HUNDREDTH);
        }
        throw new IllegalArgumentException("not a share such as 20% or 1/8: '" + text + "'");
    }

    public Ratio plus(Ratio other) {
        return new Ratio(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    public Ratio minus(Ratio other) {
        return plus(new Ratio(other.over.negate(), other.under));
    }

    public Ratio times(Ratio other) {
        return new Ratio(over.multiply(other.over), under.multiply(other.under));
    }

    /**
     * The whole number next to it.
     *
     * @throws ArithmeticException where a long does not hold it
     */
    public long rounded(RoundingMode mode) {
        return new BigDecimal(over).divide(new BigDecimal(under), 0, mode).longValueExact();
    }

    @Override
    public int compareTo(Ratio other) {
        return over.multiply(other.under).compareTo(other.over.multiply(under));
    }

    /** As a percentage where that ends (12.5%), else as a fraction (1/3). */
    public String percent() {
        Ratio hundredfold = times(of(100));
        return hundredfold.ends() ? hundredfold + "%" : toString();
    }

    private boolean ends() {
        BigInteger rest = under;
        for (BigInteger prime : new BigInteger[] {BigInteger.TWO, BigInteger.valueOf(5)}) {
            while (rest.mod(prime).signum() == 0) {
                rest = rest.divide(prime);
            }
        }
        return rest.equals(BigInteger.ONE);
    }

    /** As a decimal where that ends, else as a fraction. */
    @Override
    public String toString() {
        return ends() ? new BigDecimal(over).divide(new BigDecimal(under)).stripTrailingZeros().toPlainString() : over + "/" + under;
    }
}
