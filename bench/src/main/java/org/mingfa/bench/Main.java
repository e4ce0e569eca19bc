package org.mingfa.bench;

import org.mingfa.bench.acts.ActsBench;
import org.mingfa.bench.cases.CasesBench;
import org.mingfa.bench.examine.ExamineBench;
import org.mingfa.bench.kill.KillBench;
import org.mingfa.bench.signin.SignInBench;

/** {@code ./mingfa bench NAME [options]}: exit code 0 when measured, 1 when something broke, 2 for a wrong command. */
public final class Main {

    private static final String USAGE = """
            ./mingfa bench examine                                        entries examined a second on one core
            ./mingfa bench acts  [--clients 1,8,32] [--seconds 20]        acts over HTTP beside pgbench with the same SQL
            ./mingfa bench cases [--cases 1000000] [--keep]               lists, search and detail at so many cases
            ./mingfa bench screens [--cases 100000] [--keep]              every screen in a browser at so many cases, also on a bad network
            ./mingfa bench kill  [--rounds 20]                            kill -9 of server and database under load
            ./mingfa bench sign-in [--people 3000] [--seconds 300]        a storm of sign-ins, and what others notice of it
            All but examine: [--folder /tmp/mingfa-bench] [--port 18100] (and the two ports after it). docs/performance.md
            """;

    private Main() {}

    public static void main(String[] words) throws Exception {
        String name = words.length == 0 ? "help" : words[0];
        try {
            Options options = Options.parse(words);
            switch (name) {
                case "examine" -> ExamineBench.run();
                case "acts" -> ActsBench.run(options);
                case "cases" -> CasesBench.run(options);
                case "screens" -> CasesBench.screens(options);
                case "kill" -> KillBench.run(options);
                case "sign-in" -> SignInBench.run(options);
                case "help" -> System.out.print(USAGE);
                default -> throw new IllegalArgumentException("there is no benchmark " + name);
            }
        } catch (IllegalArgumentException e) {
            System.err.println("mingfa: " + e.getMessage() + "\n" + USAGE);
            System.exit(2);
        } catch (BenchFailed e) {
            System.err.println("mingfa: " + e.getMessage());
            System.exit(1);
        }
    }
}
