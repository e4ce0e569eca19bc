/** Letters in a batch (成批打印): to whom a document goes, the page for an envelope with a window, and all of it as one file to print. */
@NullMarked
package org.mingfa.server.paper.letter;

import org.jspecify.annotations.NullMarked;
