package org.mingfa.server.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.server.catalogue.CurrentLaw;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the posts of the city have and do, so that each of these screens shows something: a handful of statements for all bodies. */
@Component
@ConditionalOnBooleanProperty("mingfa.practice")
class PostLoader {

    private static final String OFFICERS = """
            officers as (select p.id, p.agency_id, q.unit_id, row_number() over (partition by p.agency_id order by p.id) as n
                from person p join lateral (select * from post_on(p.id, :today)) q on q.officer and not q.ended)
            """;

    private final JdbcClient jdbc;
    private final CurrentLaw law;
    private final Clock clock;

    PostLoader(JdbcClient jdbc, CurrentLaw law, Clock clock) {
        this.jdbc = jdbc;
        this.law = law;
        this.clock = clock;
    }

    void load() {
        cameras();
        vehicles();
        posts();
        careers();
        appraisals();
        counsel();
        parameters();
    }

    /** One change of a figure that counts from next month, and one that waits for somebody else's approval. */
    private void parameters() {
        sql("""
                with who as (select min(r.person_id) filter (where p.permission = 'parameter.propose' and r.role_code = 'system-admin') as proposer,
                        min(r.person_id) filter (where p.permission = 'parameter.approve') as approver
                    from person_role r join role_permission p on p.role_code = r.role_code join agency a on a.id = r.agency_id join region g on g.id = a.region_id where g.parent_id is null),
                wanted as (select * from (values
                    ('rotation.soon-days', 120, :today + 40, 'approved', '云司发〔2026〕9号', '轮岗改为提前四个月准备'),
                    ('certificate.soon-days', 90, :today + 30, 'proposed', '云司发〔2026〕18号', '换证办理需要两个月以上，提前提醒')) x (name, value, from_day, state, document, reason)),
                asked as (insert into register_parameter_change (name, valid_from, value, cite, layer, verified, document, reason, state, proposed_by, decided_by, decided_at)
                    select w.name, w.from_day, w.value, '云岭市行政执法人员管理办法 第十二条', 'city', true, w.document, w.reason, w.state, who.proposer,
                        case when w.state = 'approved' then who.approver end, case when w.state = 'approved' then clock_timestamp() end
                    from wanted w cross join who where who.proposer is not null and who.approver is not null returning name, valid_from, value, cite, layer, verified, document, reason, state, proposed_by, decided_by)
                insert into register_parameter (name, valid_from, value, title, cite, layer, verified, document, reason, recorded_by, approved_by)
                select c.name, c.valid_from, c.value, p.title, c.cite, c.layer, c.verified, c.document, c.reason, c.proposed_by, c.decided_by
                from asked c join register_parameter p on p.name = c.name and p.recorded_by = 0 where c.state = 'approved'""");
    }

    /** Recorders for most officers, one broken, one out; one held by somebody who has been moved. */
    private void cameras() {
        sql("with " + OFFICERS + """
                , added as (
                    insert into equipment (agency_id, kind, number, model, acquired_on, state, holder_id, held_from, faulty, out_id, out_on, recorded_by)
                    select agency_id, 'body-camera', 'JLY-' || lpad(cast(n as text), 3, '0'), '1080P 64G', :today - 500, 'held', id, :today - 400, n = 3,
                        case when n = 5 then id end, case when n = 5 then :today - 1 end, 0
                    from officers where n <= 4 + agency_id % 5 returning id, holder_id, faulty, out_id),
                given as (insert into equipment_step (equipment_id, what, on_day, person_id, recorded_by) select id, 'assign', :today - 400, holder_id, 0 from added returning 1),
                broken as (insert into equipment_step (equipment_id, what, on_day, person_id, note, recorded_by)
                    select id, 'fault', :today - 9, holder_id, '不能充电', 0 from added where faulty returning 1)
                insert into equipment_step (equipment_id, what, on_day, at_time, person_id, recorded_by)
                select id, 'take-out', :today - 1, time '09:10', out_id, 0 from added where out_id is not null""");
    }

