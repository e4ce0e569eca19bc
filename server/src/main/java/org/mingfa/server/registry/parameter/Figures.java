package org.mingfa.server.registry.parameter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.mingfa.server.access.Caller;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.RegisterParameters;
import org.mingfa.server.registry.store.RegionStore;
import org.springframework.stereotype.Component;

/**
 * Reading and changing the figures. They count for the whole platform, so only who is at a region without another above it
 * changes them; nobody approves what they proposed.
 */
@Component
public class Figures {

    private static final String PROPOSE = "parameter.propose";
    private static final String APPROVE = "parameter.approve";

    private final FigureStore store;
    private final Keeping keeping;
    private final RegionStore regions;
    private final RegisterParameters parameters;

    Figures(FigureStore store, Keeping keeping, RegionStore regions, RegisterParameters parameters) {
        this.store = store;
        this.keeping = keeping;
        this.regions = regions;
        this.parameters = parameters;
    }

    public List<Figure> all() {
        return store.figures(parameters.today(), null);
    }

    public Figure.Page one(String name) {
        Figure figure = found(name);
        return new Figure.Page(figure, store.versions(name), store.changes(name, this::may), figure.open() == null && may(PROPOSE));
    }

    private Figure found(String name) {
        return store.figures(parameters.today(), name).stream().findFirst().orElseThrow(() -> Refused.notFound("没有这个参数"));
    }

    private boolean may(String permission) {
        return Caller.current().may(permission) && regions.above(Caller.current().agency().region()).size() == 1;
    }

    private Set<String> may(FigureStore.Row c) {
        boolean own = c.proposer() == Caller.current().id();
        return !c.state().equals("proposed") ? Set.of() : own ? Set.of("withdraw") : may(APPROVE) ? Set.of("approve", "return") : Set.of();
    }

    private void top(String permission) {
        if (!may(permission)) {
            throw Refused.forbidden("登记参数对全平台生效，由最上一级地区的人员提出和批准");
        }
    }

    /** @return the number of the change, which waits for somebody else's approval */
    public long propose(String name, Figure.Wanted w) {
        top(PROPOSE);
        return keeping.change(() -> {
            Figure figure = found(name);
            if (figure.open() != null) {
                throw Refused.conflict("这个参数已有一项变更在等待批准");
            }
            checked(figure, w);
            return store.propose(name, w, Caller.current().id());
        });
    }

    private void checked(Figure f, Figure.Wanted w) {
        boolean yes = f.unit().equals("是否");
        Fields fields = new Fields().check("/from", !w.validFrom().isBefore(parameters.today()), "应为今天或者以后：已经过去的日子按当时的参数，不追溯")
                .check("/value", w.value().compareTo(f.least()) >= 0 && w.value().compareTo(f.most()) <= 0,
                        yes ? "应为 1（是）或者 0（否）" : "应为 " + plain(f.least()) + " 至 " + plain(f.most()) + " " + f.unit())
                .check("/value", !f.whole() || w.value().stripTrailingZeros().scale() <= 0, "应为整数");
        fields.done();
        Figure.Version now = store.versions(f.name()).stream().filter(v -> !v.validFrom().isAfter(w.validFrom())).findFirst().orElseThrow();
        if (now.value().compareTo(w.value()) == 0 && now.cite().equals(w.cite()) && now.layer().equals(w.layer()) && now.verified() == w.verified()) {
            throw Refused.invalid("/value", "与自 " + now.validFrom() + " 起的数值和依据相同，没有变化");
        }
        store.pairs(f.name()).forEach(p -> ordered(f, p, w));
    }

    /** From its day until the figure changes again, it is not above what it may not exceed, nor below what it may not fall under. */
    private void ordered(Figure f, FigureStore.Pair pair, Figure.Wanted w) {
        LocalDate next = store.versions(f.name()).stream().map(Figure.Version::validFrom).filter(d -> d.isAfter(w.validFrom())).min(LocalDate::compareTo).orElse(LocalDate.MAX);
        for (LocalDate day : store.days(w.validFrom(), pair.upper(), pair.lower())) {
            if (!day.isBefore(next)) {
                return;
            }
            boolean upper = pair.upper().equals(f.name());
            BigDecimal other = store.value(upper ? pair.lower() : pair.upper(), day);
            if (upper ? w.value().compareTo(other) < 0 : w.value().compareTo(other) > 0) {
                throw Refused.invalid("/value", "“" + f.title() + "”不得" + (upper ? "低于" : "高于") + "“" + found(upper ? pair.lower() : pair.upper()).title() + "”（" + day + " 起为 " + plain(other) + "）");
            }
        }
    }

    private static String plain(BigDecimal n) {
        return n.stripTrailingZeros().toPlainString();
    }

    /** @param what approve, return (with a note) or withdraw */
    public void decide(long id, String what, String note) {
        keeping.change(() -> {
            FigureStore.Row c = store.change(id).orElseThrow(() -> Refused.notFound("没有这项变更"));
            if (!c.state().equals("proposed")) {
                throw Refused.conflict("这项变更已经办结");
            }
            if (!may(c).contains(what)) {
                throw Refused.forbidden(c.proposer() == Caller.current().id() ? "自己提出的变更由另一人批准" : "由提出的人撤回，由有权批准的另一人批准或者退回");
            }
            if (what.equals("return") && note.isBlank()) {
                throw Refused.invalid("/note", "退回的写明理由");
            }
            if (what.equals("approve")) {
                Figure figure = found(c.name());
                checked(figure, c.wanted());
                store.put(c, figure.title(), Caller.current().id());
            }
            store.decide(id, switch (what) {
                case "approve" -> "approved";
                case "return" -> "returned";
                default -> "withdrawn";
            }, note, Caller.current().id());
            return id;
        });
    }
}
