package org.mingfa.cli.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingfa.cli.CommandLine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingfa.cli.CommandLine.Answer;
import org.mingfa.cli.PackFolder;
import org.mingfa.core.exchange.Dcr;
import org.mingfa.core.exchange.DcrXml;
import org.mingfa.core.exchange.Unsaid;
import org.mingfa.core.procedure.Laws;

/** A graph of the ordinary procedure, as the platform exports it, and as a jurist changed it. */
class DcrImportTest {

    private static final Path LAW = Path.of("../law");
    private static final String DAY = "2026-11-01";

    @TempDir
    private Path folder;

    private static String graph() {
        Laws laws = Laws.known(new PackFolder(LAW).texts(), "penalty-ordinary");
        Unsaid unsaid = new Unsaid();
        return DcrXml.write(Dcr.of(laws.procedure("penalty-ordinary", "", "", LocalDate.parse(DAY)), unsaid), unsaid);
    }

    private Answer imported(String xml, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("graph.xml"), xml);
        String[] args = new String[more.length + 5];
        System.arraycopy(new String[] {"law", "import", file.toString(), "--law", LAW.toString()}, 0, args, 0, 5);
        System.arraycopy(more, 0, args, 5, more.length);
        return run(args);
    }

    @Test
    void whatDiffersIsPrintedAsPackTextAndTheRestIsListed() throws IOException {
        String edited = graph().replaceFirst("<response sourceId=\"file-case\" targetId=\"decide\" time=\"P90D\"/>", "")
                .replace("<responses>", "<responses><response sourceId=\"inspect\" targetId=\"interview\" time=\"P5D\"/>")
                .replace("<excludes>", "<excludes><exclude sourceId=\"inspect\" targetId=\"interview\"/>");
        Answer answer = imported(edited, "--procedure", "penalty-ordinary", "--on", DAY);
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("national/penalty-ordinary/1-filing.yaml acts.file-case.obliges  # 删去义务")
                .contains("act: decide, within: $caseDays")
                .contains("acts.inspect.obliges  # 新增义务").contains("  + {act: interview, within: 5 nd}")
                .contains("not taken: ").contains("\ntaken 2, not taken ");
    }

    @Test
    void theSameGraphTakesNothing() throws IOException {
        assertThat(imported(graph(), "--procedure", "penalty-ordinary", "--on", DAY).out()).contains("taken 0, not taken ").doesNotContain("  + ");
    }

    @Test
    void badInputIsAClearLine() throws IOException {
        assertThat(imported("<dcrgraph/>", "--procedure", "penalty-ordinary").err()).contains("graph.xml is no DCR graph of this procedure");
        assertThat(imported("not xml", "--procedure", "penalty-ordinary").err()).contains("is no DCR graph").doesNotContain("\tat ");
        assertThat(imported(graph(), "--procedure", "penalty").err()).contains("no procedure 'penalty'; there are: ");
        assertThat(imported(graph()).err()).contains("--procedure CODE");
        assertThat(imported(graph(), "--procedure", "penalty-ordinary", "--on", "tomorrow").err()).contains("--on wants a day");
        assertThat(imported(graph(), "--procedure", "penalty-ordinary", "--on", "1999-01-01").err()).contains("is in force on 1999-01-01");
        Answer missing = run("law", "import", folder.resolve("none.xml").toString(), "--procedure", "penalty-ordinary", "--law", LAW.toString());
        assertThat(missing.err()).contains("no file ");
        assertThat(missing.code()).isNotZero();
    }
}
