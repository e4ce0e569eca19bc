package org.mingfa.server.document.issue;

import java.util.List;
import java.util.TreeSet;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.server.catalogue.CurrentLaw;
import org.mingfa.server.document.Documents;
import org.mingfa.server.document.UnknownTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at start which documents the law packs name that have no template: acts that want them will be refused. */
@Component
class TemplateCheck {
    private static final Logger LOG = LoggerFactory.getLogger(TemplateCheck.class);
    private final Documents documents;
    private final CurrentLaw law;

    TemplateCheck(Documents documents, CurrentLaw law) {
        this.documents = documents;
        this.law = law;
    }

    @EventListener(ApplicationReadyEvent.class)
    void check() {
        var missing = law.isNew() ? missing() : new TreeSet<String>();
        if (!missing.isEmpty()) LOG.error("law packs name documents without a template: {}", missing);
    }

    TreeSet<String> missing() {
        var missing = new TreeSet<String>();
        law.laws().procedures().forEach(procedure -> procedure.acts().stream().map(ActSpec::documents).flatMap(List::stream)
                .filter(name -> !known(name)).forEach(missing::add));
        return missing;
    }

    private boolean known(String name) {
        try {
            documents.template(name);
            return true;
        } catch (UnknownTemplate e) {
            return false;
        }
    }
}
