package org.mingfa.core.drawing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.mingfa.core.sealing.Digests;

/**
 * 抽题: which questions a candidate gets, and in which order. For each question of a part's pool
 * {@code HMAC-SHA256(seed, "mingfa-paper-1\n" + exam + "\n" + ticket + "\n" + part + "\n" + question)} is written as
 * lower-case hex; the questions are sorted by it, and the first so many are the part. Nothing else enters: with the seed
 * and the pools anybody draws the same paper again (docs/exams.md has a program of another language that does).
 */
public final class PaperDraw {

    private static final HexFormat HEX = HexFormat.of();
    private static final int SEED = 32;

    private final byte[] seed;
    private final String exam;

    /**
     * @param seed 32 bytes
     * @param exam what the exam is called in the draw: its number
     */
    public PaperDraw(byte[] seed, String exam) {
        if (seed.length != SEED) {
            throw new IllegalArgumentException("a seed has " + SEED + " bytes");
        }
        this.seed = seed.clone();
        this.exam = exam;
    }

    /** What is told before the exam: SHA-256 of the seed in hex. Whoever knows it cannot draw; whoever gets another seed sees it. */
    public static String commitment(byte[] seed) {
        return Digests.sha256(seed);
    }

    /** Digest of the pools, told with the commitment: SHA-256 of their names, sorted, each with a line feed, an empty line after each pool. */
    public static String poolDigest(List<List<String>> pools) {
        StringBuilder text = new StringBuilder();
        for (List<String> pool : pools) {
            pool.stream().sorted().forEach(name -> text.append(name).append('\n'));
            text.append('\n');
        }
        return Digests.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * One part of one candidate's paper.
     *
     * @param ticket the candidate's number (准考证号) in this exam
     * @param part its ordinal, from 1
     * @param pool names of questions, each once, in any order
     * @throws IllegalArgumentException where the pool is smaller than {@code take} or names one twice
     */
    public List<String> part(int ticket, int part, List<String> pool, int take) {
        if (take > pool.size() || new HashSet<>(pool).size() < pool.size()) {
            throw new IllegalArgumentException("%d of %d questions cannot be drawn".formatted(take, pool.size()));
        }
        Mac mac = mac();
        String head = "mingfa-paper-1\n" + exam + "\n" + ticket + "\n" + part + "\n";
        record Lot(String hex, String name) {}
        return pool.stream().map(name -> new Lot(HEX.formatHex(mac.doFinal((head + name).getBytes(StandardCharsets.UTF_8))), name))
                .sorted(Comparator.comparing(Lot::hex).thenComparing(Lot::name)).limit(take).map(Lot::name).toList();
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
