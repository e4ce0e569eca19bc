-- What belongs to a person's service: 主办人资格, 分级授权, 派驻, 年度考核, 表彰奖励, 职业保障, and lawyers called upon
-- city-wide (公职律师、法律顾问统筹调用). Rows are added; what ends is written once.
insert into register_parameter (name, valid_from, value, title, cite, recorded_by) values
    ('rotation.years',           '1900-01-01', 5,   '应当轮岗的岗位最长任职年数',     '平台默认值；武陟县政府办2015年行政执法责任制通知要求定期轮岗，没有写明年数', 0),
    ('rotation.soon-days',       '1900-01-01', 180, '轮岗到期前提醒的天数',           '平台默认值', 0),
    ('appraisal.excellent',      '1900-01-01', 90,  '年度考核优秀的最低分',           '平台默认值', 0),
    ('appraisal.good',           '1900-01-01', 80,  '年度考核良好的最低分',           '平台默认值', 0),
    ('appraisal.fair',           '1900-01-01', 60,  '年度考核合格的最低分',           '平台默认值', 0),
    ('appraisal.objection-days', '1900-01-01', 15,  '对考核结果提出异议的天数',       '交通运输行政执法评议考核规定（借作平台默认值）', 0);

create table lead_qualification (
    id              bigint      generated always as identity primary key,
    person_id       bigint      not null references person (id),
    agency_id       bigint      not null references agency (id),
    what            text        not null check (what in ('granted', 'renewed', 'ended')),
    from_day        date        not null,
    until_day       date,                                      -- the last day; null of an ended one
    by_whom         text        not null,
    basis           text        not null,
    recorded_by     bigint      not null,
    recorded_at     timestamptz not null default clock_timestamp(),
    check ((what = 'ended') = (until_day is null) and (until_day is null or until_day >= from_day))
);
create index lead_qualification_person on lead_qualification (person_id, from_day desc, id desc);
create index lead_qualification_agency on lead_qualification (agency_id, person_id);

create table approval_level (code text primary key, title text not null unique, ordinal int not null);
insert into approval_level (code, title, ordinal) values
    ('unit-head', '办案机构负责人', 1), ('deputy-head', '机关分管负责人', 2), ('agency-head', '机关负责人', 3), ('panel', '机关负责人集体讨论', 4);
create table approval_power (
    id              bigint      generated always as identity primary key,
    agency_id       bigint      not null references agency (id),
    matter          text        not null,
    level           text        not null references approval_level (code),
    valid_from      date        not null,
    up_to           bigint      check (up_to >= 0),            -- 分; null: without a limit by amount
    ended           boolean     not null default false,
    basis           text        not null,
    recorded_by     bigint      not null,
    recorded_at     timestamptz not null default clock_timestamp(),
    unique (agency_id, matter, level, valid_from)
);

create table posting (
    id              bigint      generated always as identity primary key,
    person_id       bigint      not null references person (id),
    home_id         bigint      not null references agency (id),   -- 派出单位: holds the certificate
    body_id         bigint      not null references agency (id),   -- 派驻单位
    from_day        date        not null,
    to_day          date,
    directs         text        not null check (directs in ('home', 'body', 'both')),
    appraises       text        not null check (appraises in ('home', 'body', 'both')),
    basis           text        not null,
    ended_for       text        not null default '',
    recorded_by     bigint      not null,
    recorded_at     timestamptz not null default clock_timestamp(),
    check (home_id <> body_id and (to_day is null or to_day >= from_day - 1))
);
create index posting_person on posting (person_id, from_day desc);
create index posting_home on posting (home_id, id);
create index posting_body on posting (body_id, id);

