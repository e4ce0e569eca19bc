/** What the API shows of a case: shapes of docs/api, made from the case file as of a day. */
@NullMarked
package org.mingfa.server.cases.view;

import org.jspecify.annotations.NullMarked;
