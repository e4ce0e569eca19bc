package org.mingfa.server.checking;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingfa.server.StartupProblem;
import org.mingfa.server.document.FontSettings;
import org.mingfa.server.document.FontsMissing;
import org.mingfa.server.document.Format;
import org.mingfa.server.document.Rendering;
import org.mingfa.server.operation.SecureAddress;
import org.mingfa.server.operation.settings.TlsFiles;
import org.springframework.core.env.ConfigurableEnvironment;

/** What lies on this machine: data folder and its disk, fonts, certificate. */
final class MachineChecks {

    private static final long MIB = 1024 * 1024;
    private static final long LOW_MIB = 5000;
    private static final long FULL_MIB = 500;
    private static final int LOW_DAYS = 30;
    private static final int PATIENCE_MS = 3000;
    private static final String PAGE = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>检查</title><style>body { font-family: --body }</style></head><body><p>行政处罚决定书</p></body></html>";

    private MachineChecks() {}

    static List<Finding> all(ConfigurableEnvironment environment) {
        List<Finding> found = new ArrayList<>();
        Path data = Path.of(environment.getRequiredProperty("mingfa.data")).toAbsolutePath();
        found.add(folder(data));
        if (Files.isDirectory(data)) {
            found.add(disk("disk", data));
        }
        found.add(fonts(environment));
        List.of("sms", "webhook").forEach(name -> messages(environment, name).ifPresent(found::add));
        TlsFiles.of(environment).ifPresent(tls -> found.add(certificate(tls)));
        if (TlsFiles.of(environment).isEmpty() && environment.getProperty("server.forward-headers-strategy", "none").equals("none")) {
            found.add(Finding.warn("tls", "neither a certificate nor a proxy is set: people's passwords pass in clear",
                    "Set mingfa.web.tls.certificate and .key, or mingfa.web.proxies behind a proxy with TLS."));
        }
        return found;
    }

    private static Finding folder(Path data) {
        try {
            if (!Files.isDirectory(data)) {
                return Finding.warn("data", data + " is not there yet", "The first start makes it, if this user may; else: install -d -o mingfa -m 700 " + data);
            }
            String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(data));
            if (!Files.isWritable(data)) {
                return Finding.fault("data", data + " cannot be written by this user", "chown it to the user Mingfa runs as.");
            }
            return mode.endsWith("---") ? Finding.ok("data", data + " can be written, closed to others")
                    : Finding.warn("data", data + " is open to other users (" + mode + ")", "chmod 700 " + data);
        } catch (IOException e) {
            return Finding.fault("data", data + " cannot be looked at: " + e.getClass().getSimpleName(), "Run the check as the user Mingfa runs as.");
        }
    }

    static Finding disk(String name, Path folder) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace() / MIB;
            String said = folder + ": " + free + " MiB free";
            return free < FULL_MIB ? Finding.fault(name, said, "Make room, or move it to a larger disk (docs/operation.md).")
                    : free < LOW_MIB ? Finding.warn(name, said, "Make room before it is full.") : Finding.ok(name, said);
        } catch (IOException e) {
            return Finding.fault(name, folder + " cannot be looked at: " + e.getClass().getSimpleName(), "Run the check as the user Mingfa runs as.");
        }
    }

    private static Finding fonts(ConfigurableEnvironment environment) {
        try {
            byte[] pdf = new Rendering(FontSettings.folders(environment.getProperty("mingfa.documents.fonts"))).as(Format.PDF, PAGE);
            return Finding.ok("fonts", "a PDF with Chinese text was made, " + pdf.length / 1024 + " KiB");
        } catch (FontsMissing e) {
            return Finding.warn("fonts", "no Chinese TrueType font: documents are issued as Word only", "Run scripts/fonts, or set mingfa.documents.fonts.");
        } catch (RuntimeException e) {
            return Finding.fault("fonts", "no PDF could be made: " + e.getClass().getSimpleName(), "Run scripts/fonts, or correct mingfa.documents.fonts.");
        }
    }

    /** Whether an interface for messages lets us in; nothing is sent. */
    private static Optional<Finding> messages(ConfigurableEnvironment environment, String name) {
        String setting = "mingfa.messages." + name + ".url";
        String url = environment.getProperty(setting, "");
        if (url.isBlank()) {
            return Optional.empty();
        }
        try (Socket socket = new Socket()) {
            URI to = SecureAddress.of(setting, url);
            int port = to.getPort() > 0 ? to.getPort() : "https".equals(to.getScheme()) ? 443 : 80;
            socket.connect(new InetSocketAddress(to.getHost(), port), PATIENCE_MS);
            return Optional.of(Finding.ok(name, to.getHost() + " answers at port " + port));
        } catch (StartupProblem e) {
            return Optional.of(Finding.fault(name, String.valueOf(e.getMessage()), "The server does not start before that is done."));
        } catch (IOException e) {
            return Optional.of(Finding.warn(name, "nothing answers at " + setting + " (" + e.getClass().getSimpleName() + "): messages wait and are tried again",
                    "Correct the address, or let this machine through to it."));
        }
    }

    private static Finding certificate(TlsFiles tls) {
        Duration left;
        try {
            tls.check();
            left = tls.left(Instant.now());
        } catch (StartupProblem e) {
            return Finding.fault("certificate", String.valueOf(e.getMessage()), "The server does not start before that is done.");
        }
        if (left.isNegative()) {
            return Finding.fault("certificate", "ended " + left.negated().toDays() + " days ago: browsers refuse it", "Put a new one there; it is taken up without a restart.");
        }
        String said = "counts for " + left.toDays() + " days more";
        return left.toDays() >= LOW_DAYS ? Finding.ok("certificate", said)
                : Finding.warn("certificate", said, "Renew it; the new file is taken up without a restart.");
    }
}
