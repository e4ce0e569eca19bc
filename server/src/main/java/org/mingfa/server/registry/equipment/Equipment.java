package org.mingfa.server.registry.equipment;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.RegisterParameters;
import org.mingfa.server.registry.equipment.PieceStore.Entry;
import org.mingfa.server.registry.equipment.PieceStore.Head;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What becomes of a piece (领用、归还、出库、入库、故障、修复、遗失、报废): each step by the state it finds, in order of days, so that
 * the same step sent twice is refused the second time. Whoever keeps the body's equipment enters all of them, an officer
 * their own taking out and bringing back and a fault of what they hold.
 */
@Component
public class Equipment {

    public record Kind(String code, String title, String measure, boolean lent) {}

    /** A step as the API takes it. */
    public record Wanted(String what, LocalDate on, @Nullable LocalTime time, @Nullable Long person, @Nullable Long unit, String caseNumber, String note) {}

    public static final List<String> STEPS = List.of("assign", "return", "take-out", "bring-back", "fault", "repair", "lose", "find", "retire");
    private static final Set<String> BY_USER = Set.of("take-out", "bring-back", "fault");

    private final PieceStore store;
    private final Keeping keeping;
    private final RegisterParameters parameters;
    private final JdbcClient jdbc;

    Equipment(PieceStore store, Keeping keeping, RegisterParameters parameters, JdbcClient jdbc) {
        this.store = store;
        this.keeping = keeping;
        this.parameters = parameters;
        this.jdbc = jdbc;
    }

    public List<Kind> kinds() {
        return jdbc.sql("select code, title, measure, lent from equipment_kind order by ordinal").query(Kind.class).list();
    }

    /** One page by id; {@code state} one of {@link EquipmentPiece#STATES}, null: what is there to be used. */
    public List<EquipmentPiece> page(@Nullable Long agency, @Nullable String kind, @Nullable String state, @Nullable String q, long after, int limit) {
        return store.page(new PieceStore.Filter(keeping.reach("service.read"), agency, kind, state, q, parameters.today()), after, limit);
    }

    /** What a person holds or has out, for whoever sees it. */
    public List<EquipmentPiece> of(long person) {
        return store.of(person, parameters.today());
    }

    public EquipmentPiece.Page one(long id) {
        EquipmentPiece piece = store.one(id, parameters.today()).orElseThrow(() -> Refused.notFound("没有这件装备，或者不归您查看"));
        long agency = Long.parseLong(piece.agency());
        keeping.see("service.read", agency);
        return new EquipmentPiece.Page(piece, store.steps(id), keeping.may("equipment.write", agency), keeping.may("equipment.use", agency));
    }

    public long add(long agency, String kind, String number, String model, LocalDate acquiredOn, String note) {
        keeping.keep("equipment.write", agency);
        if (kinds().stream().noneMatch(k -> k.code().equals(kind))) {
            throw Refused.invalid("/kind", "没有这类装备");
        }
        if (acquiredOn.isAfter(parameters.today())) {
            throw Refused.invalid("/acquiredOn", "不得晚于今天");
        }
        return keeping.change(() -> store.add(new PieceStore.New(agency, kind, number, model, acquiredOn, note), Caller.current().id())
                .orElseThrow(() -> Refused.invalid("/number", "本单位这类装备已有这个编号")));
    }

    public void step(long id, Wanted w) {
        long agency = store.head(id).map(Head::agency).orElseThrow(() -> Refused.notFound("没有这件装备，或者不归您查看"));
        keeping.see("service.read", agency);
        boolean keeper = keeping.may("equipment.write", agency);
        if (!keeper && !(BY_USER.contains(w.what) && keeping.may("equipment.use", agency))) {
            throw Refused.forbidden("这一步由管理装备的人登记");
        }
        keeping.change(() -> {
            Head head = store.head(id).orElseThrow();
            long self = Caller.current().id();
            Entry entry = checked(head, w, keeper ? null : self);
            store.enter(id, entry, self);
            return id;
        });
    }

