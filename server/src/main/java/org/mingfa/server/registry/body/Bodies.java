package org.mingfa.server.registry.body;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.identity.Uscc;
import org.mingfa.server.access.Caller;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.RegisterParameters;
import org.mingfa.server.registry.body.BodyVersion.Delegation;
import org.mingfa.server.registry.store.AgencyStore;
import org.springframework.stereotype.Component;

/** Writes bodies: each change a version from a day on, checked against the other bodies. */
@Component
public class Bodies {

    private final BodyStore store;
    private final AgencyStore agencies;
    private final Keeping keeping;
    private final RegisterParameters parameters;

    Bodies(BodyStore store, AgencyStore agencies, Keeping keeping, RegisterParameters parameters) {
        this.store = store;
        this.agencies = agencies;
        this.keeping = keeping;
        this.parameters = parameters;
    }

    /** Adds a version to a body the caller keeps. */
    public void describe(long agency, BodyVersion v) {
        keeping.keep("body.write", agency);
        keeping.change(() -> {
            write(agency, v, null);
            return agency;
        });
    }

    /** Registers a body that exists already. */
    public long register(int region, String field, BodyVersion v) {
        if (!keeping.regions().contains(region)) {
            throw Refused.notFound("没有这个行政区划，或者不在本地区");
        }
        return keeping.change(() -> set(region, field, v, null));
    }

    /** As {@link #register}, within a change that is running and has checked the region. */
    public long enter(int region, String field, BodyVersion v) {
        return set(region, field, v, null);
    }

    /** As {@link #describe}, within a change that is running. */
    void write(long agency, BodyVersion v, @Nullable Long application) {
        check(agency, v);
        store.versions(agency).stream().findFirst().filter(last -> last.validFrom().isAfter(v.validFrom())).ifPresent(last -> {
            throw Refused.invalid("/from", "早于最近一次变更的日期 " + last.validFrom());
        });
        store.add(agency, v, application, Caller.current().id());
        if (!v.validFrom().isAfter(parameters.today())) {
            store.callNow(agency, v.name(), v.shortName());
        }
    }

    /** A new body with standing from its first day. */
    long set(int region, String field, BodyVersion v, @Nullable Long application) {
        long id = agencies.add(region, v.name(), v.shortName(), field);
        write(id, v, application);
        agencies.addStanding(id, v.validFrom(), true, v.kind(), v.basis(), Caller.current().id());
        return id;
    }

    /** Takes standing away from a day on. */
    void end(long agency, LocalDate day, String basis) {
        String kind = store.on(agency, day).map(BodyVersion::kind).orElse("statutory");
        agencies.addStanding(agency, day, false, kind, basis, Caller.current().id());
    }

    private void check(long agency, BodyVersion v) {
        List<Integer> regions = keeping.regions();
        if (v.uscc() != null && !Uscc.valid(v.uscc())) {
            throw Refused.invalid("/uscc", "统一社会信用代码的校验位不对，请核对");
        }
        store.another(agency, regions, v.name(), v.uscc(), v.validFrom()).ifPresent(other -> {
            throw Refused.invalid(other.equals(v.name()) ? "/name" : "/uscc", "与已登记的“" + other + "”重复");
        });
        if (v.parent() != null) {
            Integer region = store.region(v.parent());
            if (region == null) {
                throw Refused.invalid("/parent", "没有这个上级主体");
            }
            if (store.isOrAbove(agency, v.parent())) {
                throw Refused.invalid("/parent", "上下级成环：“" + store.name(v.parent()) + "”在本主体之下，不能又作上级");
            }
        }
        Delegation d = v.delegation();
        if (v.kind().equals("entrusted") != (d != null)) {
            throw Refused.invalid("/delegation", v.kind().equals("entrusted") ? "受委托组织须写明委托机关、事项和期限（行政处罚法 第二十条）" : "只有受委托组织才有委托");
        }
        if (d != null) {
            delegation(agency, v, d);
        }
    }

    /** 受委托组织不得再委托 (行政处罚法 第二十条 第四款). */
    private void delegation(long agency, BodyVersion v, Delegation d) {
        if (d.delegator() == agency || store.region(d.delegator()) == null) {
            throw Refused.invalid("/delegation/delegator", "委托机关须是另一个已登记的执法主体");
        }
        if (store.on(d.delegator(), v.validFrom()).filter(b -> b.kind().equals("entrusted")).isPresent()) {
            throw Refused.invalid("/delegation/delegator", "委托机关自己是受委托组织，不得再委托（行政处罚法 第二十条）");
        }
        if (d.to().isBefore(d.from())) {
            throw Refused.invalid("/delegation/to", "不得早于委托开始的日期");
        }
        if (d.items().isBlank()) {
            throw Refused.invalid("/delegation/items", "须写明委托的事项");
        }
    }
}
