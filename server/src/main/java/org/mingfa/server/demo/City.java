package org.mingfa.server.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Scope;

/** The bodies and people of the city, once loaded. */
final class City {

    /** A person with the roles they hold. */
    record Member(long id, String name, List<String> roles, boolean officer) {}

    record Agency(long id, int region, String regionName, String regionCode, String name, String field, List<Member> members) {

        /** The first who holds a role. */
        Member holding(String role) {
            return members.stream().filter(m -> m.roles().contains(role)).findFirst()
                    .orElseThrow(() -> new IllegalStateException(name + " has no " + role));
        }

        /** The two officers who carry out acts: neither reviews nor decides. */
        List<Member> pair() {
            return members.stream().filter(m -> m.officer() && m.roles().contains("officer")).limit(2).toList();
        }

        /** A caller for what this member does. */
        Caller as(Member m) {
            return new Caller(m.id(), m.name(), new Caller.Body(id, name, field, region, regionName), null,
                    m.roles().stream().map(r -> new Caller.Held(r, r, id)).toList(), Set.of("case.act", "case.read", "guidance.propose", "guidance.review", "guidance.publish"),
                    Scope.of(List.of(id), List.of(region)));
        }
    }

    final List<Agency> agencies = new ArrayList<>();

    Agency agency(String name) {
        return agencies.stream().filter(a -> a.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalStateException("no agency " + name));
    }
}
