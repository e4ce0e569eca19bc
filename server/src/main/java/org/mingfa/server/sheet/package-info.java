/**
 * Tables in and out (表格): Excel and CSV files read as text with every fault found, templates to fill in, exports.
 * Owns no table of the database and knows no register: what a column means is said by the {@link Columns} of who asks.
 */
@NullMarked
package org.mingfa.server.sheet;

import org.jspecify.annotations.NullMarked;
