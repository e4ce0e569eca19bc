package org.mingfa.server.document;

import java.time.Clock;
import java.time.Instant;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingfa.core.sealing.Digests;
import org.mingfa.server.document.render.MarkedPages;
import org.mingfa.server.document.store.DocumentStore;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.record.SealedTexts;
import org.springframework.stereotype.Component;

/** The face of this module: previews a document, issues it with an act, gives it back in any form. */
@Component
public class Documents {
    private final Rendering rendering;
    private final DocumentStore store;
    private final SealedTexts texts;
    private final PageMarks marks;
    private final Clock clock;

    Documents(Rendering rendering, DocumentStore store, SealedTexts texts, PageMarks marks, Clock clock) {
        this.marks = marks;
        this.texts = texts;
        this.clock = clock;
        this.rendering = rendering;
        this.store = store;
    }

    /** Which act of which case issues a document, and whose personal data may stand in it. */
    public record Issuer(CaseKey key, long agency, long seq, Set<String> parties) {}

    public List<DocumentTemplate> templates() {
        return rendering.templates();
    }

    /** Throws UnknownTemplate. */
    public DocumentTemplate template(String name) {
        return rendering.template(name);
    }

    /** The texts of law by which a document of this title is signed by hand, "" where none says so today. */
    public String signedCite(String title) {
        return templates().stream().filter(t -> t.title().equals(title)).findFirst().map(DocumentTemplate::signed).map(DocumentTemplate.Signing::cite).orElse("");
    }

    /** What the law demands of this document and the facts lack; ask it before the act is appended. */
    public List<DocumentTemplate.Missing> missing(String template, DocumentModel model) {
        return rendering.missing(template, model);
    }

    /** A draft to look at before signing off. */
    public byte[] preview(String template, DocumentModel model, Format format) {
        return rendering.as(format, rendering.draft(template, model));
    }

    /**
     * Makes the document and keeps its authoritative text, in the transaction of the act that issues it.
     * Throws MissingContent, MissingGlyphs (where fonts are installed), UnknownTemplate; then nothing is kept.
     */
    public IssuedDocument issue(String template, DocumentModel model, Issuer by) {
        var found = rendering.template(template);
        String text = rendering.text(template, model);
        rendering.checkGlyphs(text);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String number = model.at("number") instanceof String s ? s : "";
        byte[] sealed = texts.seal(by.key(), by.agency(), by.parties(), text);
        DocumentStore.New kept = new DocumentStore.New(by.key().region(), by.agency(), by.key().id(), by.seq(), found.title(), found.digest(),
                number, sealed, Digests.sha256(bytes), Digests.sm3(bytes), clock.instant().truncatedTo(ChronoUnit.MICROS),
                found.signed() == null ? null : found.signed().by());
        return new IssuedDocument(store.add(kept), kept.template(), kept.template(), number, kept.seq(), kept.at(), kept.sha256(), kept.sm3(), kept.signedBy(), null, null);
    }

    /** Says that a correction issued this document in place of those that these entries issued under the same title. */
    public void replaces(CaseKey key, IssuedDocument later, List<Long> entries) {
        store.replace(key.region(), key.id(), later.template(), later.id(), entries);
    }

    /** Says that an entry bound a signed copy, in the transaction of that entry. */
    public void copied(CaseKey key, long id, long seq) {
        store.copied(key.region(), key.id(), id, seq);
    }

    /** What an agency has issued, is to be signed, and of which no signed copy has come back, the oldest first after this id. */
    public List<Awaited> awaited(int region, long agency, long after, int limit) {
        return store.awaited(region, agency, after, limit);
    }

    /** A document whose signed copy is awaited. */
    public record Awaited(long id, long caseId, String title, String number, long seq, Instant createdAt, String signedBy) {}

    /** Documents of a case in the order of their acts. */
    public List<IssuedDocument> of(int region, long caseId) {
        return store.of(region, caseId);
    }

    public Optional<IssuedDocument> find(int region, long caseId, long id) {
        return store.find(region, caseId, id);
    }

    /** The authoritative XHTML of an issued document; empty also where the key of a party it is about was destroyed. */
    public Optional<String> text(int region, long caseId, long id) {
        return store.text(region, caseId, id)
                .flatMap(text -> text.sealed() == null ? Optional.ofNullable(text.clear()) : texts.open(new CaseKey(region, caseId), text.sealed()));
    }

    /** An issued text in the wanted form. Throws FontsMissing and MissingGlyphs for PDF only. */
    public byte[] as(Format format, String text) {
        return rendering.as(format, text);
    }

    /** Throws MissingGlyphs where a text has characters that no font prints; says nothing where there are no fonts at all. */
    public void checkGlyphs(String text) {
        rendering.checkGlyphs(text);
    }

    /** An issued text as it is printed: a PDF each of whose pages bears its mark. Throws FontsMissing, MissingGlyphs. */
    public byte[] printed(CaseKey key, IssuedDocument document, String text) {
        return MarkedPages.mark(rendering.as(Format.PDF, text),
                pages -> page -> marks.text(PageMarks.of(key.region(), key.id(), document, page, pages)));
    }

    /** An issued text alone, line by line, without its form. */
    public String plainText(String text) {
        return rendering.plainText(text);
    }
}
