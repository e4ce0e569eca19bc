package org.mingfa.server.chart;

import java.time.LocalDate;
import java.util.Map;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.server.catalogue.Items;
import org.springframework.stereotype.Component;

/** Service guides (服务指南) of procedures and items. */
@Component
public class Guides {

    private final Items items;
    private final GuideSettings settings;

    Guides(Items items, GuideSettings settings) {
        this.items = items;
        this.settings = settings;
    }

    /** The guide of a procedure. */
    public Guide of(Procedure procedure, String scope) {
        return Guide.of(procedure, Map.of(), "", scope, settings);
    }

    /** The guide of an item handled under a procedure; an item that is on no list on that day gives the guide of the procedure. */
    public Guide of(Procedure procedure, String item, LocalDate day, String scope) {
        return Guide.of(procedure, items.at(item, day), items.basis(item, day), scope, settings);
    }
}
