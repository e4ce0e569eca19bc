/** The settings file of a server that is run for real: read, checked, and what follows from it. */
@NullMarked
@NamedInterface("settings")
package org.mingfa.server.operation.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
