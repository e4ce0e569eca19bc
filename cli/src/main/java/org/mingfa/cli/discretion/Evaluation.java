package org.mingfa.cli.discretion;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingfa.cli.BadInput;
import org.mingfa.cli.Command;
import org.mingfa.cli.Console;
import org.mingfa.cli.Options;
import org.mingfa.core.discretion.Asked;
import org.mingfa.core.discretion.Assessment;
import org.mingfa.core.discretion.AssessmentJson;
import org.mingfa.core.discretion.Benchmarks;
import org.mingfa.core.discretion.Calculator;
import org.mingfa.core.discretion.Fault;
import org.mingfa.core.discretion.LighterLaw;
import org.mingfa.core.discretion.Several;
import org.mingfa.core.discretion.Situation;
import org.mingfa.core.discretion.Unanswered;
import org.mingfa.core.sealing.Canonical;

/** {@code discretion eval}. */
final class Evaluation {
    private static final int LARGEST = 20 << 20;

    private final Benchmarks tables;
    private final Calculator calculator;
    private final Console console;
    private final boolean json;
    private final List<Object> answers = new ArrayList<>();
    private int code = Command.OK;

    private Evaluation(Benchmarks tables, Console console, boolean json) {
        this.tables = tables;
        this.calculator = new Calculator(tables);
        this.console = console;
        this.json = json;
    }

    static int run(List<String> args, Console console) throws IOException {
        Arguments arguments = Arguments.of(args);
        Options options = Options.parse(arguments.rest(), Set.of("--json"), Set.of("--law"));
        if (options.words().size() != 1) {
            throw new BadInput("usage: mingfa discretion eval FILE.json [--json] [--tables FILE.yaml]...");
        }
        String file = options.words().getFirst();
        Object read = parse(file, console.in());
        Benchmarks tables = tables(file, read, TableFiles.load(options.value("--law"), arguments.tables()));
        var evaluation = new Evaluation(tables, console, options.has("--json"));
        List<Asked> asked = asked(file, read);
        for (int i = 0; i < asked.size(); i++) {
            evaluation.answer(i + 1, asked.get(i));
        }
        if (options.has("--json")) {
            console.out().println(Canonical.text(Map.of("answers", evaluation.answers)));
        } else if (asked.isEmpty()) {
            console.err().println(file + ": no situations");
        }
        return evaluation.code;
    }

    private static List<Asked> asked(String file, @Nullable Object read) {
        try {
            return Asked.read(read);
        } catch (Fault e) {
            throw new BadInput(file + ": " + e.getMessage(), e);
        }
    }

    private static Benchmarks tables(String file, @Nullable Object read, Benchmarks own) {
        Object inline = read instanceof Map<?, ?> map ? map.get("tables") : null;
        if (inline == null) {
            return own;
        }
        Benchmarks all = own.with("tables", inline);
        List<String> faults = all.problems().stream().filter(p -> !own.problems().contains(p)).toList();
        if (!faults.isEmpty()) {
            throw new BadInput(file + ": " + String.join("\n" + file + ": ", faults));
        }
        return all;
    }

    private static @Nullable Object parse(String file, InputStream in) throws IOException {
        byte[] bytes;
        if (file.equals("-")) {
            bytes = in.readNBytes(LARGEST + 1);
        } else {
            Path path = Path.of(file);
            if (Files.isDirectory(path)) {
                throw new BadInput(file + ": a folder, not a file");
            }
            bytes = Files.exists(path) && Files.size(path) > LARGEST ? new byte[LARGEST + 1] : Files.readAllBytes(path);
        }
        if (bytes.length > LARGEST) {
            throw new BadInput(file + ": larger than " + (LARGEST >> 20) + " MB");
        }
        try {
            return Canonical.parse(withoutMark(bytes));
        } catch (IllegalArgumentException e) {
            throw new BadInput(file + ": " + e.getMessage(), e);
        }
    }

    private static byte[] withoutMark(byte[] bytes) {
        boolean mark = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return mark ? java.util.Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }

    private void answer(int number, Asked asked) {
        try {
            switch (asked) {
                case Asked.One one when one.decided() != null -> say(number, LighterLaw.of(tables, one.situation(), one.decided()));
                case Asked.One one -> say(number, one.situation(), calculator.assess(one.situation()));
                case Asked.Many many -> say(number, many, several(many));
                case Asked.Broken broken -> refuse(number, broken.name(), broken.line());
            }
        } catch (Unanswered e) {
            refuse(number, asked.name(), String.valueOf(e.getMessage()));
        } catch (ArithmeticException e) {
            refuse(number, asked.name(), "数额太大，加不起来，请核对所填的数额");
        } catch (IllegalArgumentException e) {
            refuse(number, asked.name(), String.valueOf(e.getMessage()));
        }
    }

    private Several several(Asked.Many many) {
        var each = new ArrayList<Assessment>();
        for (Situation s : many.of()) {
            try {
                each.add(calculator.assess(s));
            } catch (Unanswered e) {
                throw new Unanswered("of[" + (each.size() + 1) + "]", String.valueOf(e.getMessage()));
            }
        }
        return many.norms() ? Several.norms(each) : Several.acts(each);
    }

    private void say(int number, Situation s, Assessment a) {
        if (json) {
            add(number, AssessmentJson.of(a));
        } else {
            console.out().println(number + ". " + (s.name().isEmpty() ? a.table().title() : s.name()));
            AnswerText.print(a, "   ", console.out());
            console.out().println();
        }
    }

    private void say(int number, LighterLaw law) {
        if (json) {
            add(number, AssessmentJson.of(law));
        } else {
            say(number, law.applies().situation(), law.applies());
            if (law.later() != null) {
                console.out().println("   新旧法律  " + law.explanation());
                console.out().println();
            }
        }
    }

    private void say(int number, Asked.Many many, Several s) {
        if (json) {
            Map<String, @Nullable Object> answer = AssessmentJson.of(s);
            answer.put("name", many.name());
            add(number, answer);
        } else {
            console.out().println(number + ". " + (many.name().isEmpty() ? many.norms() ? "同一行为违反多个规范" : "数个违法行为" : many.name()));
            AnswerText.print(s, "   ", console.out());
            console.out().println();
        }
    }

    private void add(int number, Map<String, @Nullable Object> answer) {
        answer.put("number", (long) number);
        answers.add(answer);
    }

    private void refuse(int number, String name, String reason) {
        code = Command.BAD_INPUT;
        if (json) {
            var answer = new LinkedHashMap<String, @Nullable Object>();
            answer.put("name", name);
            answer.put("error", reason);
            add(number, answer);
        }
        String line = "situation " + number + (name.isEmpty() ? "" : " (" + name + ")") + ": " + reason;
        if (!json) {
            console.out().println(number + ". " + name + (name.isEmpty() ? "" : "  ") + "error: " + reason);
            console.out().println();
        }
        console.err().println(line);
    }
}
