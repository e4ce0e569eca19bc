/**
 * A second reading of docs/procedure-semantics.md: straight from the definition, without the engine, slow and plain.
 * The engine is compared with it on random packs and runs.
 */
@NullMarked
package org.mingfa.core.procedure.naive;

import org.jspecify.annotations.NullMarked;
