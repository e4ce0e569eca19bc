package org.mingfa.server.jurist.draft;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.Objects;
import org.mingfa.core.procedure.Amendment;
import org.mingfa.server.catalogue.CurrentLaw;
import org.mingfa.server.catalogue.LoadedLaw;
import org.springframework.stereotype.Component;

/** Finds the law that a draft changes; what was read of it is kept, since each step of a draft asks for it. */
@Component
class Grounds {

    private static final int HELD = 6;

    private record Key(String law, String procedure, LocalDate from) {}

    private final CurrentLaw law;
    private final Cache<Key, Amendment> read = Caffeine.newBuilder().maximumSize(HELD).build();

    Grounds(CurrentLaw law) {
        this.law = law;
    }

    /**
     * The law of now; of a draft that is no longer under way, that of its end.
     *
     * @throws IllegalArgumentException where the procedure is not in force on the day
     */
    Ground of(LawDraft d) {
        LoadedLaw loaded = d.base() == null ? law.loaded() : law.loaded(d.base(), d.procedure());
        Amendment amendment = read.get(new Key(loaded.digest(), d.procedure(), d.from()), k -> new Amendment(loaded.texts(), k.procedure(), k.from()));
        return new Ground(loaded, Objects.requireNonNull(amendment), loaded.laws().procedure(d.procedure(), d.field(), d.region(), d.from()));
    }
}
