package org.mingfa.server.operation.settings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingfa.server.StartupProblem;

/** A certificate and its key are looked at before the server speaks TLS with them. */
class TlsFilesTest {

    private static final Instant NOW = Instant.now();

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"RSA, SHA256withRSA", "EC, SHA256withECDSA"})
    void anotherKeyOfTheSameKindDoesNotBelongToIt(String kind, String signature) throws Exception {
        KeyPair own = KeyPairGenerator.getInstance(kind).generateKeyPair();
        KeyPair other = KeyPairGenerator.getInstance(kind).generateKeyPair();
        assertThatCode(files(own, own, signature, NOW.plus(Duration.ofDays(30)))::check).doesNotThrowAnyException();
        assertThatThrownBy(files(own, other, signature, NOW.plus(Duration.ofDays(30)))::check)
                .isInstanceOf(StartupProblem.class).hasMessageContaining("does not belong to the certificate");
    }

    @Test
    void anEndedCertificateDoesNotKeepTheServerFromStarting() throws Exception {
        KeyPair own = KeyPairGenerator.getInstance("EC").generateKeyPair();
        assertThatCode(files(own, own, "SHA256withECDSA", NOW.minus(Duration.ofDays(1)))::check).doesNotThrowAnyException();
    }

    private TlsFiles files(KeyPair shown, KeyPair kept, String signature, Instant until) throws Exception {
        X500Name name = new X500Name("CN=mingfa.test");
        var certificate = new JcaX509v3CertificateBuilder(name, BigInteger.ONE, Date.from(NOW.minus(Duration.ofDays(60))), Date.from(until), name, shown.getPublic())
                .build(new JcaContentSignerBuilder(signature).build(shown.getPrivate()));
        TlsFiles files = new TlsFiles(folder.resolve("server.crt"), folder.resolve("server.key"));
        Files.writeString(files.certificate(), pem(certificate));
        Files.writeString(files.key(), pem(new JcaPKCS8Generator(kept.getPrivate(), null)));
        Files.setPosixFilePermissions(files.key(), PosixFilePermissions.fromString("rw-------"));
        return files;
    }

    private static String pem(Object of) throws Exception {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter out = new JcaPEMWriter(text)) {
            out.writeObject(of);
        }
        return text.toString();
    }
}
