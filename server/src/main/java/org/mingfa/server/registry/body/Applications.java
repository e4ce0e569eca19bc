package org.mingfa.server.registry.body;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.CasesKnown;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.RegisterParameters;
import org.mingfa.server.registry.body.ApplicationStore.Application;
import org.mingfa.server.registry.body.ApplicationStore.Step;
import org.springframework.stereotype.Component;

/**
 * Setting up, merging, renaming and cancelling bodies: the opinions of 编办, 人社 and 法制, the government's decision, the
 * announcement, which makes it take effect that day. The offices have no account here: the legal body records what they
 * wrote, with the document's number.
 */
@Component
public class Applications {

    public static final List<String> OPINIONS = List.of("establishment", "personnel", "legal");
    private static final Map<String, String> TITLES = Map.of("establishment", "编办意见", "personnel", "人社部门意见", "legal", "法制审核意见",
            "decision", "政府决定", "announcement", "公告", "withdrawal", "撤回");

    private final ApplicationStore store;
    private final Bodies bodies;
    private final BodyStore register;
    private final Keeping keeping;
    private final CasesKnown cases;
    private final RegisterParameters parameters;

    Applications(ApplicationStore store, Bodies bodies, BodyStore register, Keeping keeping, CasesKnown cases, RegisterParameters parameters) {
        this.store = store;
        this.bodies = bodies;
        this.register = register;
        this.keeping = keeping;
        this.cases = cases;
        this.parameters = parameters;
    }

    /** Files one; for a setup {@code wanted} says what the body is to be, for a rename its new names. */
    public long file(int region, String kind, @Nullable Long agency, List<Long> absorbed, Map<String, Object> content, String reason) {
        if (!keeping.regions().contains(region)) {
            throw Refused.notFound("没有这个行政区划，或者不在本地区");
        }
        if (agency != null) {
            keeping.keep("body.write", agency);
        }
        absorbed.forEach(a -> keeping.keep("body.write", a));
        noOpenCases(ending(kind, agency, absorbed));
        return store.add(region, kind, agency, absorbed, content, reason, Caller.current().id());
    }

    /** Records a step. @return the body, once the announcement made the application take effect; else null */
    public @Nullable Long say(long id, Step s) {
        Application a = store.find(id).filter(x -> keeping.regions().contains(x.region())).orElseThrow(() -> Refused.notFound("没有这个申请"));
        if (s.onDay().isAfter(parameters.today())) {
            throw Refused.invalid("/on", "日期不得晚于今天");
        }
        mayFollow(s.step(), store.steps(id));
        boolean takesEffect = s.step().equals("announcement");
        if (takesEffect) {
            noOpenCases(ending(a.kind(), a.agency(), a.absorbed()));
        }
        return keeping.change(() -> {
            store.say(id, s, Caller.current().id());
            return takesEffect ? takeEffect(a, s) : null;
        });
    }

    private static void mayFollow(String step, List<Step> said) {
        Map<String, Boolean> last = new HashMap<>();
        said.forEach(x -> last.put(x.step(), x.agrees()));
        if (last.containsKey("announcement") || last.containsKey("withdrawal")) {
            throw Refused.conflict("该申请已经" + (last.containsKey("announcement") ? "公告生效" : "撤回"));
        }
        if (last.containsKey("decision") && !step.equals("announcement")) {
            throw Refused.conflict("政府已经作出决定");
        }
        if (step.equals("decision")) {
            List<String> missing = OPINIONS.stream().filter(o -> !Boolean.TRUE.equals(last.get(o))).map(TITLES::get).toList();
            if (!missing.isEmpty()) {
                throw Refused.conflict("尚缺同意的" + String.join("、", missing) + "，不能报政府决定");
            }
        }
        if (step.equals("announcement") && !Boolean.TRUE.equals(last.get("decision"))) {
            throw Refused.conflict("政府尚未决定同意，不能公告");
        }
    }

    private static List<Long> ending(String kind, @Nullable Long agency, List<Long> absorbed) {
        return kind.equals("merge") ? absorbed : kind.equals("cancel") ? List.of(Objects.requireNonNull(agency)) : List.of();
    }

    /** What a body has open would be nobody's. */
    private void noOpenCases(List<Long> ending) {
        for (long agency : ending) {
            int open = cases.open(agency, Objects.requireNonNull(register.region(agency)));
            if (open > 0) {
                throw Refused.conflict("“%s”还有 %s 件未办结的案件；请先办结，或者依法移送承接职责的机关（案件移送），再办理".formatted(
                        register.name(agency), open >= 1000 ? "1000 以上" : open)).with("openCases", open).with("agency", Long.toString(agency));
            }
        }
    }

    private long takeEffect(Application a, Step announced) {
        LocalDate day = announced.onDay();
        long agency = a.agency() == null ? bodies.set(a.region(), text(a, "field"), wanted(a, day), a.id()) : a.agency();
        if (a.agency() == null) {
            store.becomes(a.id(), agency);
        } else if (a.content().containsKey("name")) {
            BodyVersion now = register.on(agency, day).orElseThrow(() -> Refused.conflict("该主体尚未登记基本信息，请先补登"));
            bodies.write(agency, now.named(day, text(a, "name"), a.content().containsKey("shortName") ? text(a, "shortName") : now.shortName()), a.id());
        }
        ending(a.kind(), a.agency(), a.absorbed()).forEach(x -> bodies.end(x, day, announced.document()));
        return agency;
    }

    private static BodyVersion wanted(Application a, LocalDate day) {
        Object parent = a.content().get("parent");
        return new BodyVersion(day, text(a, "name"), text(a, "shortName"), text(a, "kind"), text(a, "tier"),
                parent == null ? null : Long.valueOf(parent.toString()), a.content().get("uscc") == null ? null : text(a, "uscc"), text(a, "basis"), null);
    }

    private static String text(Application a, String name) {
        return String.valueOf(a.content().getOrDefault(name, ""));
    }
}
