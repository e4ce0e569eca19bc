package org.mingfa.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.WorkCalendar;

/**
 * The folder {@code law/}: the one given, else that of the environment variable MINGFA_LAW, else the nearest above the
 * program, else the nearest above the working folder.
 */
public record LawFolder(Path path) {
    private static final String CALENDAR = "calendar/holidays.yaml";

    public static LawFolder find(@Nullable String given) {
        String named = given != null ? given : System.getenv("MINGFA_LAW");
        if (named != null && !named.isBlank()) {
            return new LawFolder(Path.of(named));
        }
        for (Path start : new Path[] {program(), Path.of("").toAbsolutePath()}) {
            for (Path folder = start; folder != null; folder = folder.getParent()) {
                if (Files.isRegularFile(folder.resolve("law").resolve(CALENDAR))) {
                    return new LawFolder(folder.resolve("law"));
                }
            }
        }
        throw new BadInput("no folder law/ with " + CALENDAR + " above the program or here; give --law DIR or set MINGFA_LAW");
    }

    public WorkCalendar calendar() {
        Path file = path.resolve(CALENDAR);
        try {
            return WorkCalendar.parse(text(file), file.toString());
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()), e);
        }
    }

    /** The text of a file of the law; must be UTF-8. */
    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new BadInput(file + ":1: not UTF-8", e);
        } catch (IOException e) {
            throw new BadInput("cannot read " + file + ": " + reason(e), e);
        }
    }

    static String reason(IOException e) {
        return e instanceof java.nio.file.NoSuchFileException ? "no such file"
                : e instanceof java.nio.file.AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
    }

    private static @Nullable Path program() {
        try {
            return Path.of(LawFolder.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program's own place is not a path", e);
        }
    }
}
