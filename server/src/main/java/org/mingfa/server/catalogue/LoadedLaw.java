package org.mingfa.server.catalogue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mingfa.core.procedure.Amendment;
import org.mingfa.core.procedure.Laws;
import org.mingfa.core.procedure.PackFault;
import org.mingfa.server.catalogue.store.PackFiles;

/**
 * All law packs as they stand together: what a case is pinned to.
 *
 * @param texts path to text
 * @param digest over them: {@link #digest(Map)}
 */
public record LoadedLaw(Map<String, String> texts, Laws laws, String digest) {

    /** A published amendment does not fit the packs that it is laid over. */
    public static final class Misfit extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        Misfit(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** SHA-256 (hex) over paths and texts. */
    public static String digest(Map<String, String> texts) {
        return PackFiles.digest(texts);
    }

    /** Packs that were found without fault before. */
    static LoadedLaw known(Map<String, String> texts) {
        return new LoadedLaw(texts, Laws.known(texts), digest(texts));
    }

    /** Of the same, one procedure only. */
    static LoadedLaw known(Map<String, String> texts, String code) {
        return new LoadedLaw(texts, Laws.known(texts, code), digest(texts));
    }

    /** Packs that no server has started with: every procedure is compiled with every layer. */
    static LoadedLaw checked(Map<String, String> texts, List<PublishedAmendment> with) {
        Laws laws = Laws.load(texts);
        if (!laws.problems().isEmpty()) {
            throw new IllegalStateException("the law packs do not load" + (with.isEmpty() ? "" : " with the published drafts " + names(with)) + ": "
                    + String.join("; ", laws.problems().stream().map(Object::toString).toList()));
        }
        return new LoadedLaw(texts, laws, digest(texts));
    }

    private static String names(List<PublishedAmendment> all) {
        return String.join(", ", all.stream().map(LoadedLaw::name).toList());
    }

    private static String name(PublishedAmendment a) {
        return a.draft() + " 「" + a.title() + "」 (" + a.procedure() + " from " + a.from() + ")";
    }

    /**
     * The shipped packs with the published amendments laid over them, one after the other.
     *
     * @throws Misfit naming the draft, the file and the reason where one no longer fits
     */
    static Map<String, String> laidOver(Map<String, String> shipped, List<PublishedAmendment> amendments) {
        Map<String, String> texts = shipped;
        for (PublishedAmendment a : amendments) {
            texts = laidOver(texts, a);
        }
        return texts;
    }

    private static Map<String, String> laidOver(Map<String, String> texts, PublishedAmendment a) {
        try {
            Map<String, String> next = new TreeMap<>(new Amendment(texts, a.procedure(), a.from()).dated(a.changes()));
            if (a.examples() != null) {
                next.put(examplesOf(a.draft()), a.examples());
            }
            return next;
        } catch (PackFault | IllegalArgumentException misfit) {
            throw new Misfit("the published draft " + name(a) + " no longer fits the law packs: " + misfit.getMessage(), misfit);
        }
    }

    /** The path under which the examples of a draft stand among the packs. */
    public static String examplesOf(long draft) {
        return "drafts/" + draft + ".examples.yaml";
    }
}
