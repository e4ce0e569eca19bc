/** What a case gives to its documents, and when they are issued. */
@NullMarked
package org.mingfa.server.document.issue;

import org.jspecify.annotations.NullMarked;
