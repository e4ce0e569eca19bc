package org.mingfa.server.registry.career;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.RegisterParameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 分级授权: who may approve what up to which amount, each body's own data by date. It is shown, not enforced in cases. */
@Component
public class Powers {

    /** @param upTo 分; null: no limit by amount */
    public record Power(String id, String matter, String level, String levelTitle, int ordinal, LocalDate validFrom, @Nullable Long upTo, boolean ended, String basis) {}

    public record Level(String code, String title) {}

    public record NewPower(String matter, String level, LocalDate from, @Nullable Long upTo, boolean ended, String basis) {}

    private final JdbcClient jdbc;
    private final Keeping keeping;
    private final RegisterParameters parameters;

    Powers(JdbcClient jdbc, Keeping keeping, RegisterParameters parameters) {
        this.jdbc = jdbc;
        this.keeping = keeping;
        this.parameters = parameters;
    }

    public List<Level> levels() {
        return jdbc.sql("select code, title from approval_level order by ordinal").query(Level.class).list();
    }

    /** In force on a day, by matter and level; at most 500. */
    public List<Power> of(long agency, @Nullable LocalDate on) {
        keeping.see("service.read", agency);
        return on(agency, on == null ? parameters.today() : on).stream().filter(p -> !p.ended()).toList();
    }

    private List<Power> on(long agency, LocalDate day) {
        return jdbc.sql("""
                        select * from (select distinct on (p.matter, p.level) p.id, p.matter, p.level, l.title as level_title, l.ordinal, p.valid_from, p.up_to, p.ended, p.basis
                            from approval_power p join approval_level l on l.code = p.level where p.agency_id = ? and p.valid_from <= ?
                            order by p.matter, p.level, p.valid_from desc) x order by matter, ordinal limit 500""").params(agency, day).query(Power.class).list();
    }

    public void set(long agency, NewPower n) {
        keeping.keep("career.write", agency);
        keeping.change(() -> {
            if (levels().stream().noneMatch(l -> l.code().equals(n.level))) {
                throw Refused.invalid("/level", "没有这个审批层级");
            }
            LocalDate last = jdbc.sql("select max(valid_from) from approval_power where agency_id = ? and matter = ? and level = ?").params(agency, n.matter, n.level)
                    .query(LocalDate.class).optional().orElse(null);
            if (last != null && !n.from.isAfter(last)) {
                throw Refused.invalid("/from", "应晚于这一层级最近一次登记的日期 " + last);
            }
            if (n.ended && last == null) {
                throw Refused.invalid("/ended", "这一层级没有授权，不能收回");
            }
            jdbc.sql("insert into approval_power (agency_id, matter, level, valid_from, up_to, ended, basis, recorded_by) values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(agency, n.matter, n.level, n.from, n.upTo, n.ended, n.basis, Caller.current().id()).update();
            jdbc.sql("select distinct valid_from from approval_power where agency_id = ? and matter = ? and valid_from >= ? order by valid_from").params(agency, n.matter, n.from)
                    .query(LocalDate.class).list().forEach(day -> rising(agency, n.matter, day));
            return agency;
        });
    }

    /** A higher level approves at least as much as a lower one. */
    private void rising(long agency, String matter, LocalDate day) {
        List<Power> levels = on(agency, day).stream().filter(p -> p.matter().equals(matter) && !p.ended()).toList();
        for (int i = 1; i < levels.size(); i++) {
            Long lower = levels.get(i - 1).upTo();
            Long higher = levels.get(i).upTo();
            if (higher != null && (lower == null || Objects.requireNonNull(lower) > higher)) {
                throw Refused.invalid("/upTo", "“" + levels.get(i - 1).levelTitle() + "”的审批额度高于“" + levels.get(i).levelTitle() + "”");
            }
        }
    }
}
