/**
 * Paper 纸质文书: scans of signed documents find their way back by the QR code of each page, are cut into pieces and bound to
 * the very text that was issued; what has not come back is listed; what is to go out is printed in a batch with pages for
 * window envelopes. Owns the tables {@code scan}, {@code scan_page} and {@code letter_sender}; the binding itself is an entry
 * of the record (回传签字件). Implements the keeping of 行政处罚法 第四十七条 for what is signed by hand.
 */
@NullMarked
package org.mingfa.server.paper;

import org.jspecify.annotations.NullMarked;
