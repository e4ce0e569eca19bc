-- 登记参数: what each figure of the registers means and touches; who proposed a change, by which document, and who else approved it.
create table register_figure (
    name            text        primary key,
    ordinal         int         not null,
    topic           text        not null,                      -- 培训, 执法证件 …
    unit            text        not null,                      -- 学时, 天, 月, 年, %, 分, 件, 是否
    least           numeric     not null,
    most            numeric     not null,
    whole           boolean     not null,                      -- no fractions
    not_below       text[]      not null default '{}',         -- figures that this one may not be less than
    touches         text        not null,
    page            text        not null                       -- where it shows on the screens
);
insert into register_figure (name, ordinal, topic, unit, least, most, whole, not_below, touches, page) values
    ('training.hours',              1,  '培训',     '学时', 0, 1000, false, '{training.public-hours,training.special-hours}', '各单位年度学时是否完成、十月以前的不足提醒、人员页的年度学时', '/app/registry/training'),
    ('training.public-hours',       2,  '培训',     '学时', 0, 1000, false, '{}', '其中公共法律知识是否完成', '/app/registry/training'),
    ('training.special-hours',      3,  '培训',     '学时', 0, 1000, false, '{}', '其中专业知识和技能是否完成', '/app/registry/training'),
    ('training.new-staff-hours',    4,  '培训',     '学时', 0, 1000, false, '{}', '新进人员岗前培训是否完成', '/app/registry/training'),
    ('training.new-staff-days',     5,  '培训',     '天',   1, 3660, true,  '{}', '新进人员岗前培训的完成期限', '/app/registry/training'),
    ('training.new-staff-counts',   6,  '培训',     '天',   1, 3660, true,  '{}', '到岗多久以内算新进人员', '/app/registry/training'),
    ('training.rotation-months',    7,  '培训',     '月',   1, 240,  true,  '{}', '全员轮训到期的名单', '/app/registry/training'),
    ('reviewer.share',              8,  '法制审核', '%',    0, 100,  false, '{}', '各单位应当配备的法制审核人员数', '/app/registry/training'),
    ('certificate.soon-days',       9,  '执法证件', '天',   0, 3660, true,  '{}', '“即将到期”的人员名单', '/app/registry/people'),
    ('check.failed-suspends',       10, '执法证件', '是否', 0, 1,    true,  '{}', '年度审验不合格的证件是否同时暂扣', '/app/registry/people'),
    ('certificate.training-hours',  11, '申请领证', '学时', 0, 1000, false, '{}', '公示、发证前的培训要件', '/app/registry/applications'),
    ('certificate.training-months', 12, '申请领证', '月',   1, 240,  true,  '{}', '哪些培训计入申领要件', '/app/registry/applications'),
    ('certificate.notice-days',     13, '申请领证', '天',   1, 365,  true,  '{}', '首次发证公示到哪一天', '/app/registry/applications'),
    ('exam.pass-share',             14, '资格考试', '%',    1, 100,  false, '{}', '没有设定合格分数的考试', '/app/registry/exams'),
    ('exam.valid-years',            15, '资格考试', '年',   1, 50,   true,  '{}', '合格成绩多久以内可以申领证件', '/app/registry/applications'),
    ('exam.needs-field',            16, '资格考试', '是否', 0, 1,    true,  '{}', '申领证件是否还须通过专业法律知识考试', '/app/registry/applications'),
    ('rotation.years',              17, '岗位职责', '年',   1, 50,   true,  '{}', '轮岗到期的名单', '/app/registry/responsibilities?tab=rotation'),
    ('rotation.soon-days',          18, '岗位职责', '天',   0, 3660, true,  '{}', '轮岗即将到期的名单', '/app/registry/responsibilities?tab=rotation'),
    ('appraisal.excellent',         19, '年度考核', '分',   0, 100,  true,  '{appraisal.good}', '此后填写的考核的等次；已经审核的不变', '/app/registry/responsibilities?tab=appraisals'),
    ('appraisal.good',              20, '年度考核', '分',   0, 100,  true,  '{appraisal.fair}', '此后填写的考核的等次；已经审核的不变', '/app/registry/responsibilities?tab=appraisals'),
    ('appraisal.fair',              21, '年度考核', '分',   0, 100,  true,  '{}', '此后填写的考核的等次；已经审核的不变', '/app/registry/responsibilities?tab=appraisals'),
    ('appraisal.objection-days',    22, '年度考核', '天',   0, 365,  true,  '{}', '提出异议的最后一天', '/app/registry/responsibilities?tab=appraisals'),
    ('similar.fewest',              23, '类案',     '件',   2, 1000, true,  '{}', '类案只计数、不列分布的界限', '/app/discretion/watch'),
    ('similar.most',                24, '类案',     '件',   10, 10000, true, '{similar.fewest}', '类案分布取多少件', '/app/discretion/watch');

alter table register_parameter add column layer text not null default 'platform' check (layer in ('national', 'ministry', 'province', 'city', 'county', 'platform'));
alter table register_parameter add column verified boolean not null default false;         -- compared with the text that is cited
alter table register_parameter add column document text not null default '';
alter table register_parameter add column reason text not null default '';
alter table register_parameter add column approved_by bigint;                              -- null: came with the platform
update register_parameter set layer = 'national' where name in ('training.hours', 'reviewer.share') and recorded_by = 0;
update register_parameter set layer = 'ministry' where name in ('check.failed-suspends', 'certificate.training-hours', 'certificate.notice-days', 'training.new-staff-hours', 'appraisal.objection-days') and recorded_by = 0;
update register_parameter set layer = 'province' where name in ('exam.valid-years', 'exam.needs-field') and recorded_by = 0;
update register_parameter set layer = 'city' where name in ('training.public-hours', 'training.special-hours') and recorded_by = 0;
-- Read in the article itself: 浙江省综合行政执法条例 28, 河南省行政执法条例 21, 国办发〔2018〕118号（十一）.
update register_parameter set verified = true where name in ('exam.valid-years', 'exam.needs-field', 'reviewer.share') and recorded_by = 0;

create table register_parameter_change (
    id              bigint      generated always as identity primary key,
    name            text        not null references register_figure (name),
    valid_from      date        not null,
    value           numeric     not null,
    cite            text        not null,
    layer           text        not null check (layer in ('national', 'ministry', 'province', 'city', 'county', 'platform')),
    verified        boolean     not null,
    document        text        not null,
    reason          text        not null,
    state           text        not null default 'proposed' check (state in ('proposed', 'approved', 'returned', 'withdrawn')),
    proposed_by     bigint      not null,
    proposed_at     timestamptz not null default clock_timestamp(),
    decided_by      bigint,
    decided_at      timestamptz,
    note            text        not null default '',
    check ((state = 'proposed') = (decided_by is null)),
    check (state <> 'approved' or decided_by <> proposed_by)
);
create unique index register_parameter_change_open on register_parameter_change (name) where state = 'proposed';
create index register_parameter_change_name on register_parameter_change (name, id desc);

grant select on register_figure to mingfa_app;
grant select, insert on register_parameter_change to mingfa_app;
grant update (state, decided_by, decided_at, note) on register_parameter_change to mingfa_app;
insert into role_permission (role_code, permission) values
    ('supervisor', 'parameter.propose'), ('system-admin', 'parameter.propose'), ('supervisor', 'parameter.approve');
