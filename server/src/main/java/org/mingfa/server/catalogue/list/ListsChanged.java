package org.mingfa.server.catalogue.list;

/** A version of a list came in force, ended or took another step. */
public record ListsChanged(long list) {}
