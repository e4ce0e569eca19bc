/**
 * The jurist's desk (法制人员工作台): reads a law pack as a document of plain Chinese sentences, each with its citation, and
 * tries acts and dates out without a case (试算), and drafts changes of the packs (修改草案) that a second person publishes. Owns the
 * tables of drafts. It implements no text of law of its own: what it says is what the packs say.
 */
@NullMarked
package org.mingfa.server.jurist;

import org.jspecify.annotations.NullMarked;
