package org.mingfa.server.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Finding;
import org.mingfa.core.procedure.OfficerChange;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.store.ApproverStore;
import org.mingfa.server.cases.store.CarriedStore;
import org.mingfa.server.cases.store.CarriedStore.Mine;
import org.mingfa.server.cases.store.CarriedStore.Standing;
import org.mingfa.server.cases.store.CaseListStore;
import org.mingfa.server.cases.store.HandOverStore;
import org.mingfa.server.cases.store.Projection;
import org.mingfa.server.cases.store.Rows.PersonRow;
import org.mingfa.server.cases.view.CaseRow;
import org.mingfa.server.operation.Problem.Fault;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.record.Conflict;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hand-over (交接): a person's open cases, all or chosen ones, go to another officer of the body in one act. Each case keeps
 * it in its record with the reason (变更承办人); its open duties go along, since whose they are is read from the record.
 */
@Component
public class HandOvers {

    /** So many cases go over in one act; what is left goes over with the next. */
    static final int MOST = 100;

    private static final int LONGEST = 500;

    /**
     * What is asked.
     *
     * @param from id of the person whose cases they are
     * @param to id of who is to have them; may be missing in a view
     * @param cases ids; missing: all, the {@value HandOvers#MOST} oldest first
     */
    public record Asked(@Nullable String from, @Nullable String to, @Nullable List<String> cases, @Nullable String reason) {}

    /**
     * A case that would go over.
     *
     * @param duties open duties that go along
     * @param obstacles what bars the receiver
     * @param alone true where one officer would be left of two or more
     */
    public record Item(@JsonProperty("case") CaseRow of, boolean leads, int duties, List<Finding> obstacles, boolean alone) {}

    /**
     * What would go over, and what stands in the way; nothing is changed.
     *
     * @param barred in how many of these cases something does
     * @param more whether the person has more open cases than these
     */
    public record View(CaseRow.Person from, CaseRow.@Nullable Person to, List<Item> cases, int barred, boolean more) {}

    /** What was done. */
    public record Made(String id, int cases, boolean repeated) {}

    private record Chosen(Standing from, @Nullable Standing to, List<Mine> cases, boolean more) {}

    private final CarriedStore carried;
    private final HandOverStore store;
    private final CaseListStore lists;
    private final ApproverStore rights;
    private final CaseFiles files;
    private final Receiving receiving;
    private final Submitted submitted;
    private final Recorder recorder;
    private final Transactions transactions;
    private final JsonMapper json;
    private final Clock clock;

