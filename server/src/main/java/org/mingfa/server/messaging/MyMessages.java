package org.mingfa.server.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.Phones;
import org.springframework.stereotype.Component;

/** What the caller is sent outside of the workbench, and what they do not want. */
@Component
public class MyMessages {

    private static final int SHOWN = 20;

    /**
     * A way that the platform is connected to.
     *
     * @param on whether the caller wants it
     * @param reaches whether it can reach the caller: for 短信 a phone is registered
     */
    public record Way(String carrier, String title, boolean on, boolean reaches) {}

    /** @param fault why it did not arrive, as far as known */
    public record Sent(String id, String title, String text, Instant at, String state, @Nullable String fault) {}

    /** @param quietFrom hours of the day between which nothing is sent; {@code quietTo} is when the digest comes */
    public record View(List<Way> ways, int quietFrom, int quietTo, List<Sent> sent) {}

    private final Messaging messaging;
    private final MessageStore store;
    private final Phones phones;
    private final Transactions transactions;

    MyMessages(Messaging messaging, MessageStore store, Phones phones, Transactions transactions) {
        this.messaging = messaging;
        this.store = store;
        this.phones = phones;
        this.transactions = transactions;
    }

    public View view() {
        long me = Caller.current().id();
        return transactions.read(() -> {
            Set<Carrier> refused = store.refused(me);
            Quiet quiet = messaging.quiet(messaging.today());
            return new View(
                    messaging.carriers().stream()
                            .map(c -> new Way(c.code(), c.title, !refused.contains(c), c != Carrier.SMS || phones.known(me))).toList(),
                    quiet.from(), quiet.to(), store.to(me, SHOWN).stream().map(MyMessages::sent).toList());
        });
    }

    /** Wants it, or does not; again it changes nothing. */
    public View want(String carrier, @Nullable Boolean on) {
        Carrier c = Carrier.of(carrier).filter(messaging.carriers()::contains).orElseThrow(() -> Refused.notFound("平台没有接通这种提醒方式"));
        if (on == null) {
            throw Refused.invalid("/on", "必填：true 为发送，false 为不发送");
        }
        transactions.write(() -> {
            store.refuse(Caller.current().id(), c, !on);
            return c;
        });
        return view();
    }

    private static Sent sent(MessageStore.Sent m) {
        Carrier carrier = Carrier.of(m.carrier()).orElseThrow();
        String text = new Message(0, m.id(), 0, "", carrier, m.template(), m.ended(), m.soon(), m.madeAt(), 0).text();
        return new Sent(Long.toString(m.id()), carrier.title, text, m.madeAt(), m.state(), m.fault());
    }
}
