package org.mingfa.server.catalogue;

/** A piece of two texts laid side by side: in both, only in the former, only in the present one. */
public record Piece(Kind kind, String text) {

    public enum Kind { SAME, DELETED, INSERTED }
}
