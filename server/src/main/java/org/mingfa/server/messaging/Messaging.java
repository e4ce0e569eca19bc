package org.mingfa.server.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingfa.server.StartupProblem;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.Unread;
import org.mingfa.server.operation.Practice;
import org.mingfa.server.registry.RegisterParameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes messages of notices that nobody has read: the first of a day is a digest of them all; later ones only where a period
 * has come to its second share or its end since, and not more often than the register allows.
 */
@Component
class Messaging {

    private static final Logger LOG = LoggerFactory.getLogger(Messaging.class);
    private static final int BATCH = 1000;

    private final MessageSettings settings;
    private final Unread unread;
    private final MessageStore store;
    private final RegisterParameters parameters;
    private final Transactions transactions;
    private final Clock clock;

    /** Refuses to start where a practice city would send messages to real people. */
    Messaging(
            MessageSettings settings, Unread unread, MessageStore store, RegisterParameters parameters, Transactions transactions, Clock clock, Practice practice) {
        if (practice.on() && !settings.doors().isEmpty()) {
            throw new StartupProblem("A practice city (mingfa.practice) sends no messages: its people are invented, their numbers may be somebody's. Take mingfa.messages.sms and .webhook out.");
        }
        this.settings = settings;
        this.unread = unread;
        this.store = store;
        this.parameters = parameters;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT10M")
    void make() {
        if (!settings.doors().isEmpty()) {
            make(clock.instant());
        }
    }

    void make(Instant now) {
        LocalDateTime local = LocalDateTime.ofInstant(now, clock.getZone());
        Quiet quiet = quiet(local.toLocalDate());
        if (quiet.at(local.toLocalTime())) {
            return;
        }
        Instant morning = quiet.morning(local).atZone(clock.getZone()).toInstant();
        Duration gap = Duration.ofHours(parameters.value("message.gap-hours", local.toLocalDate()).longValue());
        unread.eachAgency(a -> {
            try {
                transactions.write(() -> make(a, morning, gap, now));
            } catch (RuntimeException e) {
                LOG.error("messages of agency {} cannot be made; tried again with the next round", a.agency(), e);
            }
        });
    }

    Quiet quiet(LocalDate day) {
        return new Quiet(parameters.value("message.quiet-from", day).intValue(), parameters.value("message.quiet-to", day).intValue());
    }

    private int make(Unread.Of a, Instant morning, Duration gap, Instant now) {
        List<Unread.Person> waiting = a.people();
        Map<Long, Instant> last = store.last(waiting.stream().map(Unread.Person::id).toList());
        Map<Long, int[]> digest = new LinkedHashMap<>();
        Map<Long, int[]> due = new LinkedHashMap<>();
        for (Unread.Person p : waiting) {
            Instant before = last.getOrDefault(p.id(), Instant.MIN);
            int[] counts = {p.ended(), p.soon()};
            if (before.isBefore(morning)) {
                digest.put(p.id(), counts);
            } else if (p.pressing() != null && p.pressing().isAfter(before) && !before.plus(gap).isAfter(now)) {
                due.put(p.id(), counts);
            }
        }
        for (Carrier carrier : settings.doors().keySet()) {
            Map.of("digest", digest, "due", due).forEach((template, people) -> {
                if (!people.isEmpty()) {
                    store.add(a.region(), a.agency(), carrier, template, people, now);
                }
            });
        }
        return digest.size() + due.size();
    }

    /** At night: messages that were kept long enough. */
    @Scheduled(cron = "0 50 2 * * *", zone = "${mingfa.zone}")
    void forget() {
        unread.everywhere(() -> {
            while (transactions.write(() -> store.forget(clock.instant().minus(settings.keep()), BATCH)) == BATCH) {
                LOG.debug("more messages to forget");
            }
        });
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** What is connected. */
    Set<Carrier> carriers() {
        return settings.doors().keySet();
    }
}
