-- After the critical reading of the registers: who is removed from an exam, whose account was closed once, the grade as it was given.
create table exam_removal (
    id              bigint      generated always as identity primary key,
    session_id      bigint      not null references exam_session (id),
    person_id       bigint      not null references person (id),
    ticket          int         not null,
    application_id  bigint      not null references certificate_application (id),
    reason          text        not null,
    recorded_by     bigint      not null,
    recorded_at     timestamptz not null default clock_timestamp()
);
create index exam_removal_session on exam_removal (session_id, id desc);
create index exam_removal_application on exam_removal (application_id, id desc);
grant select, insert on exam_removal to mingfa_app;
grant delete on exam_candidate to mingfa_app;

-- An account is closed once for a last day; who is let in again on purpose stays.
create table leaver_closed (
    person_id       bigint      not null references person (id),
    valid_from      date        not null,
    closed_at       timestamptz not null default clock_timestamp(),
    primary key (person_id, valid_from)
);
insert into leaver_closed (person_id, valid_from) select distinct person_id, valid_from from person_post where ended and valid_from < current_date;
grant select, insert on leaver_closed to mingfa_app;

-- The grade is what it was when it was checked or answered, whatever is asked later.
alter table appraisal_step add column grade text;

update register_parameter set cite = '浙江省综合行政执法条例 第二十八条（该条为一省对其他在编人员的规定，借作平台默认值）' where name = 'exam.valid-years' and recorded_by = 0;
update appraisal_forbidden set cite = '国办发〔2022〕27号（六）；国办发〔2024〕54号（涉企行政检查）' where why = '以处罚、检查的数量考核';
