-- 题库, 考试 and 申请领证. A question that changed is a new version, so that a paper stays what it was; answers are read
-- by whoever keeps the bank alone.
create table exam_question (
    id              bigint      generated always as identity primary key,
    region_id       int         not null references region (id),
    number          int         not null,                      -- 题号, the same for all versions
    version         int         not null,
    kind            text        not null check (kind in ('single', 'multiple', 'judgement')),
    category        text        not null check (category in ('public', 'field')),
    field           text        not null default '',           -- 执法领域 of a field question
    stem            text        not null,
    stem_key        text        not null,                      -- without blanks and brackets: the same question is not asked twice
    options         text[]      not null,
    answer          text        not null,                      -- letters in order, e.g. AC
    basis           text        not null,
    recorded_by     bigint      not null,
    recorded_at     timestamptz not null default clock_timestamp(),
    unique (region_id, number, version),
    check ((category = 'field') = (field <> ''))
);
create index exam_question_stem on exam_question (region_id, md5(stem_key));
create table exam_question_withdrawal (
    question_id     bigint      primary key references exam_question (id),
    reason          text        not null,
    recorded_by     bigint      not null,
    recorded_at     timestamptz not null default clock_timestamp()
);

-- The newest version of each question, unless withdrawn.
create view exam_question_current with (security_invoker = true) as
    select q.*, w.question_id is not null as withdrawn, coalesce(w.reason, '') as withdrawn_reason
    from exam_question q left join exam_question_withdrawal w on w.question_id = q.id
    where not exists (select from exam_question n where n.region_id = q.region_id and n.number = q.number and n.version > q.version);

create table exam_session (
    id              bigint      generated always as identity primary key,
    region_id       int         not null references region (id),
    title           text        not null,
    field           text        not null default '',           -- of its field questions
    opens_at        timestamptz not null,
    closes_at       timestamptz not null,
    minutes         int         not null check (minutes between 1 and 600),
    pass_mark       numeric(6,1) not null check (pass_mark > 0),
    pass_cite       text        not null,
    resit_of        bigint      references exam_session (id),
    seed_digest     text        not null,                      -- SHA-256 of the seed, told before it opens
    seed_sealed     bytea       not null,                      -- the seed itself, published after it closes
    pool_digest     text        not null,
    cancelled       text,                                      -- reason
    recorded_by     bigint      not null,
    recorded_at     timestamptz not null default clock_timestamp(),
    check (closes_at > opens_at)
);
create index exam_session_region on exam_session (region_id, id desc);
create table exam_part (
    session_id      bigint      not null references exam_session (id),
    ordinal         int         not null,
    kind            text        not null,
    category        text        not null,
    questions       int         not null check (questions between 1 and 500),
    points          numeric(5,1) not null check (points > 0),
    primary key (session_id, ordinal)
);
-- What may be drawn, fixed with the commitment to the seed.
create table exam_pool (
    session_id      bigint      not null references exam_session (id),
    part            int         not null,
    question_id     bigint      not null references exam_question (id),
    primary key (session_id, part, question_id)
);
create index exam_pool_question on exam_pool (question_id);

-- 申请领证: a person's application; its state follows from the steps, which are only added.
create table certificate_application (
    id              bigint      generated always as identity primary key,
    person_id       bigint      not null references person (id),
    agency_id       bigint      not null references agency (id),
    field           text        not null,
    region_code     text        not null,
    statement       text        not null default '',
    state           text        not null default 'filed'
        check (state in ('filed', 'checked', 'notice', 'issued', 'returned', 'withdrawn', 'refused')),
    notice_from     date,
    notice_to       date,
    number          text,                                      -- of the certificate issued on it
    filed_by        bigint      not null,
    filed_at        timestamptz not null default clock_timestamp()
);
create unique index certificate_application_open on certificate_application (person_id) where state in ('filed', 'checked', 'notice');
create index certificate_application_agency on certificate_application (agency_id, id desc);
create index certificate_application_person on certificate_application (person_id, id desc);
create index certificate_application_notice on certificate_application (notice_from desc, id desc) where state = 'notice';
create table certificate_application_step (
    id              bigint      generated always as identity primary key,
    application_id  bigint      not null references certificate_application (id),
    step            text        not null check (step in ('filed', 'checked', 'returned', 'notice', 'objection', 'answered', 'withdrawn', 'refused', 'issued')),
    on_day          date        not null,
    note            text        not null default '',
    recorded_by     bigint      not null,
    recorded_at     timestamptz not null default clock_timestamp()
);
create index certificate_application_step_of on certificate_application_step (application_id, id);
-- What a unit confirms of an applicant (申领条件), by date and citation.
create table application_condition (
    code            text        not null,
    valid_from      date        not null,
    ordinal         int         not null,
    title           text        not null,
    cite            text        not null,
    ended           boolean     not null default false,
    primary key (code, valid_from)
);
insert into application_condition (code, valid_from, ordinal, title, cite) values
    ('staff',    '1900-01-01', 1, '属于本单位在编在职人员，在执法岗位工作', '河南省行政执法条例 第二十条'),
    ('adult',    '1900-01-01', 2, '年满十八周岁，身体健康', '河南省行政执法条例 第二十条；交通运输行政执法证件管理规定'),
    ('conduct',  '1900-01-01', 3, '品行良好，熟悉法律和业务', '河南省行政执法条例 第二十条；交通运输行政执法证件管理规定'),
    ('excluded', '1900-01-01', 4, '不是工勤人员、劳动合同工、临时工、劳务派遣人员或者临时借调人员', '河南省行政执法条例 第二十条；山东省行政执法监督条例 第十条'),
    ('record',   '1900-01-01', 5, '没有受过刑事处罚，没有被开除公职', '交通运输行政执法证件管理规定');

