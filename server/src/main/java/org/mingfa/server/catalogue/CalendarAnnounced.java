package org.mingfa.server.catalogue;

/** A year's holidays were announced: due dates that reach into it are no longer provisional. */
public record CalendarAnnounced(int year) {}
