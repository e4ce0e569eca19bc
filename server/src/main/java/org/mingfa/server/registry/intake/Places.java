package org.mingfa.server.registry.intake;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mingfa.server.registry.store.RegionStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bodies and regions by the names that people write, read once for a whole table. */
final class Places {

    /** @param kind of a body: statutory, authorised, entrusted, "" where it was never described */
    record Body(long id, String name, int region, String field, String kind) {}

    record Region(int id, String name, String code) {}

    private final Map<String, Body> bodies = new HashMap<>();
    private final Map<String, Set<String>> namesakes = new HashMap<>();
    private final Map<String, Body> former = new HashMap<>();
    private final Map<String, Region> regions = new HashMap<>();
    private final Map<String, Set<Region>> ours = new HashMap<>();
    private final Map<String, Body> coded = new HashMap<>();
    private final Set<String> twins = new HashSet<>();
    private final Set<String> ambiguous = new HashSet<>();
    private final Set<String> fields = new HashSet<>();

    /** @param reach regions whose bodies the caller keeps */
    Places(JdbcClient jdbc, List<Integer> reach, LocalDate today) {
        Integer[] mine = reach.toArray(Integer[]::new);
        jdbc.sql("""
                        select a.id, a.name, a.region_id, a.field, coalesce(b.kind, ''), r.code from agency a join region r on r.id = a.region_id
                        left join lateral (select kind from body_on(a.id, ?)) b on true where a.region_id = any (?)""").params(today, mine)
                .query(rs -> { take(new Body(rs.getLong(1), rs.getString(2), rs.getInt(3), rs.getString(4), rs.getString(5)), rs.getString(6)); });
        jdbc.sql("select distinct v.name, a.name from body_version v join agency a on a.id = v.agency_id where a.region_id = any (?) and v.name <> a.name").param(mine)
                .query(rs -> { former.put(rs.getString(1), bodies.get(rs.getString(2))); });
        fields.addAll(jdbc.sql("select distinct field from agency").query(String.class).list());
        jdbc.sql("select r.id, r.name, r.code, coalesce(p.name, '') from region r left join region p on p.id = r.parent_id where r.code <> ''").query(rs -> {
            Region region = new Region(rs.getInt(1), rs.getString(2), rs.getString(3));
            boolean own = reach.contains(region.id);
            regions.put(region.code, region);
            call(region.name, region, own);
            call(rs.getString(4) + region.name, region, own);
        });
    }

    /** A name that two bodies have is neither's: with the division code before it (149902 名称) it says which. */
    private void take(Body body, String code) {
        Body before = bodies.putIfAbsent(body.name, body);
        namesakes.computeIfAbsent(body.name, n -> new TreeSet<>()).add(code);
        if (before != null && before.id != body.id) {
            twins.add(body.name);
        }
        Body same = coded.putIfAbsent(code + " " + body.name, body);
        if (same != null && same.id != body.id) {
            twins.add(code + " " + body.name);
        }
    }

    /** Whether more than one body in the caller's regions is called so. */
    boolean twins(String name) {
        return twins.contains(name);
    }

    /** Whether a body is called so already, or was. */
    boolean known(String name) {
        return bodies.containsKey(name) || former.containsKey(name);
    }

    /** A name of two regions is nobody's, unless just one is the caller's. */
    private void call(String name, Region region, boolean own) {
        Region before = regions.putIfAbsent(name, region);
        if (before != null && before.id != region.id) {
            ambiguous.add(name);
        }
        if (own) {
            ours.computeIfAbsent(name, n -> new HashSet<>()).add(region);
        }
    }

    /** By its name now, or one it had. */
    Optional<Body> body(String name) {
        if (twins.contains(name)) {
            return Optional.empty();
        }
        return Optional.ofNullable(bodies.getOrDefault(name, coded.getOrDefault(name, former.get(name))));
    }

    Optional<Region> region(String nameOrCode) {
        if (ambiguous.contains(nameOrCode)) {
            Set<Region> mine = ours.getOrDefault(nameOrCode, Set.of());
            return mine.size() == 1 ? mine.stream().findFirst() : Optional.empty();
        }
        return Optional.ofNullable(regions.get(nameOrCode));
    }

    boolean field(String name) {
        return fields.contains(name);
    }

    String fields() {
        return String.join("、", fields.stream().sorted().limit(40).toList());
    }

    /** Up to three names that resemble one. */
    String like(String name) {
        if (twins.contains(name)) {
            Set<String> codes = namesakes.getOrDefault(name, Set.of());
            return "登记册中有几个主体都叫这个名称，不能断定是哪一个" + (codes.size() > 1 ? "：请在名称前写行政区划代码和空格，如 " + codes.iterator().next() + " " + name + "（" + String.join("、", codes) + "）"
                    : "：请先在登记册中区分名称");
        }
        String end = name.length() > 4 ? name.substring(name.length() - 5) : name;
        List<String> near = bodies.keySet().stream().filter(n -> n.contains(end) || end.contains(n)).sorted().limit(3).toList();
        return near.isEmpty() ? "请填写执法主体名录中的全称，或者先登记该单位" : "请填写执法主体名录中的全称，如：" + String.join("、", near);
    }
}
