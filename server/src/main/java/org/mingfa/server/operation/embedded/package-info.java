/**
 * A real PostgreSQL of our own in a data folder, for trial, demonstration and a single county: unpacked, initialised,
 * started on a loopback port and stopped with the JVM, however that ends. Plain Java, usable before Spring starts.
 */
@NullMarked
@NamedInterface("embedded")
package org.mingfa.server.operation.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
