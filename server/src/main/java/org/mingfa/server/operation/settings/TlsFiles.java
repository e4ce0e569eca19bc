package org.mingfa.server.operation.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mingfa.server.StartupProblem;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.core.env.ConfigurableEnvironment;

/** The certificate of this server and its key, both PEM. */
public record TlsFiles(Path certificate, Path key) {

    private static final byte[] PROBE = {1};

    /** Those of the settings, if TLS is ours to speak. */
    public static Optional<TlsFiles> of(ConfigurableEnvironment environment) {
        String certificate = environment.getProperty("mingfa.web.tls.certificate", "");
        String key = environment.getProperty("mingfa.web.tls.key", "");
        if (certificate.isBlank() != key.isBlank()) {
            throw new StartupProblem("TLS needs both mingfa.web.tls.certificate and mingfa.web.tls.key. Give the one that is missing.");
        }
        return certificate.isBlank() ? Optional.empty() : Optional.of(new TlsFiles(Path.of(certificate), Path.of(key)));
    }

    /** Asked by what speaks TLS, and by the check; a backup needs neither file. @throws StartupProblem where one of them cannot serve */
    public void check() {
        X509Certificate own = leaf();
        SettingsFile.checkMode(key, true);
        if (own.getNotAfter().toInstant().isBefore(Instant.now())) {
            System.err.println("mingfa: the certificate " + certificate + " ended on " + own.getNotAfter().toInstant() + "; browsers will refuse it. Put a new one there.");
        }
        if (!belong(own.getPublicKey(), privateKey())) {
            throw new StartupProblem("The key " + key + " does not belong to the certificate " + certificate + ". Put the one there that it was made with.");
        }
    }

    /** What the one signs the other must verify; two keys of one kind need not be a pair. */
    private static boolean belong(PublicKey shown, PrivateKey kept) {
        String algorithm = switch (kept.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> kept.getAlgorithm();
        };
        try {
            Signature sign = Signature.getInstance(algorithm);
            sign.initSign(kept);
            sign.update(PROBE);
            byte[] signed = sign.sign();
            sign.initVerify(shown);
            sign.update(PROBE);
            return sign.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** How long the certificate still counts; below zero once it has ended. */
    public Duration left(Instant now) {
        return Duration.between(now, leaf().getNotAfter().toInstant());
    }

    private X509Certificate leaf() {
        try (InputStream in = Files.newInputStream(certificate)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw new StartupProblem("The certificate " + certificate + " (mingfa.web.tls.certificate) cannot be read. Give a PEM file, the server's own certificate first.", e);
        }
    }

    private PrivateKey privateKey() {
        try {
            PrivateKey read = PemContent.load(key).getPrivateKey();
            if (read != null) {
                return read;
            }
        } catch (IOException | RuntimeException e) {
            throw new StartupProblem("The key " + key + " (mingfa.web.tls.key) cannot be read. Give a PEM file without a password.", e);
        }
        throw new StartupProblem("The file " + key + " (mingfa.web.tls.key) holds no private key. Give a PEM file without a password.");
    }
}