    HandOvers(
            CarriedStore carried, HandOverStore store, CaseListStore lists, ApproverStore rights, CaseFiles files, Receiving receiving, Recorder recorder,
            Transactions transactions, JsonMapper json, Submitted submitted, Clock clock) {
        this.carried = carried;
        this.store = store;
        this.lists = lists;
        this.rights = rights;
        this.files = files;
        this.receiving = receiving;
        this.submitted = submitted;
        this.recorder = recorder;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /** What would go over. */
    public View look(Asked in) {
        return transactions.read(() -> {
            Chosen chosen = chosen(in);
            List<Item> items = items(chosen);
            return new View(person(chosen.from()), chosen.to() == null ? null : person(chosen.to()), items,
                    (int) items.stream().filter(i -> !i.obstacles().isEmpty()).count(), chosen.more());
        });
    }

    /** Hands over, all of what is asked or nothing; sent twice under one key it is done once. */
    public Made give(Asked in, @Nullable String key) {
        if (key != null && key.length() > 200) {
            throw Refused.bad("Idempotency-Key 不得超过 200 个字符");
        }
        List<OpenCase> after = new ArrayList<>();
        List<CaseKey> touched = new ArrayList<>();
        try {
            Made made = transactions.write(() -> {
                store.lock(Caller.current().agency().region(), Caller.current().agency().id());
                return earlier(in, key).orElseGet(() -> hand(in, key, touched, after));
            });
            after.forEach(files::keep);
            return made;
        } catch (Conflict e) {
            touched.forEach(files::forget);
            throw Refused.conflict("交接时有案件添了新记录，没有交接任何案件，请再试一次");
        }
    }

    /** Acts of handing over in the caller's body, the latest first. */
    public Page<HandOverStore.Listed> page(@Nullable String cursor, int limit) {
        Caller me = Caller.current();
        long before = before(cursor);
        return transactions.read(() -> {
            List<HandOverStore.Listed> found = store.page(me.agency().region(), me.agency().id(), before, limit + 1);
            List<HandOverStore.Listed> page = found.size() > limit ? found.subList(0, limit) : found;
            return new Page<>(page, found.size() > limit ? page.getLast().id() : null);
        });
    }

    /** A cursor of lists whose latest comes first: the id that was shown last. */
    static long before(@Nullable String cursor) {
        if (cursor != null && !cursor.isBlank() && !cursor.matches("\\d{1,18}")) {
            throw Refused.bad("游标不是由本系统给出的");
        }
        return cursor == null || cursor.isBlank() ? Long.MAX_VALUE : Long.parseLong(cursor);
    }

    private Optional<Made> earlier(Asked in, @Nullable String key) {
        Caller me = Caller.current();
        if (key == null || key.isBlank()) {
            return Optional.empty();
        }
        Optional<HandOverStore.Earlier> found = store.earlier(me.agency().region(), me.id(), key);
        if (found.isPresent() && !MessageDigest.isEqual(found.get().asked(), digest(in))) {
            throw Refused.conflict("同一个 Idempotency-Key 不能用于不同的内容");
        }
        return found.map(e -> new Made(Long.toString(e.id()), e.cases(), true));
    }

    private Made hand(Asked in, @Nullable String key, List<CaseKey> touched, List<OpenCase> after) {
        Caller me = Caller.current();
        String reason = reason(in.reason());
        Chosen chosen = chosen(in);
        Standing to = Optional.ofNullable(chosen.to()).orElseThrow(() -> Refused.invalid("/to", "必填：接手人"));
        List<OpenCase> open = chosen.cases().stream().map(c -> files.current(new CaseKey(me.agency().region(), c.id()))).toList();
        barred(open, to);
        long id = store.add(new HandOverStore.Made(me.agency().region(), me.agency().id(), chosen.from().id(), to.id(), reason, open.size(), me.id(),
                clock.instant(), key == null || key.isBlank() ? null : key, digest(in)));
        for (OpenCase c : open) {
            touched.add(c.id());
            after.add(recorder.change(c, OfficerChange.act(receiving.now(), Long.toString(chosen.from().id()), Long.toString(to.id()), me.idText(),
                    me.rolesAt(c.head().agency())), receiving.registry(c, List.of(Long.toString(to.id()))), reason));
            submitted.handOver(c.id(), chosen.from().id(), to.id());
        }
        return new Made(Long.toString(id), open.size(), false);
    }

    private void barred(List<OpenCase> open, Standing to) {
        List<Map<String, Object>> barred = new ArrayList<>();
        for (OpenCase c : open) {
            List<Finding> obstacles = receiving.obstacles(c, Long.toString(to.id()));
            if (!obstacles.isEmpty()) {
                barred.add(Map.of("case", c.id().toString(), "number", Objects.toString(c.head().number(), ""), "findings", obstacles));
            }
        }
        if (!barred.isEmpty()) {
            throw Refused.barred(to.name() + "不能接手其中 " + barred.size() + " 件，没有交接任何案件；请换人，或者去掉这些案件", List.of()).with("cases", barred);
        }
    }

    private Chosen chosen(Asked in) {
        Caller me = Caller.current();
        CarriedStore.Body body = new CarriedStore.Body(me.agency().region(), me.agency().id(), LocalDate.now(clock));
        Standing from = person(body, in.from(), "/from");
        Standing to = in.to() == null ? null : receiver(body, in.to(), from);
        if (in.cases() == null) {
            List<Mine> all = carried.cases(body, from.id(), MOST + 1);
            if (all.isEmpty()) {
                throw Refused.invalid("/from", from.name() + "在本机关没有未结的承办案件");
            }
            return new Chosen(from, to, all.size() > MOST ? all.subList(0, MOST) : all, all.size() > MOST);
        }
        return new Chosen(from, to, picked(body, in.cases(), from), false);
    }

    private List<Mine> picked(CarriedStore.Body body, List<String> ids, Standing from) {
        if (ids.isEmpty() || ids.size() > MOST) {
            throw Refused.invalid("/cases", "一次交接 1 至 " + MOST + " 件");
        }
        List<Optional<CaseKey>> keys = ids.stream().map(i -> i == null ? Optional.<CaseKey>empty() : CaseKey.parse(i).filter(k -> k.region() == body.region())).toList();
        List<Mine> found = carried.among(body, from.id(), keys.stream().flatMap(Optional::stream).map(CaseKey::id).toList());
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Long id = keys.get(i).map(CaseKey::id).orElse(null);
            if (found.stream().noneMatch(m -> Objects.equals(m.id(), id))) {
                faults.add(new Fault("/cases/" + i, "不是" + from.name() + "在本机关承办的未结案件"));
            }
        }
        if (!faults.isEmpty()) {
            throw Refused.invalid(faults);
        }
        return found;
    }