-- What must be met before a certificate is issued on an application (申领要件), by date and citation.
create table application_requirement (
    name            text        not null,
    valid_from      date        not null,
    ordinal         int         not null,
    title           text        not null,
    cite            text        not null,
    ended           boolean     not null default false,
    primary key (name, valid_from)
);
insert into application_requirement (name, valid_from, ordinal, title, cite) values
    ('post',   '1900-01-01', 1, '执法岗位', '行政处罚法 第四十二条；河南省行政执法条例 第二十条'),
    ('check',  '1900-01-01', 2, '单位审查', '河南省行政执法条例 第二十条'),
    ('hours',  '1900-01-01', 3, '培训学时', '交通运输行政执法证件管理规定：申领前的培训'),
    ('exam',   '1900-01-01', 4, '资格考试', '行政处罚法 第四十二条；国办发〔2018〕118号（五）'),
    ('notice', '1900-01-01', 5, '公示', '交通运输行政执法证件管理规定：发证前公示');

create table exam_candidate (
    session_id      bigint      not null references exam_session (id),
    person_id       bigint      not null references person (id),
    ticket          int         not null,                      -- 准考证号 within the session
    application_id  bigint      not null references certificate_application (id),
    admitted_by     bigint      not null,
    admitted_at     timestamptz not null default clock_timestamp(),
    started_at      timestamptz,
    ends_at         timestamptz,
    handed_in_at    timestamptz,
    by_clock        boolean     not null default false,
    score           numeric(6,1),
    passed          boolean,
    primary key (session_id, person_id),
    unique (session_id, ticket),
    check ((handed_in_at is null) = (score is null) and (score is null) = (passed is null))
);
create index exam_candidate_person on exam_candidate (person_id, session_id desc);
create index exam_candidate_running on exam_candidate (ends_at) where handed_in_at is null and ends_at is not null;
create table exam_paper (
    session_id      bigint      not null,
    person_id       bigint      not null,
    position        int         not null,
    question_id     bigint      not null references exam_question (id),
    points          numeric(5,1) not null,
    primary key (session_id, person_id, position),
    foreign key (session_id, person_id) references exam_candidate (session_id, person_id)
);
create index exam_paper_question on exam_paper (question_id);
create table exam_answer (
    session_id      bigint      not null,
    person_id       bigint      not null,
    position        int         not null,
    answer          text        not null,
    saved_at        timestamptz not null,
    primary key (session_id, person_id, position),
    foreign key (session_id, person_id, position) references exam_paper (session_id, person_id, position)
);
-- What was handed in stays as it is, whoever asks.
create function exam_stays() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'exam_candidate' then
        if old.handed_in_at is not null then raise exception 'this paper is handed in'; end if;
    elsif exists (select from exam_candidate c where c.session_id = new.session_id and c.person_id = new.person_id and c.handed_in_at is not null) then
        raise exception 'this paper is handed in';
    end if;
    return new;
end $$;
create trigger exam_candidate_stays before update on exam_candidate for each row execute function exam_stays();
create trigger exam_answer_stays before insert or update on exam_answer for each row execute function exam_stays();

grant select, insert on exam_question, exam_question_withdrawal, exam_session, exam_part, exam_pool, exam_candidate, exam_paper, exam_answer,
    certificate_application, certificate_application_step, application_condition, application_requirement to mingfa_app;
grant select on exam_question_current to mingfa_app;
grant update (cancelled) on exam_session to mingfa_app;
grant update (started_at, ends_at, handed_in_at, by_clock, score, passed) on exam_candidate to mingfa_app;
grant update (answer, saved_at) on exam_answer to mingfa_app;
grant update (state, notice_from, notice_to, number) on certificate_application to mingfa_app;

insert into register_parameter (name, valid_from, value, title, cite, recorded_by) values
    ('exam.pass-share',            '1900-01-01', 60, '考试合格分数占总分的百分比', '平台默认值：法律、行政法规没有规定，由组织考试的机关确定', 0),
    ('exam.valid-years',           '1900-01-01', 5,  '考试合格后未领证的，成绩保留的年数', '浙江省综合行政执法条例 第二十八条', 0),
    ('exam.needs-field',           '1900-01-01', 0,  '申领证件须通过专业法律知识考试（1 是，0 否）', '河南省行政执法条例 第二十一条；平台默认不要求', 0),
    ('certificate.training-hours', '1900-01-01', 60, '申领证件前的培训学时', '交通运输行政执法证件管理规定：申领前参加不少于60学时的培训', 0),
    ('certificate.training-months','1900-01-01', 24, '申领证件前的培训计入最近几个月', '平台默认值', 0),
    ('certificate.notice-days',    '1900-01-01', 7,  '首次发证前公示的天数', '交通运输行政执法证件管理规定：发证前公示一周', 0);

-- 应考人员: someone who is here only to apply and sit an exam.
insert into role (code, title, ordinal, reach) values ('candidate', '应考人员', 14, 'agency');
insert into role_permission (role_code, permission) select code, 'exam.take' from role;
insert into role_permission (role_code, permission) values
    ('supervisor', 'exam.bank'), ('supervisor', 'exam.bank.export'), ('supervisor', 'exam.manage'),
    ('supervisor', 'exam.read'), ('registrar', 'exam.read'), ('agency-head', 'exam.read'),
    ('supervisor', 'exam.admit'), ('registrar', 'exam.admit.own'),
    ('registrar', 'application.check.own'), ('agency-head', 'application.check.own'),
    ('supervisor', 'application.decide'), ('security-admin', 'application.decide');
