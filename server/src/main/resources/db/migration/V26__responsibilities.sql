-- 岗位职责: basis, item, body, unit, post, person. A post of a unit by date in force, with the items that it serves; who is in
-- it, from and to. Rows of versions are only added; a holder's last day is written once.
create table responsibility_post (
    id              bigint      generated always as identity primary key,
    agency_id       bigint      not null references agency (id),
    unit_id         bigint      not null references unit (id),
    recorded_by     bigint      not null,
    recorded_at     timestamptz not null default clock_timestamp()
);
create index responsibility_post_agency on responsibility_post (agency_id, id);

create table responsibility_version (
    post_id         bigint      not null references responsibility_post (id),
    valid_from      date        not null,
    title           text        not null,
    duties          text        not null,                      -- 职责
    items           text[]      not null default '{}',         -- codes of the list of items
    acts            text[]      not null default '{}',         -- 承担的环节, e.g. 立案, 调查取证
    at_window       boolean     not null default false,        -- 窗口岗位: name and duties on a board (岗位信息公示牌)
    rotates         boolean     not null default false,        -- 应当定期轮岗
    ended           boolean     not null default false,
    reason          text        not null default '',
    recorded_by     bigint      not null,
    recorded_at     timestamptz not null default clock_timestamp(),
    primary key (post_id, valid_from, recorded_at)
);

create table responsibility_holder (
    id              bigint      generated always as identity primary key,
    post_id         bigint      not null references responsibility_post (id),
    person_id       bigint      not null references person (id),
    valid_from      date        not null,
    valid_to        date,                                      -- the last day
    recorded_by     bigint      not null,
    recorded_at     timestamptz not null default clock_timestamp(),
    check (valid_to is null or valid_to >= valid_from - 1)     -- a day before the first: never held
);
create index responsibility_holder_post on responsibility_holder (post_id, person_id, valid_from desc);
create index responsibility_holder_person on responsibility_holder (person_id, valid_from desc);

-- The posts of a body as on a day; ended ones are none.
create function responsibilities_on(of_agency bigint, day date)
    returns table (post_id bigint, unit_id bigint, valid_from date, title text, duties text, items text[], acts text[], at_window boolean, rotates boolean)
    language sql stable as $$
    select p.id, p.unit_id, v.valid_from, v.title, v.duties, v.items, v.acts, v.at_window, v.rotates
    from responsibility_post p join lateral (select * from responsibility_version x where x.post_id = p.id and x.valid_from <= day
        order by x.valid_from desc, x.recorded_at desc limit 1) v on not v.ended
    where p.agency_id = of_agency
$$;

-- Who is in a post on a day: still at the body, in whatever unit. able: an officer (执法人员), so that the post's items have somebody.
create function responsible_on(of_post bigint, day date)
    returns table (id bigint, person_id bigint, name text, valid_from date, valid_to date, here boolean, able boolean)
    language sql stable as $$
    select h.id, h.person_id, n.name, h.valid_from, h.valid_to, coalesce(not q.ended and q.agency_id = p.agency_id, false),
        coalesce(not q.ended and q.agency_id = p.agency_id and q.officer, false)
    from responsibility_holder h join responsibility_post p on p.id = h.post_id join person n on n.id = h.person_id
    left join lateral (select * from post_on(h.person_id, day)) q on true
    where h.post_id = of_post and h.valid_from <= day and (h.valid_to is null or h.valid_to >= day)
$$;

grant select, insert on responsibility_post, responsibility_version, responsibility_holder to mingfa_app;
grant update (valid_to) on responsibility_holder to mingfa_app;
insert into role_permission (role_code, permission) values
    ('registrar', 'responsibility.write.own'), ('agency-head', 'responsibility.write.own'), ('system-admin', 'responsibility.write');
