/** How a scan is read: its pages as pictures, the QR codes on them, and single pages cut out. No database. */
@NullMarked
package org.mingfa.server.paper.read;

import org.jspecify.annotations.NullMarked;
