-- 执法装备 (记录仪, 车辆, 制服 …): what there is, who has it, what the standard asks. Steps are only added; the head of a
-- piece (state, holder, who has it out) is written with the step.
create table equipment_kind (
    code            text        primary key,
    title           text        not null unique,
    measure         text        not null,                      -- 台, 辆, 套
    lent            boolean     not null,                      -- taken out and brought back, each time entered
    ordinal         int         not null
);
insert into equipment_kind (code, title, measure, lent, ordinal) values
    ('body-camera', '执法记录仪',     '台', true,  1),
    ('vehicle',     '执法车辆',       '辆', true,  2),
    ('uniform',     '制式服装和标志', '套', false, 3),
    ('terminal',    '移动执法终端',   '台', true,  4),
    ('printer',     '便携式打印机',   '台', true,  5),
    ('detector',    '快速检测设备',   '台', true,  6),
    ('drone',       '无人机',         '架', true,  7),
    ('other',       '其他装备',       '件', true,  8);

create table equipment (
    id              bigint      generated always as identity primary key,
    agency_id       bigint      not null references agency (id),
    kind            text        not null references equipment_kind (code),
    number          text        not null,                      -- 编号, as painted on it
    model           text        not null default '',
    acquired_on     date        not null,
    note            text        not null default '',
    state           text        not null default 'stored' check (state in ('stored', 'held', 'lost', 'retired')),
    faulty          boolean     not null default false,
    holder_id       bigint      references person (id),
    holder_unit     bigint      references unit (id),
    held_from       date,
    out_id          bigint      references person (id),        -- who has it out now
    out_on          date,
    recorded_by     bigint      not null,
    recorded_at     timestamptz not null default clock_timestamp(),
    unique (agency_id, kind, number),
    check ((state = 'held') = (holder_id is not null or holder_unit is not null)),
    check (state = 'held' or held_from is null)
);
create index equipment_agency on equipment (agency_id, id);
create index equipment_number on equipment (number text_pattern_ops);
create index equipment_holder on equipment (holder_id, id) where holder_id is not null;
create index equipment_out on equipment (out_id) where out_id is not null;

create table equipment_step (
    id              bigint      generated always as identity primary key,
    equipment_id    bigint      not null references equipment (id),
    what            text        not null check (what in ('assign', 'return', 'take-out', 'bring-back', 'fault', 'repair', 'lose', 'find', 'retire')),
    on_day          date        not null,
    at_time         time,
    person_id       bigint      references person (id),
    unit_id         bigint      references unit (id),
    case_number     text        not null default '',
    note            text        not null default '',
    recorded_by     bigint      not null,
    recorded_at     timestamptz not null default clock_timestamp()
);
create index equipment_step_of on equipment_step (equipment_id, id desc);

-- 配备标准, by date: of a region (and all below it) or, without one, of the platform; for a field or, '', for all. The
-- nearest region counts, within it the row of the field, of these the newest.
create table equipment_standard (
    id              bigint      generated always as identity primary key,
    kind            text        not null references equipment_kind (code),
    region_id       int         references region (id),
    field           text        not null default '',
    valid_from      date        not null,
    quantity        int         not null check (quantity between 0 and 1000),
    per_officers    int         not null check (per_officers between 0 and 1000),   -- 0: for each body, else for each so many officers
    cite            text        not null,
    verified        boolean     not null,                      -- whether somebody has compared it with the text
    recorded_by     bigint      not null,
    recorded_at     timestamptz not null default clock_timestamp()
);
create index equipment_standard_kind on equipment_standard (kind, valid_from desc);
insert into equipment_standard (kind, field, valid_from, quantity, per_officers, cite, verified, recorded_by)
values ('body-camera', '', '1900-01-01', 1, 3, '本溪市规定：每三名执法人员至少配备一台执法记录仪（借作平台默认值）', false, 0);
insert into equipment_standard (kind, field, valid_from, quantity, per_officers, cite, verified, recorded_by)
select 'uniform', f, '1900-01-01', 1, 1, '综合行政执法制式服装和标志管理办法：着装执法人员每人一套（平台默认值）', false, 0
from unnest(array['市场监管', '生态环境', '交通运输', '农业', '文化市场', '应急管理']) f;

grant select on equipment_kind to mingfa_app;
grant select, insert on equipment, equipment_step, equipment_standard to mingfa_app;
grant update (state, faulty, holder_id, holder_unit, held_from, out_id, out_on) on equipment to mingfa_app;

-- Who sees what a post has and does: the supervisor and the administrators their region, everybody else their own body;
-- whoever is here only to sit an exam sees nothing of it.
insert into role_permission (role_code, permission) select code, 'service.read.own' from role where reach = 'agency' and code <> 'candidate';
insert into role_permission (role_code, permission) values
    ('supervisor', 'service.read'), ('system-admin', 'service.read'), ('security-admin', 'service.read'), ('audit-admin', 'service.read'),
    ('registrar', 'equipment.write.own'), ('property-keeper', 'equipment.write.own'), ('system-admin', 'equipment.write'),
    ('officer', 'equipment.use.own'), ('unit-head', 'equipment.use.own'), ('supervisor', 'equipment.standard');