    private Standing receiver(CarriedStore.Body body, String id, Standing from) {
        Standing to = person(body, id, "/to");
        if (to.id() == from.id()) {
            throw Refused.invalid("/to", "接手人应为他人");
        }
        if (!to.here() || !rights.may(to.id(), body.agency(), "case.act", body.on())) {
            throw Refused.invalid("/to", "接手人应为本机关现在办理案件的人员");
        }
        return to;
    }

    private Standing person(CarriedStore.Body body, @Nullable String id, String pointer) {
        if (id == null || !id.matches("\\d{1,18}")) {
            throw Refused.invalid(pointer, "应为人员标识");
        }
        return carried.standing(body, Long.parseLong(id)).orElseThrow(() -> Refused.invalid(pointer, "没有这个人员"));
    }

    static String reason(@Nullable String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw Refused.invalid("/reason", "须写明理由，不超过 " + LONGEST + " 字");
        }
        return text.strip();
    }

    private List<Item> items(Chosen chosen) {
        Caller me = Caller.current();
        LocalDate today = LocalDate.now(clock);
        List<Long> ids = chosen.cases().stream().map(Mine::id).toList();
        CarriedStore.Body body = new CarriedStore.Body(me.agency().region(), me.agency().id(), today);
        Map<Long, Integer> duties = carried.duties(body, chosen.from().id(), ids);
        Map<Long, CaseRow> rows = new HashMap<>();
        lists.byIds(ids.stream().map(i -> new CaseKey(body.region(), i)).toList()).forEach(l -> rows.put(l.head().id().id(), Lists.row(l, today)));
        return chosen.cases().stream().filter(c -> rows.containsKey(c.id()))
                .map(c -> item(c, Objects.requireNonNull(rows.get(c.id())), duties.getOrDefault(c.id(), 0), chosen)).toList();
    }

    private Item item(Mine c, CaseRow row, int duties, Chosen chosen) {
        if (chosen.to() == null) {
            return new Item(row, c.leads(), duties, List.of(), false);
        }
        OpenCase open = files.current(CaseKey.parse(row.id()).orElseThrow());
        return new Item(row, c.leads(), duties, receiving.obstacles(open, Long.toString(chosen.to().id())), alone(open, chosen.from().id(), chosen.to().id()));
    }

    private boolean alone(OpenCase open, long from, long to) {
        var before = Projection.people(open.file(), LocalDate.now(clock)).stream().filter(PersonRow::handles).map(PersonRow::person).collect(Collectors.toSet());
        var then = before.stream().map(p -> p == from ? (Long) to : p).collect(Collectors.toSet());
        return before.size() > 1 && then.size() == 1;
    }

    private static CaseRow.Person person(Standing s) {
        return new CaseRow.Person(Long.toString(s.id()), s.name());
    }

    private byte[] digest(Asked in) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(in));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
