package org.mingfa.server.access.factor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.access.store.FactorStore;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.record.SealedValues;
import org.springframework.stereotype.Component;

/** A person's second factor: shown once, proven by a code, then asked for at each sign-in. Its secret is kept sealed. */
@Component
public class SecondFactors {

    private static final int CODES = 10;
    private static final int CODE_BYTES = 10;

    private final FactorStore store;
    private final SealedValues seals;
    private final Transactions transactions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(FactorStore store, SealedValues seals, Transactions transactions, Clock clock) {
        this.store = store;
        this.seals = seals;
        this.transactions = transactions;
        this.clock = clock;
    }

    public boolean has(long person) {
        return store.find(person).filter(FactorStore.Factor::confirmed).isPresent();
    }

    public int codesLeft(long person) {
        return store.codesLeft(person);
    }

    /** Draws a secret and gives it in base 32; it does not count before {@link #prove}. */
    public String propose(long person) {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        if (!store.propose(person, seals.seal(label(person), HexFormat.of().formatHex(secret)))) {
            throw Refused.conflict("已经启用第二重验证；要更换设备，请先停用。");
        }
        return Totp.base32(secret);
    }

    /** Proves that the authenticator has the secret; gives recovery codes, which are told once. */
    public List<String> prove(long person, String code) {
        return transactions.write(() -> {
            if (!codeCounts(person, code)) {
                throw Refused.invalid("/code", "验证码不正确，请核对手机时间后重新输入");
            }
            List<String> codes = Stream.generate(this::recoveryCode).limit(CODES).toList();
            store.confirm(person, clock.instant(), codes.stream().map(SecondFactors::hash).toList());
            return codes;
        });
    }

    /** Whether a code of the authenticator, or a recovery code, counts now; either counts once. */
    public boolean accepts(long person, String given) {
        String code = given.replace(" ", "");
        return codeCounts(person, code) || store.useCode(person, hash(code.toLowerCase(Locale.ROOT)), clock.instant());
    }

    public void remove(long person) {
        transactions.write(() -> {
            store.remove(person);
            return true;
        });
    }

    private boolean codeCounts(long person, String code) {
        return store.find(person).map(factor -> {
            byte[] secret = HexFormat.of().parseHex(seals.open(label(person), factor.sealed()));
            OptionalLong step = Totp.accepted(secret, code, clock.instant(), factor.lastStep());
            return step.isPresent() && store.use(person, step.getAsLong());
        }).orElse(false);
    }

    private String recoveryCode() {
        byte[] drawn = new byte[CODE_BYTES];
        random.nextBytes(drawn);
        String text = Totp.base32(drawn).toLowerCase(Locale.ROOT);
        return text.replaceAll("(.{4})(?!$)", "$1-");
    }

    private static String label(long person) {
        return "second factor " + person;
    }

    private static byte[] hash(String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
