-- Bodies (执法主体) by date in force: what a body is called and on what its power rests. A version holds from its
-- valid_from until the next one's; rows are only added, so that a former name still leads to its body.
create table body_version (
    agency_id       bigint      not null references agency (id),
    valid_from      date        not null,
    name            text        not null,
    short_name      text        not null default '',
    kind            text        not null check (kind in ('statutory', 'authorised', 'entrusted')),
    tier            text        not null check (tier in ('province', 'city', 'county', 'township')),
    parent_id       bigint      references agency (id),       -- 上级主体
    uscc            text,                                      -- 统一社会信用代码
    basis           text        not null,
    -- 委托 (行政处罚法 第二十条): written, published, for named items and a period
    delegator_id    bigint      references agency (id),
    delegated_items text        not null default '',
    delegated_from  date,
    delegated_to    date,
    published_on    date,                                      -- null: not yet published, so it gives no standing
    application_id  bigint,
    recorded_by     bigint      not null,
    recorded_at     timestamptz not null default clock_timestamp(),
    primary key (agency_id, valid_from, recorded_at),
    check (parent_id is distinct from agency_id and delegator_id is distinct from agency_id),
    check (kind <> 'entrusted' or delegator_id is not null and delegated_items <> ''
           and delegated_from is not null and delegated_to is not null and delegated_to >= delegated_from)
);
create index body_version_name on body_version (name);
create index body_version_uscc on body_version (uscc) where uscc is not null;
create index body_version_parent on body_version (parent_id) where parent_id is not null;

-- What a body is on a day; no row where it was never described (its name is then that of agency).
create function body_on(of_agency bigint, day date) returns setof body_version language sql stable as $$
    select * from body_version v where v.agency_id = of_agency and v.valid_from <= day
    order by v.valid_from desc, v.recorded_at desc limit 1
$$;

-- 主体资格 on a day: its standing, and for an entrusted body a delegation that is published and runs.
create function standing_on(of_agency bigint, day date)
    returns table (standing boolean, kind text, basis text, valid_from date) language sql stable as $$
    select s.standing and (b.kind is distinct from 'entrusted'
               or coalesce(b.published_on <= day and b.delegated_from <= day and b.delegated_to >= day, false)),
           coalesce(b.kind, s.kind), coalesce(b.basis, s.basis), s.valid_from
    from (select * from agency_standing x where x.agency_id = of_agency and x.valid_from <= day
          order by x.valid_from desc, x.recorded_at desc limit 1) s
    left join lateral (select v.kind, v.basis, v.published_on, v.delegated_from, v.delegated_to from body_version v
          where v.agency_id = of_agency and v.valid_from <= day
          order by v.valid_from desc, v.recorded_at desc limit 1) b on true
$$;

-- 新设、合并、名称变更、撤销: an application with the opinions of 编办, 人社 and 法制, the government's decision and the
-- announcement, which makes it take effect.
create table body_application (
    id              bigint      generated always as identity primary key,
    region_id       int         not null references region (id),
    kind            text        not null check (kind in ('setup', 'merge', 'rename', 'cancel')),
    agency_id       bigint      references agency (id),        -- null for a body that is to be set up, until it is
    absorbed        bigint[]    not null default '{}',         -- of a merge: those that end
    content         jsonb       not null,
    reason          text        not null,
    filed_by        bigint      not null,
    filed_at        timestamptz not null default clock_timestamp()
);
create index body_application_region on body_application (region_id, id desc);

create table body_application_step (
    application_id  bigint      not null references body_application (id),
    step            text        not null check (step in ('establishment', 'personnel', 'legal', 'decision', 'announcement', 'withdrawal')),
    agrees          boolean     not null,
    on_day          date        not null,
    document        text        not null default '',
    opinion         text        not null default '',
    recorded_by     bigint      not null,
    recorded_at     timestamptz not null default clock_timestamp(),
    primary key (application_id, step, recorded_at)
);

-- 年度确认: every body says once a year that its entry is right, or what is not.
create table confirmation_drive (
    id              bigint      generated always as identity primary key,
    region_id       int         not null references region (id),
    year            int         not null check (year between 2000 and 2199),
    opened_on       date        not null,
    due_on          date        not null check (due_on >= opened_on),
    opened_by       bigint      not null,
    unique (region_id, year)
);
create table body_confirmation (
    drive_id        bigint      not null references confirmation_drive (id),
    agency_id       bigint      not null references agency (id),
    correct         boolean     not null,
    note            text        not null default '',
    confirmed_by    bigint      not null,
    confirmed_at    timestamptz not null default clock_timestamp(),
    primary key (drive_id, agency_id, confirmed_at)
);

grant select, insert on body_version, body_application, body_application_step, confirmation_drive, body_confirmation to mingfa_app;
grant select on body_version to mingfa_projection;
grant update (agency_id) on body_application to mingfa_app;

-- 单位人员管理: a clerk who keeps the people of one body.
insert into role (code, title, ordinal, reach) values ('registrar', '人员管理', 13, 'agency');
insert into role_permission (role_code, permission) values
    ('registrar',      'registry.read'), ('registrar', 'people.read'), ('registrar', 'law.read'),
    ('registrar',      'person.write.own'), ('registrar', 'register.import.own'), ('registrar', 'identity.read.own'),
    ('registrar',      'body.confirm'), ('agency-head', 'body.confirm'),
    ('system-admin',   'person.write'), ('system-admin', 'register.import'), ('system-admin', 'body.write'),
    ('security-admin', 'person.write'), ('security-admin', 'register.import'), ('security-admin', 'identity.read'),
    ('supervisor',     'body.write');
