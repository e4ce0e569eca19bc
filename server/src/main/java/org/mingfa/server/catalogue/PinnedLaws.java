package org.mingfa.server.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.Objects;
import org.mingfa.core.procedure.Laws;
import org.mingfa.server.catalogue.store.LawStore;

/**
 * Procedures of packs that were in use at some time: each is read alone, as the memory of all packs is dear, and once for all
 * packs in which its files are the same. Every publication makes a new digest for all procedures and changes few of them.
 */
final class PinnedLaws {

    private static final int HELD = 6;
    private static final int KNOWN = 10_000;

    private record Pin(String digest, String code) {}

    private final LawStore store;
    private final Cache<Pin, String> files = Caffeine.newBuilder().maximumSize(KNOWN).build();
    private final Cache<Pin, Laws> read = Caffeine.newBuilder().maximumSize(HELD).build();

    PinnedLaws(LawStore store) {
        this.store = store;
    }

    /**
     * A procedure as the packs of a digest have it; that of {@code now} where its files are the same.
     *
     * @throws IllegalStateException where those packs are lost
     */
    Laws of(String digest, String code, LoadedLaw now) {
        String own = files.get(new Pin(digest, code), p -> LoadedLaw.digest(Laws.filesOf(texts(p.digest()), p.code())));
        if (own.equals(files.get(new Pin(now.digest(), code), p -> LoadedLaw.digest(Laws.filesOf(now.texts(), p.code()))))) {
            return now.laws();
        }
        return Objects.requireNonNull(read.get(new Pin(own, code), p -> Laws.known(texts(digest), code)));
    }

    Map<String, String> texts(String digest) {
        return store.texts(digest).orElseThrow(() -> new IllegalStateException("law packs " + digest + " are lost"));
    }
}
