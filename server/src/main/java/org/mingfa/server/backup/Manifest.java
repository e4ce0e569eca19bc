package org.mingfa.server.backup;

import java.util.Map;

/**
 * What a backup wrote, so that a restore can be compared with it.
 *
 * @param set name of the set, its moment in UTC
 * @param migration the highest migration of the database
 * @param tables rows of each table, in the dump's own snapshot
 * @param heads SHA-256 over the last hashes of every case, in the order of their ids
 * @param files evidence files, each by its SHA-256, listed in the part {@code files}
 */
record Manifest(String set, String postgres, String migration, Map<String, Long> tables, long cases, String heads, long files, long fileBytes) {}
