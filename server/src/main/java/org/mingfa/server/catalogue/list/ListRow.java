package org.mingfa.server.catalogue.list;

import java.util.Map;

/** A row of a version; {@code cells} column to text, empty ones left out. */
public record ListRow(String key, int ordinal, Map<String, String> cells) {}
