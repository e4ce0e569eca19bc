-- 培训 (courses, hours) and the figures that the registers are held to, as data with their citations.
create table register_parameter (
    name            text        not null,
    valid_from      date        not null,
    value           numeric     not null,
    title           text        not null,
    cite            text        not null,
    recorded_by     bigint      not null,
    recorded_at     timestamptz not null default clock_timestamp(),
    primary key (name, valid_from, recorded_at)
);
insert into register_parameter (name, valid_from, value, title, cite, recorded_by) values
    ('training.hours',         '1900-01-01', 60,   '年度培训学时',             '国办发〔2023〕27号：行政执法人员每年参加不少于60学时的公共法律知识、业务知识和行政执法技能培训', 0),
    ('training.public-hours',  '1900-01-01', 30,   '其中公共法律知识',         '日照市行政执法质量三年提升行动：公共法律知识培训每年不少于30学时', 0),
    ('training.special-hours', '1900-01-01', 30,   '其中专业知识和技能',       '日照市行政执法质量三年提升行动：专业法律知识和技能培训每年不少于30学时', 0),
    ('reviewer.share',         '1900-01-01', 5,    '法制审核人员占执法人员的百分比', '国办发〔2018〕118号（十一）：法制审核人员原则上不少于本单位执法人员总数的5%', 0),
    ('certificate.soon-days',  '1900-01-01', 60,   '执法证件到期前提醒的天数', '平台默认值', 0),
    ('check.failed-suspends',  '1900-01-01', 1,    '年度审验不合格的暂扣执法证件（1 是，0 否）', '交通运输行政执法证件管理规定 第三十一条', 0);

create table training_course (
    id              bigint      generated always as identity primary key,
    region_id       int         not null references region (id),
    agency_id       bigint      references agency (id),        -- null: for all bodies of the region
    title           text        not null,
    kind            text        not null check (kind in ('public', 'special')),
    form            text        not null check (form in ('classroom', 'online', 'practice')),
    hours           numeric(5,1) not null check (hours > 0 and hours <= 200),
    held_on         date        not null,
    organiser       text        not null default '',
    recorded_by     bigint      not null,
    recorded_at     timestamptz not null default clock_timestamp()
);
create index training_course_region on training_course (region_id, held_on desc, id desc);

-- Hours that count for a year; a sign-in is the record of a course.
create table training_record (
    id              bigint      generated always as identity primary key,
    person_id       bigint      not null references person (id),
    year            int         not null,
    kind            text        not null check (kind in ('public', 'special')),
    hours           numeric(5,1) not null check (hours > 0 and hours <= 500),
    held_on         date        not null,
    title           text        not null,
    organiser       text        not null default '',
    course_id       bigint      references training_course (id),
    recorded_by     bigint      not null,
    recorded_at     timestamptz not null default clock_timestamp(),
    check (extract(year from held_on) = year)
);
create unique index training_record_course on training_record (course_id, person_id) where course_id is not null;
create index training_record_person on training_record (person_id, year);

grant select, insert on register_parameter, training_course, training_record to mingfa_app;
insert into role_permission (role_code, permission) values
    ('registrar', 'training.write.own'), ('security-admin', 'training.write'), ('system-admin', 'training.write'), ('supervisor', 'training.write');
