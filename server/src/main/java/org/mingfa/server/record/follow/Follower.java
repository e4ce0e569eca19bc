package org.mingfa.server.record.follow;

import java.time.Duration;
import org.mingfa.server.record.Projection;
import org.mingfa.server.record.Projections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The thread on which projections follow the record. One that fails is tried again and holds back no other. */
@Component
class Follower implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(3);

    private final Projections projections;
    private final Nudge nudge;
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    Follower(Projections projections, Nudge nudge) {
        this.projections = projections;
        this.nudge = nudge;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("record-follower").start(this::follow);
    }

    @Override
    public void stop() {
        running = false;
        nudge.wake();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void follow() {
        try {
            while (running) {
                boolean failed = false;
                for (Projection projection : projections.all()) {
                    failed |= !advanced(projection);
                }
                nudge.await(failed ? AFTER_FAILURE : LOOK_EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean advanced(Projection projection) {
        try {
            while (running && projections.step(projection)) {
                continue;
            }
            return true;
        } catch (RuntimeException e) {
            LOG.error("projection {} cannot go on: {}", projection.name(), e.getClass().getName());
            return false;
        }
    }
}
