package org.mingfa.server.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Scope;
import org.mingfa.server.cases.store.AgencyKeys;
import org.mingfa.server.cases.store.NoticeStore;
import org.springframework.stereotype.Component;

/** Who has notices (提醒) that they have not read, for those who tell them elsewhere: numbers alone, nothing of a case. */
@Component
public class Unread {

    /**
     * A person.
     *
     * @param ended how many of the notices are of a period's last day; {@code soon}: of its shares
     * @param pressing when the last came of those past the second share
     */
    public record Person(long id, int ended, int soon, @Nullable Instant pressing) {}

    private final AgencyKeys agencies;
    private final NoticeStore notices;
    private final Clock clock;

    Unread(AgencyKeys agencies, NoticeStore notices, Clock clock) {
        this.agencies = agencies;
        this.notices = notices;
        this.clock = clock;
    }

    /** An agency within its own scope; ask it within a transaction. */
    public final class Of {

        private final AgencyKeys.Key key;

        private Of(AgencyKeys.Key key) {
            this.key = key;
        }

        public int region() {
            return key.region();
        }

        public long agency() {
            return key.agency();
        }

        public List<Person> people() {
            return notices.waiting(key, LocalDate.now(clock)).stream().map(w -> new Person(w.person(), w.ended(), w.soon(), w.pressing())).toList();
        }
    }

    /** One agency after the other, each in its own scope. */
    public void eachAgency(Consumer<Of> work) {
        agencies.all().forEach(a -> Scope.of(List.of(a.agency()), List.of(a.region())).run(() -> work.accept(new Of(a))));
    }

    /** Within the scope of all agencies. */
    public void everywhere(Runnable work) {
        List<AgencyKeys.Key> all = agencies.all();
        Scope.of(all.stream().map(AgencyKeys.Key::agency).toList(), all.stream().map(AgencyKeys.Key::region).toList()).run(work);
    }
}
