package org.mingfa.server.discretion;

import java.util.List;
import org.mingfa.server.discretion.store.BenchmarkSetStore;
import org.mingfa.server.operation.Refused;

/**
 * Who publishes a benchmark (制定机关), and what it may make: tables of its own level or below, for its own region or within
 * (国办发〔2022〕27号 （四）（五）: each level makes its own; a lower one refines the upper's).
 *
 * @param level national, province, city, county; empty: none (乡镇街道)
 * @param code beginning of its division code; empty: everywhere
 */
record Publisher(String level, String code) {

    private static final List<String> LEVELS = List.of("national", "province", "city", "county");
    private static final List<String> TITLES = List.of("国家", "省", "市", "县");

    static Publisher of(BenchmarkSetStore.Place place) {
        String level = switch (place.level()) {
            case "country" -> "national";
            case "township" -> "";
            default -> place.level();
        };
        return new Publisher(level, level.equals("national") ? "" : beginning(place.code()));
    }

    /** 140000 names a province by its 14, 140100 a city by its 1401. */
    static String beginning(String code) {
        return code.endsWith("0000") ? code.substring(0, 2) : code.endsWith("00") ? code.substring(0, Math.max(0, code.length() - 2)) : code;
    }

    /** @throws org.mingfa.server.operation.Problem 422 for a level above, or a region outside, its own */
    void unlessBeyond(String whose, String where) {
        if (level.isEmpty()) {
            throw Refused.invalid("/level", "乡镇、街道不制定裁量权基准，执行县级以上的基准");
        }
        int mine = LEVELS.indexOf(level);
        if (LEVELS.contains(whose) && LEVELS.indexOf(whose) < mine) {
            throw Refused.invalid("/level", TITLES.get(mine) + "级不能公布" + TITLES.get(LEVELS.indexOf(whose)) + "级的基准：由制定机关公布");
        }
        if (code.isEmpty() && !level.equals("national")) {
            throw Refused.invalid("/region", "制定机关所在地区没有登记行政区划代码，请先登记");
        }
        if (!where.startsWith(code)) {
            throw Refused.invalid("/region", "适用地区（" + (where.isEmpty() ? "全部" : where) + "）超出制定机关的地区（" + code + "）");
        }
    }
}
