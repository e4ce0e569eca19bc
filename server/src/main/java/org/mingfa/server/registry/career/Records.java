package org.mingfa.server.registry.career;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.person.PersonBook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 表彰奖励 and 职业保障 as records with their papers: seen by the person and by whoever keeps the people of their body. */
@Component
public class Records {

    public static final List<String> KINDS = List.of("commendation", "insurance", "counselling", "crisis", "examination", "legal-aid");

    public record Kept(String id, String kind, String title, LocalDate fromDay, @Nullable LocalDate toDay, String byWhom, String document, String voidReason) {}

    public record NewRecord(String kind, String title, LocalDate from, @Nullable LocalDate to, String byWhom, String document) {}

    private final JdbcClient jdbc;
    private final Keeping keeping;
    private final PersonBook people;

    Records(JdbcClient jdbc, Keeping keeping, PersonBook people) {
        this.jdbc = jdbc;
        this.keeping = keeping;
        this.people = people;
    }

    /** The newest first; commendations for whoever sees the body, protection for the person and the keeper only. */
    public List<Kept> of(long person, boolean all) {
        return jdbc.sql("""
                        select id, kind, title, from_day, to_day, by_whom, document, void_reason from service_record
                        where person_id = :person and (:all or kind = 'commendation') order by from_day desc, id desc limit 100""")
                .param("person", person).param("all", all).query(Kept.class).list();
    }

    /** @return false where it is registered already: sending it twice changes nothing */
    public boolean add(long person, NewRecord n) {
        keeping.keep("career.write", people.agency(person));
        if (n.to != null && n.to.isBefore(n.from)) {
            throw Refused.invalid("/to", "不得早于开始的日期");
        }
        return keeping.change(() -> jdbc.sql("""
                insert into service_record (person_id, kind, title, from_day, to_day, by_whom, document, recorded_by) values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (person_id, kind, title, from_day, document) do nothing""")
                .params(person, n.kind, n.title, n.from, n.to, n.byWhom, n.document, Caller.current().id()).update()) > 0;
    }

    /** A record that was wrong stays, marked so. */
    public void strike(long person, long id, String reason) {
        keeping.keep("career.write", people.agency(person));
        keeping.change(() -> {
            if (jdbc.sql("update service_record set void_reason = ? where id = ? and person_id = ? and void_reason = ''").params(reason, id, person).update() == 0) {
                throw Refused.notFound("没有这条记录，或者已经作废");
            }
            return id;
        });
    }
}
