package org.mingfa.bench.cases;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.mingfa.bench.BenchFailed;
import org.mingfa.bench.city.Bureau;
import org.mingfa.bench.city.Invented;
import org.mingfa.bench.city.Step;
import org.mingfa.bench.city.Walk;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.procedure.Act;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.CaseInfo;
import org.mingfa.core.procedure.Entry;
import org.mingfa.core.procedure.Mode;
import org.mingfa.core.procedure.Registry;
import org.mingfa.server.cases.EnforcementCase;
import org.mingfa.server.cases.store.Contents;
import org.mingfa.server.cases.store.Numbers;
import org.mingfa.server.cases.store.PersonalFields;
import org.mingfa.server.cases.store.Projection;
import org.mingfa.server.cases.store.Rows;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.record.Circumstances;
import org.mingfa.server.record.NewEntry;
import org.mingfa.server.record.sealing.PartyKeys;
import org.mingfa.server.record.sealing.Sealing;
import org.mingfa.server.record.store.EntryFormat;
import org.mingfa.server.record.store.EntryStore;
import org.mingfa.server.record.store.Links;

/**
 * Makes cases as the server would have made them: forms filled, personal values sealed, canonical bytes chained, rows
 * projected by the server's own projection, once for each shape of case, and checked again on one case in five hundred. Half have ended (at least fourteen entries), half stand between the eighth
 * entry and the decision.
 */
final class CaseMaker {

    /** Acts that an ended case of the load has left out. */
    private static final Set<String> LEFT_OUT = Set.of("interview", "collect-evidence", "order-correction", "recheck-correction", "publish", "archive-case");
    private static final List<Step> SHORT = Walk.STEPS.stream().filter(s -> !LEFT_OUT.contains(s.code())).toList();
    private static final int FEWEST = 8;
    private static final long TSID_EPOCH = 1_577_836_800_000L;

    /** Every so-many-th case is projected by itself and compared with what was taken over. */
    private static final int PROJECTED_ANEW = 500;

    private final Ground ground;
    private final int bureaus;
    private final Map<Shape, Rows> shapes;
    private final SecureRandom chance = new SecureRandom();
    private final Map<Integer, Map<String, Object>> agencies = new HashMap<>();

    /** @param shapes rows by shape, shared by all makers of a load */
    CaseMaker(Ground ground, int bureaus, Map<Shape, Rows> shapes) {
        this.ground = ground;
        this.bureaus = bureaus;
        this.shapes = shapes;
    }

    /** Cases of one shape differ in names and numbers only: examining one of them is enough. */
    record Shape(int bureau, int steps, LocalDate filed) {}

    /**
     * A case whole.
     *
     * @param keys the wrapped keys of its parties, and of others named in it
     * @param numbers kind to number, as issued
     */
    record Made(Rows rows, List<EntryStore.Row> entries, Map<String, byte[]> keys, Map<String, String> numbers) {}

    /** Case number so-and-so of the load, always the same but for keys and nonces. */
    Made make(int number) {
        SplittableRandom random = new SplittableRandom(number * 0x9E3779B97F4A7C15L);
        Bureau bureau = new Bureau(number % bureaus);
        boolean ended = random.nextBoolean();
        LocalDate filed = ground.today().minusDays(ended ? 40 + random.nextInt(1000) : 26 + random.nextInt(60));
        List<Step> steps = ended ? SHORT : Walk.STEPS.subList(0, FEWEST + random.nextInt(4));
        Instant opened = filed.atTime(8, 30).plusSeconds(random.nextInt(30_000)).atZone(Ground.ZONE).toInstant();
        CaseKey key = new CaseKey(Bureau.REGION, (opened.toEpochMilli() - TSID_EPOCH) << 22 | number & 0x3fffff);
        Walk.Facts facts = Invented.facts(number, random, bureau.officers().getFirst());
        return new Making(bureau, key, filed, opened, facts, number / bureaus + 1).walk(steps, number % PROJECTED_ANEW == 0);
    }

    /** One case in the making. */
    private final class Making {

        private final Bureau bureau;
        private final CaseKey key;
        private final LocalDate filed;
        private final Instant opened;
        private final Walk.Facts facts;
        private final int serial;
        private final CaseFile empty;
        private final Map<String, byte[]> keys = new HashMap<>();
        private final List<Entry> entries = new ArrayList<>();
        private final List<EntryStore.Row> rows = new ArrayList<>();
        private final Map<String, String> numbers = new LinkedHashMap<>();

        Making(Bureau bureau, CaseKey key, LocalDate filed, Instant opened, Walk.Facts facts, int serial) {
            this.bureau = bureau;
            this.key = key;
            this.filed = filed;
            this.opened = opened;
            this.facts = facts;
            this.serial = serial;
            empty = CaseFile.start(ground.procedure(), new CaseInfo(key.toString(), Long.toString(bureau.agency()), Bureau.FIELD, Bureau.REGION_CODE, Map.of()),
                    ground.calendar());
        }

