/**
 * Evaluation (评估) of what is published: lists and benchmark tables, item by item, as a process with opinions and decisions. What is decided takes
 * effect by a new version only.
 */
@NullMarked
package org.mingfa.server.catalogue.evaluation;

import org.jspecify.annotations.NullMarked;
