package org.mingfa.server.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.Unread;
import org.mingfa.server.registry.Phones;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what waits. A message is taken before it is sent and no lock is held meanwhile: a server that dies with it leaves it to
 * another after a while, so the same message may arrive twice, under one id.
 */
@Component
class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int BATCH = 50;
    private static final Duration LEASE = Duration.ofMinutes(10);
    /** After so long nobody wants to hear it. */
    private static final Duration STALE = Duration.ofHours(12);
    private static final List<Duration> AGAIN = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2));

    private final Messaging messaging;
    private final MessageStore store;
    private final Post post;
    private final Phones phones;
    private final Unread unread;
    private final Transactions transactions;
    private final Clock clock;

    Delivery(Messaging messaging, MessageStore store, Post post, Phones phones, Unread unread, Transactions transactions, Clock clock) {
        this.messaging = messaging;
        this.store = store;
        this.post = post;
        this.phones = phones;
        this.unread = unread;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT5M30S", fixedDelayString = "PT1M")
    void deliver() {
        LocalDateTime now = LocalDateTime.now(clock);
        if (!messaging.carriers().isEmpty() && !messaging.quiet(now.toLocalDate()).at(now.toLocalTime())) {
            unread.everywhere(() -> {
                while (round(clock.instant()) == BATCH) {
                    LOG.debug("more messages wait");
                }
            });
        }
    }

    /** @return how many were tried */
    int round(Instant now) {
        List<Message> taken = transactions.write(() -> store.take(now, LEASE, BATCH));
        taken.forEach(m -> one(m, now));
        return taken.size();
    }

    private void one(Message m, Instant now) {
        if (m.made().plus(STALE).isBefore(now)) {
            end(m, "stale", "等待过久，不再发送", now);
            return;
        }
        Optional<String> phone = m.carrier() == Carrier.SMS ? transactions.write(() -> phones.forMessage(m.person())) : Optional.empty();
        if (m.carrier() == Carrier.SMS && phone.isEmpty()) {
            end(m, "failed", "没有登记手机号码", now);
            return;
        }
        Post.Answer answer = post.send(m, phone.orElse(null));
        switch (answer.outcome()) {
            case ARRIVED -> end(m, "sent", null, now);
            case REFUSED -> end(m, "failed", answer.fault(), now);
            case AGAIN -> {
                if (m.tries() > AGAIN.size()) {
                    end(m, "failed", answer.fault(), now);
                } else {
                    transactions.write(() -> {
                        store.later(m, answer.fault(), now.plus(AGAIN.get(m.tries() - 1)));
                        return m;
                    });
                }
            }
        }
    }

    private void end(Message m, String state, @Nullable String fault, Instant now) {
        if (state.equals("failed")) {
            LOG.warn("message {} by {} was not sent: {}", m.id(), m.carrier().code(), fault);
        }
        transactions.write(() -> {
            store.done(m, state, fault, now);
            return m;
        });
    }
}
