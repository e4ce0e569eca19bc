/**
 * Flow charts (流程图): draws a procedure from its law packs, for the public (公示流程图) and for a case with what is done,
 * due, open and barred; lists the same in order; writes BPMN 2.0 and DCR XML; makes the service guide (服务指南).
 * Owns no table. Implements 国办发〔2018〕118号 （四） (flow charts and service guides are published) as far as packs say.
 */
@NullMarked
package org.mingfa.server.chart;

import org.jspecify.annotations.NullMarked;
