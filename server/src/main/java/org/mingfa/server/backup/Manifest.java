package org.mingfa.server.backup;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a backup wrote, so that a restore can be compared with it.
 *
 * @param set name of the set, its moment in UTC
 * @param migration the highest migration of the database
 * @param tables rows of each table, in the dump's own snapshot
 * @param heads SHA-256 over the last hashes of every case, in the order of their ids
 * @param files evidence files, each by its SHA-256, listed in the part {@code files}
 * @param contents a digest of each table's rows, in the same snapshot; null in sets of before 22 November 2026
 * @param rules row policies, grants and triggers by name; null in those
 * @param sequences where each stood before the dump began; null in those
 */
record Manifest(String set, String postgres, String migration, Map<String, Long> tables, long cases, String heads, long files, long fileBytes,
        @Nullable Map<String, String> contents, @Nullable List<String> rules, @Nullable Map<String, Long> sequences) {}
