package org.mingfa.server.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.CaseReference;
import org.mingfa.server.access.Scope;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.store.HeadStore;
import org.mingfa.server.cases.store.LinkStore;
import org.mingfa.server.cases.store.LinkStore.Named;
import org.mingfa.server.operation.Problem.Fault;
import org.mingfa.server.record.CaseKey;
import org.springframework.stereotype.Component;

/**
 * Finds the cases that a form names, within the caller's scope, and keeps their ids beside the numbers: the record then
 * says itself which case was meant. A number that no case in scope has is kept as it stands (系统外案件).
 */
@Component
class NamedCases {

    /** An id as the API writes it; numbers on paper may look like a shorter one. */
    private static final Pattern ID = Pattern.compile("\\d{1,9}-\\d{15,19}");

    private final HeadStore heads;
    private final LinkStore links;
    private final Transactions transactions;

    NamedCases(HeadStore heads, LinkStore links, Transactions transactions) {
        this.heads = heads;
        this.links = links;
        this.transactions = transactions;
    }

    /**
     * @param again the form is one that was recorded before: the ids in it are the platform's own, and found anew
     * @param at pointer of the form in the request body
     */
    Map<String, Object> fill(
            ActSpec spec, CaseFile file, Map<String, Object> form, boolean again, String at, List<Fault> faults) {
        if (spec.references().isEmpty()) {
            return form;
        }
        Map<String, Object> out = new LinkedHashMap<>(form);
        for (CaseReference r : spec.references()) {
            Object given = out.remove(r.idField());
            String id = out.get(r.field()) instanceof String named && !named.isBlank()
                    ? found(named.strip(), spec, r, file, at + "/" + r.field(), faults) : null;
            if (id != null) {
                out.put(r.idField(), id);
            }
            if (given != null && !again && !given.equals(id)) {
                faults.add(new Fault(at + "/" + r.idField(), "由系统填写"));
            }
        }
        return out;
    }

    private @Nullable String found(String named, ActSpec spec, CaseReference r, CaseFile file, String at, List<Fault> faults) {
        List<Named> all = transactions.read(() -> ID.matcher(named).matches() ? byId(named) : links.named(named, scope()));
        List<Named> valid = all.stream().filter(n -> !n.voided()).toList();
        String fault = valid.size() > 1 ? "有 " + valid.size() + " 件案件使用这一号，请改填案件标识"
                : !valid.isEmpty() ? unfit(valid.getFirst().id(), spec, r, file)
                : !all.isEmpty() ? "这一号已经作废"
                : ID.matcher(named).matches() ? "没有这个案件，或者不在您的管辖范围之内" : null;
        if (fault != null) {
            faults.add(new Fault(at, fault));
        }
        return fault == null && !valid.isEmpty() ? valid.getFirst().id().toString() : null;
    }

    private List<Named> byId(String named) {
        return CaseKey.parse(named).filter(id -> heads.find(id).isPresent()).map(id -> new Named(id, false)).stream().toList();
    }

    private @Nullable String unfit(CaseKey id, ActSpec spec, CaseReference r, CaseFile file) {
        if (id.toString().equals(file.info().id())) {
            return "不能填写本案";
        }
        EnforcementCase head = transactions.read(() -> heads.find(id)).orElse(null);
        return head == null || r.procedures().isEmpty() || r.procedures().contains(head.procedure()) ? null
                : "「" + title(spec, r) + "」不能是「" + head.title() + "」案件";
    }

    private static String title(ActSpec spec, CaseReference r) {
        return spec.form().get("properties") instanceof Map<?, ?> p && p.get(r.field()) instanceof Map<?, ?> s
                && s.get("title") instanceof String title ? title : r.field();
    }

    private static Scope scope() {
        return Scope.current().orElse(Scope.NONE);
    }
}
