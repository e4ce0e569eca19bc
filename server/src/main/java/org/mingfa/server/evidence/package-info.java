/**
 * Evidence 证据材料: files attached to entries (photo, scan, signed receipt), stored once by their content, with SHA-256
 * and SM3 taken while they stream in. Publishes {@link org.mingfa.server.evidence.Evidence} to handling; owns the table
 * {@code evidence_file} and the folder of contents. Implements the keeping of 行政处罚法 第四十七条 and law.md EVD-12.
 */
@NullMarked
package org.mingfa.server.evidence;

import org.jspecify.annotations.NullMarked;