-- 考核指标, by year; what they may not count is data too (行政处罚法 第七十四条; 国办发〔2022〕27号（六）).
create table appraisal_forbidden (pattern text primary key, why text not null, cite text not null);
insert into appraisal_forbidden (pattern, why, cite) values
    ('罚款|罚没|没收(款|所得|金额|数额)|罚金|收缴',  '与罚没款项挂钩',           '行政处罚法 第七十四条 第三款'),
    ('(?<!(纠错|撤销|败诉|超期)[^，。；,;]{0,6})(处罚|立案|办案|结案|案件|检查|执法)((?!培训|学习)[^，。；,;]){0,8}(数量|数目|件数|次数|宗数|起数|户次|家次|人次|总数|总量|任务数|指标数|多少)(?!培训|学习)', '以处罚、检查的数量考核', '国办发〔2022〕27号（六）'),
    ('(?<!(纠错|撤销|败诉|超期)[^，。；,;]{0,6})(处罚|立案|办案|结案|案件|检查)(数|量)($|[^字额据化罚])', '以处罚、检查的数量考核', '国办发〔2022〕27号（六）'),
    ('(数量|件数|次数|宗数|起数)[^，。；,;占]{0,4}(处罚|立案|办案|检查)', '以处罚、检查的数量考核', '国办发〔2022〕27号（六）'),
    -- so many pieces, of nothing else or of cases; so many visits, of inspections or penalties: before, between or after
    ('(不少于|至少|达到|完成|每多|每办|每查|每增加)[^，。；,;]{0,8}[0-9一二两三四五六七八九十百千万几](件|起|宗)($|[，。；,;加得计扣以]|[^，。；,;]{0,6}(处罚|案|检查))', '以处罚、检查的数量考核', '国办发〔2022〕27号（六）'),
    ('(不少于|至少|达到|完成|每多|每增加)[^，。；,;]{0,8}[0-9一二两三四五六七八九十百千万几](次(?!性|序)|户|家|人次|户次|家次)[^，。；,;]{0,6}(处罚|案件|检查|立案)(?!培训|学习)|(每办|每查)[^，。；,;]{0,8}[0-9一二两三四五六七八九十百千万几](次|户|家)', '以处罚、检查的数量考核', '国办发〔2022〕27号（六）'),
    ('(处罚|检查|立案|办案|办结|结案|查处)((?!培训|学习)[^，。；,;]){0,8}(不少于|至少|达到|完成|满)[^，。；,;]{0,4}[0-9一二两三四五六七八九十百千万几](件|起|宗|次|户|家)|(不少于|至少|达到|完成)[^，。；,;]{0,4}(处罚|检查|立案|办案|办结|结案|查处)((?!培训|学习)[^，。；,;]){0,6}[0-9一二两三四五六七八九十百千万几](件|起|宗|次(?!性|序)|户|家)', '以处罚、检查的数量考核', '国办发〔2022〕27号（六）');
create table appraisal_set (
    id              bigint      generated always as identity primary key,
    region_id       int         references region (id),        -- null: the platform's
    from_year       int         not null check (from_year between 1900 and 2199),
    cite            text        not null,
    recorded_by     bigint      not null,
    recorded_at     timestamptz not null default clock_timestamp()
);
create unique index appraisal_set_year on appraisal_set (coalesce(region_id, 0), from_year);
create table appraisal_indicator (
    set_id          bigint      not null references appraisal_set (id),
    ordinal         int         not null,
    title           text        not null,
    standard        text        not null,
    points          int         not null check (points between 1 and 100),
    primary key (set_id, ordinal)
);
insert into appraisal_set (region_id, from_year, cite, recorded_by) values (null, 1900, '国办发〔2005〕37号 评议考核的内容（平台默认值，未核对原文）', 0);
insert into appraisal_indicator (set_id, ordinal, title, standard, points)
select s.id, x.ordinal, x.title, x.standard, x.points from appraisal_set s, (values
    (1, '持证和亮证执法', '执法时主动出示执法证件，着装、用语合乎规范', 10), (2, '年度培训', '完成年度培训学时，考试合格', 15),
    (3, '程序合法', '告知、听证、审核、送达等程序齐备', 20), (4, '案卷质量', '案卷评查的平均成绩', 20), (5, '全过程记录', '应当音像记录的都有记录，按时上传', 10),
    (6, '办理期限', '在法定期限内办结，超期的逐件说明', 10), (7, '服务和作风', '投诉查实的扣分，表扬查实的加分，以本项分值为限', 10), (8, '复议诉讼', '被撤销、变更、确认违法的扣分', 5)) x (ordinal, title, standard, points);