    /** Two vehicles and uniforms for each body; the vehicles are held by units. */
    private void vehicles() {
        sql("""
                insert into equipment (agency_id, kind, number, acquired_on, state, holder_unit, held_from, recorded_by)
                select a.id, 'vehicle', '云' || a.id || '执' || n, :today - 900, case when u.id is null then 'stored' else 'held' end, u.id,
                    case when u.id is not null then :today - 800 end, 0
                from agency a cross join generate_series(1, 2) n left join lateral (select min(id) as id from unit where agency_id = a.id) u on true""");
        sql("with " + OFFICERS + """
                insert into equipment (agency_id, kind, number, acquired_on, state, holder_id, held_from, recorded_by)
                select agency_id, 'uniform', 'FZ-' || lpad(cast(n as text), 3, '0'), :today - 300, 'held', id, :today - 300, 0 from officers where n <= 12""");
        sql("""
                insert into person_post (person_id, valid_from, agency_id, unit_id, title, officer, kind, ended, reason, recorded_by)
                select e.holder_id, :today - 6, e.agency_id, q.unit_id, q.title, false, q.kind, true, '退休', 0
                from equipment e join lateral (select * from post_on(e.holder_id, :today)) q on true where e.kind = 'uniform' and e.number = 'FZ-012' order by e.id limit 2""");
    }

    /** Two posts for each body; one item of each has nobody, one officer is in no post, one has been in theirs for long. */
    private void posts() {
        jdbc.sql("""
                with items as (
                    select a.id as agency_id, w.key, row_number() over (partition by a.id order by w.key) as n, count(*) over (partition by a.id) as all_of
                    from agency a join list l on l.kind = 'items' and (l.of_agency = a.id or l.of_agency is null and l.of_region is null
                        and not exists (select from list o where o.kind = 'items' and o.of_agency = a.id))
                    join list_version v on v.list_id = l.id and v.state = 'published' join list_row w on w.version_id = v.id
                    where l.of_agency is not null or w.cells ->> 'field' = a.field group by a.id, w.key),
                served as (select agency_id, array_agg(key order by key) as codes from items where n < all_of group by agency_id),
                units as (select agency_id, min(id) as first, max(id) as last from unit group by agency_id),
                wanted as (select s.agency_id, s.codes, x.* from served s join units u on u.agency_id = s.agency_id cross join lateral (values
                    (u.first, '案件办理岗', '办理行政处罚案件：调查取证，提出处理意见，送达和执行', cast(:handling as text[]), true),
                    (u.last, '法制审核岗', '审核重大执法决定的主体、权限、事实、依据、程序和裁量', cast(:reviewing as text[]) || array['案卷评查'], false)) x (unit_id, title, duties, acts, rotates)),
                added as (insert into responsibility_post (agency_id, unit_id, recorded_by) select agency_id, unit_id, 0 from wanted order by agency_id, rotates desc
                    returning id, agency_id),
                told as (select id, agency_id, row_number() over (partition by agency_id order by id) = 1 as first from added)
                insert into responsibility_version (post_id, valid_from, title, duties, items, acts, rotates, reason, recorded_by)
                select t.id, :today - 2400, w.title, w.duties, w.codes, w.acts, w.rotates, '三定方案', 0 from told t join wanted w on w.agency_id = t.agency_id and w.rotates = t.first"""
                .replace(":today", "cast(:today as date)")).param("today", LocalDate.now(clock)).param("handling", acts("立案", "调查取证", "告知", "送达", "执行"))
                .param("reviewing", acts("审核")).update();
        sql("with " + OFFICERS + """
                insert into responsibility_holder (post_id, person_id, valid_from, recorded_by)
                select p.id, o.id, case when o.n = 2 then :today - 2000 when o.n = 3 then :today - 1750 else :today - 400 end, 0
                from officers o join (select min(p.id) as id, p.agency_id from responsibility_post p group by p.agency_id) p on p.agency_id = o.agency_id
                where o.n between 2 and 9""");
        sql("""
                insert into responsibility_holder (post_id, person_id, valid_from, recorded_by)
                select p.id, x.id, :today - 300, 0 from (select max(id) as id, agency_id from responsibility_post group by agency_id) p
                join lateral (select n.id from person n join lateral (select * from post_on(n.id, :today)) q on q.reviewer and not q.ended
                    where n.agency_id = p.agency_id order by n.id limit 1) x on true""");
    }

    /** The acts of these stages of the ordinary penalty procedure that a body does itself. */
    private String[] acts(String... stages) {
        Procedure ordinary = law.laws().procedure("penalty-ordinary", "", "", LocalDate.now(clock));
        return ordinary.acts().stream().filter(a -> a.kind() == ActSpec.Kind.ACT && List.of(stages).contains(a.stage())).map(a -> "penalty-ordinary/" + a.code()).toArray(String[]::new);
    }

