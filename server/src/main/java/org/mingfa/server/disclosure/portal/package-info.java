/** The public portal: server-rendered pages without script, through a database role that sees published text only. */
@NullMarked
package org.mingfa.server.disclosure.portal;

import org.jspecify.annotations.NullMarked;
