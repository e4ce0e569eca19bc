/**
 * The figures of the registers (登记参数): hours, shares, days and limits with their citations, by date; a change is proposed
 * by one person with reason and document and approved by another.
 */
@NullMarked
package org.mingfa.server.registry.parameter;

import org.jspecify.annotations.NullMarked;
