package org.mingfa.server.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKEKAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKEKRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.mingfa.server.StartupProblem;

/**
 * The key of the backups: 64 hex digits in a file that other users may not read. A sealed part is opened without Mingfa by
 * {@code openssl cms -decrypt -inform DER -secretkey HEX -secretkeyid 6d696e676661}.
 */
final class BackupKey {

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final byte[] NAME = "mingfa".getBytes(StandardCharsets.US_ASCII);
    private static final int BYTES = 32;

    private final SecretKey wrapping;
    private final SecretKey naming;

    BackupKey(byte[] secret) {
        wrapping = new SecretKeySpec(secret, "AES");
        naming = new SecretKeySpec(secret, "HmacSHA256");
    }

    /** @throws StartupProblem in one line where there is none that fits */
    static BackupKey read(Path file) {
        try {
            if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
                throw new StartupProblem("The backup key " + file + " may be read by every user of this machine. chmod 600 " + file);
            }
            byte[] secret = HexFormat.of().parseHex(Files.readString(file).strip());
            if (secret.length == BYTES) {
                return new BackupKey(secret);
            }
        } catch (IOException e) {
            throw new StartupProblem("The backup key " + file + " is missing or cannot be read. Make one: (umask 077; openssl rand -hex 32 > " + file + "), and keep a copy elsewhere.", e);
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new StartupProblem("The backup key " + file + " is not 64 hex digits. Put the right one there; a new one: openssl rand -hex 32.");
    }

    byte[] seal(byte[] plain) throws IOException {
        try {
            CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
            generator.addRecipientInfoGenerator(new JceKEKRecipientInfoGenerator(NAME, wrapping).setProvider(PROVIDER));
            OutputAEADEncryptor encryptor = (OutputAEADEncryptor) new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM).setProvider(PROVIDER).build();
            return generator.generate(new CMSProcessableByteArray(plain), encryptor).getEncoded();
        } catch (CMSException e) {
            throw new IOException("cannot be sealed: " + e.getMessage(), e);
        }
    }

    /** @throws IOException for another key, or bytes that were changed */
    byte[] open(byte[] sealed) throws IOException {
        try {
            var recipient = new CMSAuthEnvelopedData(sealed).getRecipientInfos().getRecipients().iterator().next();
            return recipient.getContent(new JceKEKAuthEnvelopedRecipient(wrapping).setProvider(PROVIDER));
        } catch (CMSException | RuntimeException e) {
            throw new IOException("another key, or it was changed", e);
        }
    }

    /** A name for a content that tells nobody without the key which it is. */
    String name(String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(naming);
            return HexFormat.of().formatHex(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)), 0, 20);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
