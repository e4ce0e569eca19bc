package org.mingfa.server.document;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template as declared in data: its title (the name packs use), whether it leaves the house, its number kind 文种,
 * and the content it carries.
 *
 * @param file   base name of the FreeMarker file under {@code documents/}
 * @param digest SHA-256 over template, layout and declaration: the version an issued document names
 * @param signed null where nobody signs the paper
 */
public record DocumentTemplate(
        String title, List<String> aliases, String file, boolean external, String numberKind,
        Map<String, Field> fields, String digest, @Nullable Signing signed) {

    /** That the paper is signed by hand: by whom, and the text of law that says so. A signed copy of it is then awaited. */
    public record Signing(String by, String cite) {}

    /**
     * One piece of content.
     *
     * @param from     paths of {@link DocumentModel}, the first present one counts
     * @param fallback text when none is present ("" for none)
     * @param when     required only if this other field is present ("" for always, {@code !name} if it is absent, {@code name=value} if it says so)
     * @param positive an amount of 0 counts as absent
     * @param cite     the text of law that demands it ("" when it is custom only)
     */
    public record Field(String name, String title, List<String> from, String fallback, boolean required, String when, boolean positive, String cite) {}

    /** The content a document would have to carry and does not. */
    public record Missing(String field, String title, String cite) {}
}
