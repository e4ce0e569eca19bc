/**
 * Applications for a certificate (申请领证): filed, checked by the unit, exam and training, public notice, issue. What must
 * be met is data by date with its citation; each step says what stands in its way.
 */
@NullMarked
package org.mingfa.server.registry.applying;

import org.jspecify.annotations.NullMarked;
