/**
 * An invented city to try Mingfa with: bodies, people, items, enterprises, and twenty cases made by really walking their
 * acts through handling. Loaded into an empty database by {@code mingfa.practice}, which marks it first; never touches one that is in use.
 */
@NullMarked
package org.mingfa.server.demo;

import org.jspecify.annotations.NullMarked;
