package org.mingfa.server.record;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.procedure.Act;
import org.mingfa.core.procedure.Registry;
import org.mingfa.core.sealing.Digests;
import org.mingfa.server.Application;
import org.mingfa.server.access.Scope;
import org.mingfa.server.access.Transactions;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The server on a data folder of its own, recording numbered acts in a case one after another, each under an idempotency
 * key, and saying each number once it is recorded. As a program it does so until it is killed. Argument: the folder.
 */
final class Appending implements AutoCloseable {

    private static final Scope SCOPE = Scope.of(List.of(1L), List.of(1));

    private final ConfigurableApplicationContext server;
    private final RecordStore record;
    private final Transactions transactions;

    Appending(Path folder) {
        server = new SpringApplicationBuilder(Application.class)
                .run("--server.port=0", "--mingfa.database.url=", "--mingfa.data=" + folder, "--logging.level.root=off");
        record = server.getBean(RecordStore.class);
        transactions = server.getBean(Transactions.class);
    }

    public static void main(String[] args) {
        Appending appending = new Appending(Path.of(args[0]));
        appending.from(new CaseKey(1, 1), appending.recorded(new CaseKey(1, 1)).size() + 1, Integer.MAX_VALUE, number -> System.out.println("recorded " + number));
    }

    /** Records acts numbered from here on; what fails is sent again until it is known to be recorded. */
    void from(CaseKey key, int first, int last, Consumer<Integer> recorded) {
        for (int number = first; number <= last; number++) {
            while (!sent(key, number)) {
                pause();
            }
            recorded.accept(number);
        }
    }

    private boolean sent(CaseKey key, int number) {
        Act act = new Act("act-" + number, Moment.parse("2026-03-02"), Map.of(), "1", List.of(), List.of(), Map.of("n", (long) number));
        Request request = new Request(1, "1", key + "/" + number, HexFormat.of().parseHex(Digests.sha256(act.code().getBytes())));
        try {
            SCOPE.run(() -> transactions.write(() -> record.append(key, 1, number - 1L, List.of(NewEntry.of(act, Registry.EMPTY)), request)));
            return true;
        } catch (Repeated recordedBefore) {
            return true;
        } catch (DataAccessException | TransactionException unknown) {
            return false;
        }
    }

    /** Numbers of the acts in the record. @throws IllegalStateException where one stands there twice */
    Set<Integer> recorded(CaseKey key) {
        Set<Integer> numbers = new TreeSet<>();
        for (StoredEntry entry : SCOPE.<List<StoredEntry>, RuntimeException>call(() -> transactions.read(() -> record.entries(key)))) {
            if (!numbers.add(Integer.valueOf(entry.act().form().get("n").toString()))) {
                throw new IllegalStateException(entry.act().code() + " is recorded twice");
            }
        }
        return numbers;
    }

    Chain chain(CaseKey key) {
        return SCOPE.call(() -> transactions.read(() -> record.verify(key)));
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