    /** Lead officers, powers of approval, one officer posted to the next body, commendations and insurance. */
    private void careers() {
        sql("with " + OFFICERS + """
                insert into lead_qualification (person_id, agency_id, what, from_day, until_day, by_whom, basis, recorded_by)
                select o.id, o.agency_id, 'granted', :today - 300, :today + 30 * cast(n as int), '云岭市司法局', '云岭市行政处罚案件主办人办法', 0 from officers o
                join agency a on a.id = o.agency_id join region r on r.id = a.region_id
                where n <= 4 and exists (select from certificate_on(o.id, :today - 300, a.field, r.code) c where c.valid)""");
        sql("""
                insert into approval_power (agency_id, matter, level, valid_from, up_to, basis, recorded_by)
                select a.id, '罚款决定', x.level, date '2025-01-01', x.up_to, '本单位案件审批权限规定', 0
                from agency a cross join (values ('unit-head', 500000), ('deputy-head', 5000000), ('agency-head', null)) x (level, up_to) where a.field <> '执法监督'""");
        sql("with " + OFFICERS + """
                insert into posting (person_id, home_id, body_id, from_day, directs, appraises, basis, recorded_by)
                select o.id, o.agency_id, b.id, :today - 120, 'body', 'both', '乡镇街道综合行政执法派驻方案', 0
                from officers o join agency h on h.id = o.agency_id join lateral (select id from agency x where x.region_id = h.region_id and x.id > h.id order by x.id limit 1) b on true
                where o.n = 6""");
        sql("with " + OFFICERS + """
                insert into service_record (person_id, kind, title, from_day, to_day, by_whom, document, recorded_by)
                select o.id, x.kind, x.title, :today - x.ago, case when x.kind = 'insurance' then :today + 265 end, x.by_whom, x.document, 0
                from officers o cross join (values ('commendation', '行政执法先进个人', 200, '云岭市人民政府', '云政〔2026〕8号'),
                    ('insurance', '人身意外伤害保险', 100, '云岭市财政局', '保单 2026-017')) x (kind, title, ago, by_whom, document) where o.n = 1""");
    }

    /** Last year's appraisals, at every step. */
    private void appraisals() {
        sql("with " + OFFICERS + """
                , added as (
                    insert into appraisal (person_id, agency_id, year, set_id, scores, remark, state)
                    select id, agency_id, cast(extract(year from :today) as int) - 1, (select min(id) from appraisal_set), array[10, 15, 18, 17, 9, 9, 8, 5 - cast(n as int) % 3], '履职情况良好',
                        case when n <= 2 then 'filled' when n = 3 then 'objected' else 'checked' end
                    from officers where n <= 6 returning id, state)
                insert into appraisal_step (appraisal_id, ordinal, what, note, on_day, recorded_by)
                select id, 1, 'fill', '', :today - 30, 0 from added
                union all select id, 2, 'check', '', :today - 20, 0 from added where state <> 'filled'
                union all select id, 3, 'object', '案卷评查成绩与通报不符', :today - 10, 0 from added where state = 'objected'""");
    }

    /** A lawyer asked for and one assigned. */
    private void counsel() {
        sql("""
                insert into counsel_request (agency_id, matter, from_day, to_day, state, person_id, assigned_from, assigned_to, asked_by)
                select b.id, b.matter, :today - 20, :today + 40, b.state, case when b.state = 'assigned' then l.id end, case when b.state = 'assigned' then :today - 15 end,
                    case when b.state = 'assigned' then :today + 40 end, 0
                from (select id, case when n = 1 then '重大案件法制审核协助' else '行政应诉答辩' end as matter, case when n = 1 then 'open' else 'assigned' end as state
                    from (select id, row_number() over (order by id) as n from agency where field <> '执法监督') a where n <= 2) b
                cross join (select p.id from person p join lateral (select * from post_on(p.id, :today)) q on q.kind = 'government-lawyer' order by p.id limit 1) l""");
    }

    private void sql(String text) {
        jdbc.sql(text.replace(":today", "cast(:today as date)")).param("today", LocalDate.now(clock)).update();
    }
}
