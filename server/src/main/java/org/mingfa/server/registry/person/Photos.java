package org.mingfa.server.registry.person;

import java.time.LocalDate;
import java.util.Optional;
import org.mingfa.core.sealing.Digests;
import org.mingfa.server.access.Caller;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.RegisterParameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** 证件照片: one a person, the last given; of somebody who has left none is shown. */
@NamedInterface("exams")
@Component
public class Photos {

    private static final String SHOWN = " from person_photo f join lateral (select * from post_on(f.person_id, ?)) q on not q.ended where f.person_id = ?";

    private final JdbcClient jdbc;
    private final PersonBook people;
    private final Keeping keeping;
    private final RegisterParameters parameters;

    Photos(JdbcClient jdbc, PersonBook people, Keeping keeping, RegisterParameters parameters) {
        this.jdbc = jdbc;
        this.people = people;
        this.keeping = keeping;
        this.parameters = parameters;
    }

    /** Keeps a picture as the person's photo. @throws org.mingfa.server.operation.Problem 422 for what is no JPEG or PNG, too small or too large */
    public void put(long person, byte[] picture) {
        keeping.keep("person.write", people.agency(person));
        byte[] jpeg = Portrait.of(picture);
        keeping.change(() -> {
            if (people.posts(person).stream().findFirst().filter(p -> !p.ended()).isEmpty()) {
                throw Refused.conflict("此人没有登记岗位，或者已经离岗");
            }
            return jdbc.sql("""
                    insert into person_photo (person_id, content, sha256, recorded_by) values (?, ?, ?, ?)
                    on conflict (person_id) do update set content = excluded.content, sha256 = excluded.sha256, recorded_by = excluded.recorded_by, recorded_at = clock_timestamp()""")
                    .params(person, jpeg, Digests.sha256(jpeg), Caller.current().id()).update();
        });
    }

    public void remove(long person) {
        keeping.keep("person.write", people.agency(person));
        if (keeping.change(() -> jdbc.sql("delete from person_photo where person_id = ?").param(person).update()) == 0) {
            throw Refused.notFound("没有照片");
        }
    }

    /** JPEG. @throws org.mingfa.server.operation.Problem 404 where there is none, or the person has left */
    public byte[] of(long person) {
        keeping.read(people.agency(person));
        return jdbc.sql("select f.content" + SHOWN).params(parameters.today(), person).query(byte[].class).optional().orElseThrow(() -> Refused.notFound("没有照片"));
    }

    /** Where the person's page finds it; another photo has another address. */
    Optional<String> address(long person, LocalDate day) {
        LocalDate today = parameters.today();
        return jdbc.sql("select f.sha256" + SHOWN).params(day.isAfter(today) ? day : today, person).query(String.class).optional()
                .map(sha -> "/api/registry/people/" + person + "/photo?v=" + sha.substring(0, 12));
    }
}
