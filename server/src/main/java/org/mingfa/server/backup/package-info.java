/**
 * The programs behind {@code ./mingfa backup} and {@code ./mingfa restore}: database, evidence files and the master key,
 * taken while people work, sealed part by part as CMS AuthEnvelopedData (RFC 5083, AES-256-GCM), and proven when restored.
 */
@NullMarked
package org.mingfa.server.backup;

import org.jspecify.annotations.NullMarked;
