package org.mingfa.server.registry.service;

import java.util.List;
import org.mingfa.server.registry.equipment.Piece;

/** What belongs to a person's service; lists that are empty are shown nowhere. */
public record ServicePage(List<Piece> equipment) {}
