package org.mingfa.server.document.render;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.document.DocumentModel;
import org.mingfa.server.document.DocumentTemplate;

/** Template and model → XHTML. Every value is escaped; templates see plain data, no Java object, no file. */
public final class XhtmlRenderer {
    private final Configuration freemarker = configuration();
    private final @Nullable String said;

    /** @param said what every text begins with, if anything */
    public XhtmlRenderer(@Nullable String said) {
        this.said = said;
    }

    private static Configuration configuration() {
        var configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassLoaderForTemplateLoading(XhtmlRenderer.class.getClassLoader(), "documents");
        configuration.setDefaultEncoding("UTF-8");
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setRecognizeStandardFileExtensions(true);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setNumberFormat("0.##");
        TemplateFunctions.all().forEach(configuration::setSharedVariable);
        return configuration;
    }

    /** @param draft a preview: marked as not yet signed off, and missing content shown as such */
    public String render(DocumentTemplate template, DocumentModel model, Filling filling, boolean draft) {
        var data = new HashMap<String, Object>();
        for (String name : List.of("agency", "case", "party", "act", "params", "latest")) data.put(name, Map.of());
        for (String name : List.of("parties", "officers", "entries")) data.put(name, List.of());
        data.put("number", "");
        data.put("date", "");
        data.putAll(plain(model.facts()));
        data.put("doc", plain(filling.values()));
        data.put("title", template.title());
        data.put("external", template.external());
        data.put("draft", draft);
        if (said != null) data.put("said", said);
        try (var out = new StringWriter()) {
            freemarker.getTemplate(template.file() + ".ftlh").process(data, out);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("文书模板《" + template.title() + "》有误：" + e.getMessageWithoutStackTop(), e);
        }
    }

    private static Map<String, Object> plain(Map<?, ?> map) {
        var copy = new HashMap<String, Object>();
        map.forEach((key, value) -> { if (value != null) copy.put(key.toString(), plainValue(value)); });
        return copy;
    }

    private static Object plainValue(Object value) {
        return switch (value) {
            case Map<?, ?> map -> plain(map);
            case List<?> list -> list.stream().filter(java.util.Objects::nonNull).map(XhtmlRenderer::plainValue).toList();
            case String text -> XmlText.clean(text);
            case Number number -> number;
            case Boolean bool -> bool;
            default -> XmlText.clean(value.toString());
        };
    }
}