        Made walk(List<Step> steps, boolean anew) {
            EntryStore.Link link = EntryStore.Link.FIRST;
            for (Step step : steps) {
                link = step(step, link);
            }
            Map<String, byte[]> wrapped = new HashMap<>();
            keys.forEach((party, plain) -> wrapped.put(party, ground.master().wrap(plain, PartyKeys.label(key, party))));
            Rows like = shapes.computeIfAbsent(new Shape(bureau.number(), steps.size(), filed), shape -> projected());
            Rows taken = Likeness.of(like, key, facts, Objects.requireNonNull(numbers.get("罚立")), rows.getLast().recordedAt());
            if (anew && !taken.equals(projected())) {
                throw new BenchFailed("case " + key + " has other rows than those taken over: " + projected() + " / " + taken);
            }
            return new Made(taken, rows, wrapped, numbers);
        }

        private Rows projected() {
            CaseFile file = CaseFile.of(ground.procedure(), empty.info(), ground.calendar(), entries);
            EnforcementCase head = new EnforcementCase(key, bureau.agency(), null, ground.procedure().code(), ground.procedure().title(), Bureau.FIELD,
                    Bureau.REGION_CODE, ground.law(), ground.packs(), Map.of(), null, "", null, filed, "", "", null, null, null, 0, opened);
            return Projection.rows(file, head, ground.today());
        }

        private EntryStore.Link step(Step step, EntryStore.Link before) {
            ActSpec spec = Objects.requireNonNull(ground.procedure().act(step.code()), step.code());
            Map<String, Object> form = new LinkedHashMap<>(Contents.identified(spec, empty, Walk.form(step, facts, filed)));
            LocalDate day = filed.plusDays(step.after());
            Numbers.fields(ground.procedure(), spec).values().forEach(f -> form.put(f.name(), number(f.kind(), day)));
            Act act = new Act(step.code(), Moment.of(day.atTime(LocalTime.of(9, rows.size()))), step.party() ? Map.of("party", Walk.PARTY) : Map.of(),
                    Long.toString(bureau.person(step.seat())), step.seat().roles(), step.officers() ? bureau.officers() : List.of(), form);
            Instant recorded = step.after() == 0 ? opened : act.at().date().atTime(9, 30, rows.size()).atZone(Ground.ZONE).toInstant();
            EntryStore.Row row = row(spec, act, recorded, before);
            rows.add(row);
            return new EntryStore.Link(row.recordedAt(), row.sha256(), row.sm3());
        }

        private EntryStore.Row row(ActSpec spec, Act act, Instant recorded, EntryStore.Link before) {
            long seq = rows.size() + 1;
            List<NewEntry.Personal> personal = PersonalFields.of(spec, act, empty).stream().map(p -> new NewEntry.Personal(p.party(), p.pointer())).toList();
            NewEntry entry = new NewEntry(act, registry(act), Mode.NOW, null,
                    new Circumstances(null, null, List.of(), Map.of("packs", ground.procedure().digest(), "calendar", ground.calendar().digest())), personal);
            byte[] bytes = EntryFormat.write(key, bureau.agency(), seq, recorded, entry, Sealing.seal(this::partyKey, key, act.form(), personal));
            entries.add(new Entry(seq, act, entry.registry(), recorded, Mode.NOW, null));
            return new EntryStore.Row(key, seq, bureau.agency(), recorded, EntryFormat.VERSION, bytes,
                    Links.sha256(before.sha256(), bytes), Links.sm3(before.sm3(), bytes));
        }

        private byte[] partyKey(String party) {
            return keys.computeIfAbsent(party, p -> {
                byte[] drawn = new byte[16];
                chance.nextBytes(drawn);
                return drawn;
            });
        }

        private String number(String kind, LocalDate day) {
            String number = bureau.shortName() + kind + "〔" + day.getYear() + "〕" + serial + "号";
            numbers.put(kind, number);
            return number;
        }

        private Registry registry(Act act) {
            return new Registry(agency(bureau), person(Long.parseLong(act.actor()), "林知书"),
                    act.officers().stream().map(id -> person(Long.parseLong(id), "林书安")).toList(), Map.of());
        }

        private Map<String, Object> person(long id, String name) {
            return Map.of("id", Long.toString(id), "name", name, "agency", Long.toString(bureau.agency()), "certificate", "B" + id, "officer", true,
                    "certified", true, "fits", true, "reviewer", false, "qualified", false, "hearingHost", false);
        }
    }

    private Map<String, Object> agency(Bureau b) {
        return agencies.computeIfAbsent(b.number(), n -> Map.of("id", Long.toString(b.agency()), "name", b.name(), "shortName", b.shortName(),
                "field", Bureau.FIELD, "region", Bureau.REGION_CODE, "standing", true));
    }
}
