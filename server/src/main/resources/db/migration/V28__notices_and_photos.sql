-- 公示 of applications and 照片 on certificates, as far as the public sees them; training of new staff and 全员轮训.
create table person_photo (
    person_id       bigint      primary key references person (id),
    content         bytea       not null check (octet_length(content) between 1 and 400000),   -- JPEG, encoded here, no metadata
    sha256          text        not null,
    recorded_by     bigint      not null,
    recorded_at     timestamptz not null default clock_timestamp()
);
grant select, insert, update, delete on person_photo to mingfa_app;

-- A photo is shown as long as its holder is there and the certificate runs and has neither been suspended nor taken away.
create function public_certificate_photo(of_code text, day date) returns bytea
    language sql stable security definer set search_path = public as $$
    select f.content
    from certificate_code k
    join lateral (select * from certificate v where v.number = k.number and v.valid_from <= day
                  order by v.valid_from desc, v.recorded_at desc limit 1) c on true
    join lateral (select * from post_on(c.person_id, day)) q on not q.ended
    join person_photo f on f.person_id = c.person_id
    where k.code = of_code and not c.suspended and c.last_day >= day
$$;
-- Who is to get a certificate, while the notice runs: a page of 200 and one more, those after an application.
create function public_certificate_notices(day date, after bigint)
    returns table (id bigint, name text, agency_name text, field text, region_name text, notice_from date, notice_to date)
    language sql stable security definer set search_path = public as $$
    select x.id, p.name, a.name, x.field, coalesce((select r.name from region r where r.code = x.region_code order by r.id limit 1), x.region_code), x.notice_from, x.notice_to
    from certificate_application x join person p on p.id = x.person_id join agency a on a.id = x.agency_id
    where x.state = 'notice' and x.notice_from <= day and x.notice_to >= day
      and (after is null or (x.notice_from, x.id) < ((select b.notice_from from certificate_application b where b.id = after), after))
    order by x.notice_from desc, x.id desc limit 201
$$;
revoke execute on function public_certificate_photo(text, date), public_certificate_notices(date, bigint) from public;
grant execute on function public_certificate_photo(text, date), public_certificate_notices(date, bigint) to mingfa_portal;

alter table training_course add column purpose text not null default 'ordinary' check (purpose in ('ordinary', 'new-staff', 'rotation'));
create index person_post_officer_since on person_post (person_id, valid_from) where officer and not ended;
create index person_post_officer_begun on person_post (valid_from, person_id) where officer and not ended;
insert into register_parameter (name, valid_from, value, title, cite, recorded_by) values
    ('training.new-staff-hours', '1900-01-01', 60,  '新进执法人员的岗前培训学时', '交通运输行政执法证件管理规定：申领前参加不少于60学时的培训', 0),
    ('training.new-staff-days',  '1900-01-01', 180, '到执法岗位后多少天内完成岗前培训', '平台默认值：法律、行政法规没有规定', 0),
    ('training.new-staff-counts', '1900-01-01', 365, '到执法岗位后多少天内算新进人员', '平台默认值', 0),
    ('training.rotation-months', '1900-01-01', 36,  '全员轮训的周期（月）', '平台默认值；国办发〔2023〕27号部署全员轮训，没有规定周期', 0);
