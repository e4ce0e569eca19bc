package org.mingfa.cli.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a log in a thread of its own, so that parsing runs beside the loading of the pack and the examination. */
final class ReadAhead implements AutoCloseable {
    private static final int BATCH = 512;
    private static final int BATCHES = 48;

    /** Some traces; or the end, with what went wrong if anything did. */
    private record Part(List<Trace> traces, boolean last, @Nullable Throwable failure) {}

    private final BlockingQueue<Part> parts = new ArrayBlockingQueue<>(BATCHES);
    private final Thread reader;
    private List<Trace> batch = new ArrayList<>(BATCH);

    ReadAhead(XesFile file) {
        reader = Thread.ofPlatform().daemon().name("xes-reader").start(() -> run(file));
    }

    /** Hands over every trace in the order of the file; a failure of the reader comes after the traces before it. */
    void forEach(Consumer<Trace> consumer) {
        try {
            Part part;
            do {
                part = parts.take();
                part.traces().forEach(consumer);
            } while (!part.last());
            switch (part.failure()) {
                case null -> { }
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case Throwable e -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    @Override
    public void close() {
        reader.interrupt();
    }

    private void run(XesFile file) {
        Throwable failure = null;
        try {
            file.read(this::hand);
        } catch (CancellationException e) {
            return; // nobody listens any more
        } catch (RuntimeException | Error e) {
            failure = e; // thrown again where the traces are taken
        }
        put(new Part(batch, true, failure));
    }

    private void hand(Trace trace) {
        batch.add(trace);
        if (batch.size() == BATCH) {
            if (!put(new Part(batch, false, null))) {
                throw new CancellationException("interrupted");
            }
            batch = new ArrayList<>(BATCH);
        }
    }

    private boolean put(Part part) {
        try {
            parts.put(part);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
