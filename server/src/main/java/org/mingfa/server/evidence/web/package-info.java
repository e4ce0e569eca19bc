/** Files over HTTP: upload, download, preview. */
@NullMarked
package org.mingfa.server.evidence.web;

import org.jspecify.annotations.NullMarked;
