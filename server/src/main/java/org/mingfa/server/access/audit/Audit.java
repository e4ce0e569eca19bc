package org.mingfa.server.access.audit;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Keeps what was done, in the transaction that is running if there is one. */
@Component
@NamedInterface("audit")
public class Audit {

    private final AuditStore store;

    Audit(AuditStore store) {
        this.store = store;
    }

    /** What somebody did with their own account. */
    public void own(long actor, String act, boolean done) {
        store.add(actor, agency(actor), act, "account", "", null, address(), done);
    }

    /** What somebody did with the account of another. */
    public void account(long actor, String act, long about) {
        store.add(actor, agency(actor), act, "account", Long.toString(about), about, address(), true);
    }

    /** Whether somebody did this with another's account since then. */
    public boolean did(long actor, String act, long about, java.time.Instant since) {
        return store.did(actor, act, about, since);
    }

    /** A change, an export, a download or a refusal. @param object ids of the path, joined */
    public void change(long actor, String act, String kind, String object, boolean done) {
        store.add(actor, agency(actor), act, kind, object, null, address(), done);
    }

    /** Which body somebody chose to work for. */
    public void post(long actor, long agency, String act) {
        store.add(actor, agency, act, "account", "", null, address(), true);
    }

    /** The body that the actor works for in the running request; null: their own. */
    private static @Nullable Long agency(long actor) {
        return Caller.found().filter(c -> c.id() == actor).map(c -> c.agency().id()).orElse(null);
    }

    private static String address() {
        HttpServletRequest request = request();
        return request == null ? "" : request.getRemoteAddr();
    }

    private static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes ? attributes.getRequest() : null;
    }
}
