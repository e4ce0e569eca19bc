/**
 * Officers' yearly appraisal (年度考核) by indicators that are data and may not count fines, penalties or inspections
 * (行政处罚法 第七十四条; 国办发〔2022〕27号（六）): filled in by the unit, checked by the body, seen by the person, objected to and answered.
 */
@NullMarked
package org.mingfa.server.registry.appraisal;

import org.jspecify.annotations.NullMarked;