create table appraisal (
    id              bigint      generated always as identity primary key,
    person_id       bigint      not null references person (id),
    agency_id       bigint      not null references agency (id),
    year            int         not null check (year between 2000 and 2199),
    set_id          bigint      not null references appraisal_set (id),
    scores          int[]       not null,
    remark          text        not null default '',
    state           text        not null check (state in ('filled', 'returned', 'checked', 'seen', 'objected', 'answered')),
    unique (person_id, year)
);
create index appraisal_agency on appraisal (agency_id, year, id);
create table appraisal_step (
    appraisal_id    bigint      not null references appraisal (id),
    ordinal         int         not null,
    what            text        not null,
    note            text        not null default '',
    scores          int[],
    on_day          date        not null,
    recorded_by     bigint      not null,
    recorded_at     timestamptz not null default clock_timestamp(),
    primary key (appraisal_id, ordinal)
);

-- 表彰奖励 and 职业保障 (保险, 心理咨询 …).
create table service_record (
    id              bigint      generated always as identity primary key,
    person_id       bigint      not null references person (id),
    kind            text        not null check (kind in ('commendation', 'insurance', 'counselling', 'crisis', 'examination', 'legal-aid')),
    title           text        not null,
    from_day        date        not null,
    to_day          date,
    by_whom         text        not null,
    document        text        not null,
    void_reason     text        not null default '',
    recorded_by     bigint      not null,
    recorded_at     timestamptz not null default clock_timestamp(),
    unique (person_id, kind, title, from_day, document),
    check (to_day is null or to_day >= from_day)
);
create index service_record_person on service_record (person_id, from_day desc, id desc);

-- 公职律师、法律顾问统筹调用.
create table counsel_request (
    id              bigint      generated always as identity primary key,
    agency_id       bigint      not null references agency (id),
    matter          text        not null,
    from_day        date        not null,
    to_day          date        not null check (to_day >= from_day),
    state           text        not null check (state in ('open', 'assigned', 'declined', 'withdrawn', 'ended')),
    person_id       bigint      references person (id),
    assigned_from   date,
    assigned_to     date,
    note            text        not null default '',
    asked_by        bigint      not null,
    asked_at        timestamptz not null default clock_timestamp(),
    check ((state in ('assigned', 'ended')) = (person_id is not null))
);
create index counsel_request_agency on counsel_request (agency_id, id desc);
create index counsel_request_person on counsel_request (person_id, id desc) where person_id is not null;
create unique index counsel_request_once on counsel_request (agency_id, matter, from_day) where state = 'open';
create table counsel_step (
    request_id      bigint      not null references counsel_request (id),
    ordinal         int         not null,
    what            text        not null,
    on_day          date        not null,
    note            text        not null default '',
    recorded_by     bigint      not null,
    recorded_at     timestamptz not null default clock_timestamp(),
    primary key (request_id, ordinal)
);

-- Lawyers are few among all people.
create index person_post_counsel on person_post (person_id) where kind in ('government-lawyer', 'legal-adviser');

grant select on approval_level, appraisal_forbidden to mingfa_app;
grant select, insert on lead_qualification, approval_power, posting, appraisal_set, appraisal_indicator, appraisal, appraisal_step, service_record,
    counsel_request, counsel_step to mingfa_app;
grant update (to_day, ended_for) on posting to mingfa_app;
grant update (set_id, scores, remark, state) on appraisal to mingfa_app;
grant update (void_reason) on service_record to mingfa_app;
grant update (state, person_id, assigned_from, assigned_to, note) on counsel_request to mingfa_app;

insert into role_permission (role_code, permission) values
    ('registrar', 'career.write.own'), ('agency-head', 'career.write.own'), ('system-admin', 'career.write'),
    ('unit-head', 'appraisal.fill.own'), ('registrar', 'appraisal.fill.own'), ('agency-head', 'appraisal.check.own'), ('supervisor', 'appraisal.indicators'),
    ('legal-reviewer', 'counsel.ask.own'), ('agency-head', 'counsel.ask.own'), ('supervisor', 'counsel.assign');
