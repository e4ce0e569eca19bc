package org.mingfa.server.document;

import java.nio.file.Path;
import java.util.List;
import org.mingfa.server.document.render.Filling;
import org.mingfa.server.document.render.PdfRenderer;
import org.mingfa.server.document.render.PlainText;
import org.mingfa.server.document.render.Templates;
import org.mingfa.server.document.render.WordRenderer;
import org.mingfa.server.document.render.XhtmlRenderer;
import org.mingfa.server.operation.Practice;

/** Template and model → bytes, without a database. */
public final class Rendering {
    private final Templates templates = Templates.load();
    private final XhtmlRenderer xhtml;
    private final PdfRenderer pdf;

    /** @param fontFolders where Chinese TrueType fonts are looked for, the administrator's own first */
    public Rendering(List<Path> fontFolders) {
        this(fontFolders, new Practice(false));
    }

    /** @param practice in a practice city every text begins with saying so, and it stands across every page of a PDF */
    public Rendering(List<Path> fontFolders, Practice practice) {
        this.xhtml = new XhtmlRenderer(practice.on() ? Practice.SAID : null);
        this.pdf = new PdfRenderer(fontFolders, practice.on() ? Practice.ACROSS : null);
    }

    public List<DocumentTemplate> templates() {
        return templates.all();
    }

    /** Throws UnknownTemplate. */
    public DocumentTemplate template(String name) {
        return templates.named(name);
    }

    /** What the template demands and the model lacks. */
    public List<DocumentTemplate.Missing> missing(String template, DocumentModel model) {
        return Filling.of(templates.named(template), model).missing();
    }

    /** The text marked as a draft; content that is missing is left out. */
    public String draft(String template, DocumentModel model) {
        var found = templates.named(template);
        return xhtml.render(found, model, Filling.of(found, model), true);
    }

    /** The authoritative text. Throws MissingContent naming each item that the law demands and the model lacks. */
    public String text(String template, DocumentModel model) {
        var found = templates.named(template);
        var filling = Filling.of(found, model);
        if (!filling.missing().isEmpty()) throw new MissingContent(found.title(), filling.missing());
        return xhtml.render(found, model, filling, false);
    }

    /** Authoritative XHTML in the wanted form. Throws FontsMissing and MissingGlyphs for PDF only. */
    public byte[] as(Format format, String text) {
        return switch (format) {
            case XHTML -> text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            case PDF -> pdf.render(text);
            case DOCX -> WordRenderer.render(text);
        };
    }

    /** Throws MissingGlyphs; says nothing where no fonts are installed, because then no PDF can come out wrong either. */
    public void checkGlyphs(String text) {
        pdf.check(text);
    }

    /** The text alone: a line for each heading, paragraph and table row, cells divided by a full-width space. */
    public String plainText(String text) {
        return PlainText.of(text);
    }
}
