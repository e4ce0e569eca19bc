package org.mingfa.server.chart;

import org.mingfa.core.exchange.Dcr;
import org.mingfa.core.exchange.DcrXml;
import org.mingfa.core.exchange.Unsaid;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.server.chart.exchange.Bpmn;
import org.mingfa.server.chart.plan.Planner;

/** Procedures in other notations; each file lists what it cannot say. */
public final class Exports {

    private Exports() {}

    /** BPMN 2.0. */
    public static String bpmn(Procedure procedure) {
        return Bpmn.write(Planner.plan(procedure));
    }

    /** DCR XML. */
    public static String dcr(Procedure procedure) {
        Unsaid unsaid = new Unsaid();
        Dcr graph = Dcr.of(procedure, unsaid);
        return DcrXml.write(graph, unsaid);
    }
}