    /** @param only whoever enters it where they enter their own use only */
    private Entry checked(Head h, Wanted w, @Nullable Long only) {
        if (w.on.isAfter(parameters.today())) {
            throw Refused.invalid("/on", "不得晚于今天");
        }
        if (w.on.isBefore(h.acquiredOn()) || h.last() != null && w.on.isBefore(h.last())) {
            throw Refused.invalid("/on", "早于" + (h.last() == null ? "购置日期 " + h.acquiredOn() : "最近一次登记的日期 " + h.last()));
        }
        if (h.state().equals("retired")) {
            throw Refused.conflict("这件装备已经报废");
        }
        String bar = bar(h, w.what);
        if (bar != null) {
            throw Refused.conflict(bar);
        }
        return switch (w.what) {
            case "assign" -> assigned(h, w);
            case "take-out" -> takenOut(h, w, only);
            case "bring-back" -> broughtBack(h, w, only);
            case "fault" -> fault(h, w, only);
            default -> new Entry(w.what, w.on, w.time, h.holderId(), h.holderUnit(), "", w.note);
        };
    }

    /** Why a piece in this state takes no such step; null: it does. */
    private static @Nullable String bar(Head h, String what) {
        boolean lost = h.state().equals("lost");
        if (lost != what.equals("find") && !(lost && what.equals("retire"))) {
            return lost ? "这件装备已经登记遗失，找回后先登记找回" : "这件装备没有遗失";
        }
        boolean held = h.state().equals("held");
        boolean out = h.outId() != null;
        return switch (what) {
            case "assign" -> held ? "已由他人领用，请先登记归还" : out ? "尚在出库使用中，请先登记入库" : h.faulty() ? "有故障，修复后再领用" : null;
            case "return" -> !held ? "没有领用，不必归还" : out ? "尚在出库使用中，请先登记入库" : null;
            case "take-out" -> !h.lent() ? "这类装备不登记出库入库" : out ? "已经出库，请先登记入库" : h.faulty() ? "有故障，修复后再使用" : null;
            case "bring-back" -> out ? null : "没有出库，不必入库";
            case "fault" -> h.faulty() ? "故障已经登记" : null;
            case "repair" -> h.faulty() ? null : "没有登记故障";
            case "retire" -> held ? "尚由他人领用，请先登记归还" : out ? "尚在出库使用中，请先登记入库" : null;
            default -> null;
        };
    }

    private Entry assigned(Head h, Wanted w) {
        if ((w.person == null) == (w.unit == null)) {
            throw Refused.invalid("/person", "请填写领用人或者领用的内设机构，二者填一项");
        }
        here(h, w.person, w.on);
        if (w.unit != null && !store.unitOf(w.unit, h.agency())) {
            throw Refused.invalid("/unit", "本单位没有这个内设机构");
        }
        return new Entry(w.what, w.on, w.time, w.person, w.unit, "", w.note);
    }

    private Entry takenOut(Head h, Wanted w, @Nullable Long only) {
        Long who = only == null ? w.person : only;
        if (who == null) {
            throw Refused.invalid("/person", "请填写使用人");
        }
        here(h, who, w.on);
        if (h.holderId() != null && !h.holderId().equals(who)) {
            throw Refused.conflict("这件装备由他人领用；请先登记归还");
        }
        return new Entry(w.what, w.on, w.time, who, null, w.caseNumber, w.note);
    }

    private static Entry broughtBack(Head h, Wanted w, @Nullable Long only) {
        if (only != null && !only.equals(h.outId())) {
            throw Refused.forbidden("不是您出库的，请由使用人或者管理装备的人登记");
        }
        return new Entry(w.what, w.on, w.time, h.outId(), null, w.caseNumber, w.note);
    }

    private static Entry fault(Head h, Wanted w, @Nullable Long only) {
        if (w.note.isBlank()) {
            throw Refused.invalid("/note", "请写明故障情况");
        }
        if (only != null && !only.equals(h.holderId()) && !only.equals(h.outId())) {
            throw Refused.forbidden("不是您领用或者使用的，请由管理装备的人登记");
        }
        return new Entry(w.what, w.on, w.time, only != null ? only : h.outId() != null ? h.outId() : h.holderId(), null, "", w.note);
    }

    private void here(Head h, @Nullable Long person, LocalDate day) {
        if (person != null && !store.at(person, h.agency(), day)) {
            throw Refused.invalid("/person", "此人当日不在本单位");
        }
    }
}
