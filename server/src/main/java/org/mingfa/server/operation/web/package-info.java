/** What every request goes through, and how what went wrong is told. */
@NullMarked
package org.mingfa.server.operation.web;

import org.jspecify.annotations.NullMarked;
