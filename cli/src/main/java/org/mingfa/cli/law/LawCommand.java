package org.mingfa.cli.law;

import java.util.List;
import org.mingfa.cli.BadInput;
import org.mingfa.cli.Command;
import org.mingfa.cli.Console;

/** {@code law check}. */
public final class LawCommand implements Command {

    @Override
    public String help() {
        return "";
    }

    @Override
    public int run(List<String> args, Console console) {
        throw new BadInput("not yet");
    }
}
