package org.mingfa.server.catalogue.list;

import java.util.List;
import org.mingfa.core.procedure.ListKind;
import org.mingfa.core.procedure.ListKind.Life;
import org.mingfa.server.access.Caller;
import org.mingfa.server.operation.Refused;

/** Whether the caller may draft, review or publish a list: the kind says which roles, the list says of whom. */
final class Keepers {

    /** The role that reaches beyond its own agency. */
    private static final String SUPERVISOR = "supervisor";

    private Keepers() {}

    static boolean drafts(KeptList list, ListKind kind) {
        return may(list, life(list, kind).drafts());
    }

    static boolean reviews(KeptList list, ListKind kind) {
        return may(list, life(list, kind).reviews());
    }

    static boolean publishes(KeptList list, ListKind kind) {
        return may(list, life(list, kind).publishes());
    }

    /** Whether the list's owner is within the caller's reach: others see what is published, and nothing else of it. */
    static boolean reaches(KeptList list) {
        Caller me = Caller.current();
        return list.agency() != null ? me.scope().agencies().contains(list.agency()) : me.scope().regions().contains(list.region());
    }

    private static Life life(KeptList list, ListKind kind) {
        Life life = list.isRegister() ? null : kind.owners().get(list.agency() != null ? ListKind.AGENCY : ListKind.REGION);
        return life == null ? new Life(List.of(), List.of(), List.of()) : life;
    }

    private static boolean may(KeptList list, List<String> roles) {
        Caller me = Caller.current();
        return me.roles().stream().filter(r -> roles.contains(r.code())).anyMatch(r -> list.agency() != null
                ? r.agency() == list.agency() || r.code().equals(SUPERVISOR) && me.scope().agencies().contains(list.agency())
                : me.scope().regions().contains(list.region()) && (r.code().equals(SUPERVISOR) || me.agency().region() == list.region()));
    }

    static void needs(boolean may, String step) {
        if (!may) {
            throw Refused.forbidden("您的职务不能" + step + "这个清单");
        }
    }
}
