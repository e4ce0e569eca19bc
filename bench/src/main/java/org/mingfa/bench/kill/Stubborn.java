package org.mingfa.bench.kill;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.mingfa.bench.BenchFailed;
import org.mingfa.bench.acts.Caseload;
import org.mingfa.bench.process.Http;

/** A client that sends every act, under the same idempotency key, until it is acknowledged. */
final class Stubborn implements Callable<List<Stubborn.Acknowledged>> {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final int port;
    private final Caseload load;
    private final BooleanSupplier goesOn;
    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private @Nullable Http http;

    Stubborn(int port, Caseload load, BooleanSupplier goesOn) {
        this.port = port;
        this.load = load;
        this.goesOn = goesOn;
    }

    /** An act the server has said is done; {@code sm3} is its link of the chain, in hex. */
    record Acknowledged(String caseId, long seq, String sm3, int sent) {}

    @Override
    public List<Acknowledged> call() throws InterruptedException {
        while (goesOn.getAsBoolean()) {
            String id = "";
            for (int step = 0; step < Caseload.length() && goesOn.getAsBoolean(); step++) {
                id = until(step, id);
            }
        }
        drop();
        return acknowledged;
    }

    private String until(int step, String id) throws InterruptedException {
        String key = UUID.randomUUID().toString();
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int sent = 1; System.nanoTime() < end; sent++) {
            Http.Answer answer = once(step, id, key);
            if (answer != null && answer.status() == 201) {
                String of = step == 0 ? answer.text("id") : id;
                acknowledged.add(new Acknowledged(of, step + 1, answer.text(step == 0 ? "lastHash" : "sm3"), sent));
                return of;
            }
            if (answer != null && answer.status() < 500) {
                throw new BenchFailed("act " + (step + 1) + " of case " + id + ", sent " + sent + " times, was answered " + answer.status() + ": " + answer.body());
            }
            Thread.sleep(50);
        }
        throw new BenchFailed("an act was not acknowledged in " + PATIENCE);
    }

    private Http.@Nullable Answer once(int step, String id, String key) {
        try {
            if (http == null) {
                http = new Http(port);
            }
            return load.send(http, step, id, key, false);
        } catch (IOException | ArrayIndexOutOfBoundsException | NumberFormatException cutOff) {
            drop();
            return null;
        }
    }

    private void drop() {
        try {
            if (http != null) {
                http.close();
            }
        } catch (IOException e) {
            throw new BenchFailed("a socket cannot be closed", e);
        }
        http = null;
    }
}
