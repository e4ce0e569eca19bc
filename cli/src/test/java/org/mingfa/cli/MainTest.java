package org.mingfa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @ParameterizedTest
    @ValueSource(strings = {"due", "law", "audit", "identity", "discretion"})
    void everyCommandExplainsItself(String command) {
        var answer = CommandLine.run(command, "--help");
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).startsWith("mingfa " + command);
    }

    @Test
    void listsItsCommands() {
        assertThat(CommandLine.run("help").out()).contains("due", "law check", "audit", "identity", "discretion");
        assertThat(CommandLine.run().code()).isEqualTo(2);
        assertThat(CommandLine.run("dance")).satisfies(answer -> {
            assertThat(answer.code()).isEqualTo(2);
            assertThat(answer.err()).startsWith("mingfa: no command 'dance'");
        });
    }

    @Test
    void saysThatItsOutputWasLost() {
        var full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left on device");
            }
        };
        var err = new java.io.ByteArrayOutputStream();
        var console = new Console(new ByteArrayInputStream(new byte[0]), new PrintStream(full), new PrintStream(err, true));
        assertThat(Main.run(List.of("due", "2026-03-02", "5", "nd"), console)).isEqualTo(2);
        assertThat(err.toString()).contains("could not be written");
    }
}
