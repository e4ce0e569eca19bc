/**
 * Drafts of law (法律包修改草案): written, checked, replayed over closed cases, approved by a second person, published. Owns the
 * tables {@code law_draft} and {@code law_draft_event}; what is published, module catalogue keeps and lays over the packs.
 */
@NullMarked
package org.mingfa.server.jurist.draft;

import org.jspecify.annotations.NullMarked;
