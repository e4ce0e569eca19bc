/**
 * Who may see and do what: accounts, sessions, roles with their dates, and the scope that the database checks again.
 * Every endpoint names its permission with {@link org.mingfa.server.access.Permit} or says
 * {@link org.mingfa.server.access.Open}; one that says neither is refused. Owns the tables of V01.
 */
@NullMarked
package org.mingfa.server.access;

import org.jspecify.annotations.NullMarked;
