/** Publications over HTTP, for officers and reviewers. */
@NullMarked
package org.mingfa.server.disclosure.web;

import org.jspecify.annotations.NullMarked;
