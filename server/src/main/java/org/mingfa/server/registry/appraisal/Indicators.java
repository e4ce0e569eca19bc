package org.mingfa.server.registry.appraisal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.operation.Problem.Fault;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.Keeping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sets of indicators (考核指标) by year and region, and the refusal of what an indicator may not count. */
@Component
public class Indicators {

    public record Indicator(String title, String standard, int points) {}

    /** @param regionName null: the platform's default */
    public record Set(long id, @Nullable String regionName, int fromYear, String cite, List<Indicator> indicators) {}

    private record Head(long id, @Nullable String regionName, int fromYear, String cite) {}

    private record Forbidden(String pattern, String why, String cite) {}

    private final JdbcClient jdbc;
    private final Keeping keeping;

    Indicators(JdbcClient jdbc, Keeping keeping) {
        this.jdbc = jdbc;
        this.keeping = keeping;
    }

    /** Those of a year for a body: its nearest region's, of these the latest that has begun. */
    public Set of(long agency, int year) {
        Head head = jdbc.sql("""
                        with recursive up (region, parent, far) as (
                            select r.id, r.parent_id, 1 from agency a join region r on r.id = a.region_id where a.id = :agency
                            union all select r.id, r.parent_id, up.far + 1 from up join region r on r.id = up.parent)
                        select s.id, r.name as region_name, s.from_year, s.cite from appraisal_set s left join up on up.region = s.region_id left join region r on r.id = s.region_id
                        where s.from_year <= :year and (s.region_id is null or up.region is not null) order by coalesce(up.far, 1000), s.from_year desc limit 1""")
                .param("agency", agency).param("year", year).query(Head.class).single();
        return whole(head);
    }

    Set one(long set) {
        return whole(jdbc.sql("select s.id, r.name as region_name, s.from_year, s.cite from appraisal_set s left join region r on r.id = s.region_id where s.id = ?")
                .param(set).query(Head.class).single());
    }

    private Set whole(Head h) {
        return new Set(h.id, h.regionName, h.fromYear, h.cite, jdbc.sql("select title, standard, points from appraisal_indicator where set_id = ? order by ordinal").param(h.id)
                .query(Indicator.class).list());
    }

    /** Sets those of the caller's region from a year on; 100 points in all. */
    public long set(int fromYear, String cite, List<Indicator> wanted) {
        check(wanted);
        int region = Caller.current().agency().region();
        return keeping.change(() -> {
            Integer last = jdbc.sql("select max(from_year) from appraisal_set where region_id = ?").param(region).query(Integer.class).optional().orElse(null);
            if (last != null && fromYear <= last) {
                throw Refused.invalid("/fromYear", "应晚于本地区现有指标开始的年度 " + last);
            }
            long set = jdbc.sql("insert into appraisal_set (region_id, from_year, cite, recorded_by) values (?, ?, ?, ?) returning id")
                    .params(region, fromYear, cite, Caller.current().id()).query(Long.class).single();
            for (int i = 0; i < wanted.size(); i++) {
                Indicator w = wanted.get(i);
                jdbc.sql("insert into appraisal_indicator (set_id, ordinal, title, standard, points) values (?, ?, ?, ?, ?)").params(set, i + 1, w.title, w.standard, w.points).update();
            }
            return set;
        });
    }

    /** @throws org.mingfa.server.operation.Problem 422 naming every indicator that counts what none may count, with the citation */
    void check(List<Indicator> wanted) {
        List<Fault> faults = new ArrayList<>();
        List<Forbidden> forbidden = jdbc.sql("select pattern, why, cite from appraisal_forbidden").query(Forbidden.class).list();
        for (int i = 0; i < wanted.size(); i++) {
            for (String text : List.of(wanted.get(i).title, wanted.get(i).standard)) {
                String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Cf}·.\\-_/]+", "");
                int at = i;
                forbidden.stream().filter(f -> Pattern.compile(f.pattern).matcher(plain).find()).findFirst()
                        .ifPresent(f -> faults.add(new Fault("/indicators/" + at, "指标“" + wanted.get(at).title + "”" + f.why + "，不得作为考核指标（" + f.cite + "）")));
            }
        }
        if (wanted.stream().mapToInt(Indicator::points).sum() != 100) {
            faults.add(new Fault("/indicators", "各项分值之和应为 100"));
        }
        if (!faults.isEmpty()) {
            throw Refused.invalid(faults.stream().distinct().toList());
        }
    }
}
