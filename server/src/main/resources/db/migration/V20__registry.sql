-- The registers, by date in force: a version holds from its valid_from until the next one's. Rows are only added.
-- Shared reference tables like region, agency and person: no row-level security; lists carry the caller's scope.

-- 执法主体资格: may this body act at all (行政处罚法 第十七条至第二十一条).
create table agency_standing (
    agency_id      bigint      not null references agency (id),
    valid_from     date        not null,
    standing       boolean     not null,
    kind           text        not null check (kind in ('statutory', 'authorised', 'entrusted')),
    basis          text        not null,          -- citation or document that gives it
    recorded_by    bigint      not null,
    recorded_at    timestamptz not null default now(),
    primary key (agency_id, valid_from, recorded_at)
);

-- 岗位与资格: what a person is from a day on, and at which agency.
create table person_post (
    person_id      bigint      not null references person (id),
    valid_from     date        not null,
    agency_id      bigint      not null references agency (id),
    unit_id        bigint      references unit (id),
    title          text        not null default '',
    officer        boolean     not null,          -- 执法人员; false for 执法辅助人员
    reviewer       boolean     not null default false,   -- 法制审核人员
    qualified      boolean     not null default false,   -- 通过国家统一法律职业资格考试
    hearing_host   boolean     not null default false,   -- 听证主持人
    recorded_by    bigint      not null,
    recorded_at    timestamptz not null default now(),
    primary key (person_id, valid_from, recorded_at)
);

-- 行政执法证.
create table certificate (
    number         text        not null,
    valid_from     date        not null,          -- of this version
    person_id      bigint      not null references person (id),
    field          text        not null,
    region_code    text        not null,          -- division code; 149900 covers the city's counties
    first_day      date        not null,
    last_day       date        not null,
    suspended      boolean     not null default false,
    reason         text        not null default '',
    recorded_by    bigint      not null,
    recorded_at    timestamptz not null default now(),
    primary key (number, valid_from, recorded_at),
    check (last_day >= first_day)
);
create index certificate_by_person on certificate (person_id);

-- Roles given and taken by the security administrator are rows of person_role; this says who did it.
create table role_grant (
    id             bigint      generated always as identity primary key,
    person_id      bigint      not null references person (id),
    role_code      text        not null references role (code),
    agency_id      bigint      not null references agency (id),
    valid_from     date        not null,
    valid_to       date,
    granted        boolean     not null,
    recorded_by    bigint      not null,
    recorded_at    timestamptz not null default now()
);

insert into role_permission (role_code, permission) values
    ('security-admin', 'role.write'),
    ('security-admin', 'registry.read'),
    ('audit-admin',    'registry.read');

grant select, insert on agency_standing, person_post, certificate, role_grant to mingfa_app;
grant select on agency_standing, person_post, certificate to mingfa_projection;
