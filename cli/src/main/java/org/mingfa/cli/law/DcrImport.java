package org.mingfa.cli.law;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.mingfa.cli.BadInput;
import org.mingfa.core.exchange.DcrChanges;
import org.mingfa.core.exchange.DcrReading;
import org.mingfa.core.procedure.Amendment;
import org.mingfa.core.procedure.Change;
import org.mingfa.core.procedure.Laws;
import org.mingfa.core.procedure.PackFault;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.core.procedure.RuleText;

/** {@code law import}: a DCR graph beside the pack that it was made of, as pack text. No file is written. */
final class DcrImport {

    private static final long LONGEST = 2_000_000;

    private DcrImport() {}

    /**
     * Prints what differs.
     *
     * @param texts all packs
     * @throws BadInput where the file is no DCR graph or the procedure is not in force
     */
    static void report(Path file, Map<String, String> texts, String code, String field, String region, LocalDate on, PrintStream out) {
        DcrChanges.Ground ground = ground(texts, code, field, region, on);
        DcrChanges found = DcrChanges.of(ground, read(file, ground.procedure()));
        for (int i = 0; i < found.changes().size(); i++) {
            print(found.changes().get(i), found.taken().get(i), ground.amendment(), out);
        }
        found.left().forEach(l -> out.println("not taken: " + l));
        out.println("taken " + found.changes().size() + ", not taken " + found.left().size());
    }

    private static DcrChanges.Ground ground(Map<String, String> texts, String code, String field, String region, LocalDate on) {
        Laws laws = Laws.known(texts, code);
        if (!laws.codes().contains(code)) {
            throw new BadInput("no procedure '" + code + "'; there are: " + String.join(", ", Laws.known(texts).codes().stream().sorted().toList()));
        }
        try {
            return new DcrChanges.Ground(new Amendment(texts, code, on), laws.procedure(code, field, region, on), field, region);
        } catch (IllegalArgumentException | IllegalStateException | PackFault bad) {
            throw new BadInput(String.valueOf(bad.getMessage()));
        }
    }

    private static DcrReading read(Path file, Procedure procedure) {
        try {
            if (Files.size(file) > LONGEST) {
                throw new BadInput(file + " is longer than " + LONGEST + " bytes");
            }
            return DcrReading.of(procedure, Files.readString(file));
        } catch (NoSuchFileException missing) {
            throw new BadInput("no file " + file);
        } catch (CharacterCodingException coding) {
            throw new BadInput(file + " is not UTF-8");
        } catch (IOException unread) {
            throw new BadInput(file + " cannot be read: " + unread.getMessage());
        } catch (IllegalArgumentException notDcr) {
            throw new BadInput(file + " is no DCR graph of this procedure: " + notDcr.getMessage());
        }
    }

    /** {@code FILE acts.ACT.SECTION}, the sentence, and the text: with - what goes and with + what comes. */
    private static void print(Change c, String words, Amendment amendment, PrintStream out) {
        out.println(amendment.path(c.path()) + " acts." + c.act() + "." + RuleText.sectionOf(c.name()) + "  # " + words);
        lines("- ", c.was(), out);
        lines("+ ", c.text(), out);
    }

    private static void lines(String mark, @org.jspecify.annotations.Nullable String text, PrintStream out) {
        if (text != null) {
            text.strip().lines().forEach(l -> out.println("  " + mark + l));
        }
    }
}
