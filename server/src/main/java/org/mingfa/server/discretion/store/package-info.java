@NullMarked
package org.mingfa.server.discretion.store;

import org.jspecify.annotations.NullMarked;
