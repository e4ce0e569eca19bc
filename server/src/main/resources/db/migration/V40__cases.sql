-- Handling: what must be true of a case at once, projected in the transaction that appends the entry.
-- Every key begins with region_id and no foreign key crosses regions (stack.md, beyond one machine).

create table enforcement_case (
    region_id     int         not null,
    case_id       bigint      not null,
    agency_id     bigint      not null,
    number        text,                       -- 案号, once issued
    procedure     text        not null,
    title         text        not null,       -- of the procedure
    field         text        not null,
    region        text        not null,       -- division code at filing
    law           text        not null,       -- digest of the law packs it is pinned to
    packs         jsonb       not null,       -- [{code, version, digest}] that the case is pinned to
    attributes    jsonb       not null default '{}',
    item          text,
    stage         text        not null,
    lead_id       bigint,                     -- 主办人
    filed_on      date        not null,       -- day of the first entry
    party         text        not null default '',
    violation     text        not null default '',
    bigrams       text[]      not null default '{}',
    due           jsonb,                      -- the nearest open duty of the agency, as the list shows it
    due_on        date,                       -- its due date, null while stopped or undated
    refresh_on    date,                       -- the next day on which something may happen by law
    ended_on      date,
    seq           bigint      not null,
    updated_at    timestamptz not null,
    primary key (region_id, case_id)
);

create index enforcement_case_updated on enforcement_case (region_id, agency_id, updated_at desc, case_id desc);
create index enforcement_case_filed on enforcement_case (region_id, agency_id, filed_on desc, case_id desc);
create index enforcement_case_due
    on enforcement_case (region_id, agency_id, (coalesce(due_on, 'infinity'::date)), case_id) where ended_on is null;
create index enforcement_case_open
    on enforcement_case (region_id, agency_id, updated_at desc, case_id desc) where ended_on is null;
create index enforcement_case_stage on enforcement_case (region_id, agency_id, stage, updated_at desc, case_id desc);
create index enforcement_case_number on enforcement_case (region_id, number) where number is not null;
create index enforcement_case_refresh on enforcement_case (refresh_on) where refresh_on is not null and ended_on is null;
create index enforcement_case_bigrams on enforcement_case using gin (bigrams) with (fastupdate = off);

-- Open duties by seat: p:ID for a person, r:CODE for whoever holds the role in the agency.
create table case_duty (
    region_id     int         not null,
    case_id       bigint      not null,
    duty_id       text        not null,
    seat          text        not null,
    agency_id     bigint      not null,
    due_on        date        not null default 'infinity',   -- infinity: undated or stopped
    duty          jsonb       not null,
    primary key (region_id, case_id, duty_id, seat)
);
create index case_duty_seat on case_duty (region_id, agency_id, seat, due_on, case_id, duty_id);

-- Parties, measures … of a case, for the party file (一户式); personal fields stay sealed in the record.
create table case_object (
    region_id     int         not null,
    case_id       bigint      not null,
    kind          text        not null,
    object_id     text        not null,
    agency_id     bigint      not null,
    label         text        not null,
    code          text,                       -- 统一社会信用代码, where it has one
    alive         boolean     not null,
    primary key (region_id, case_id, kind, object_id)
);
create index case_object_code on case_object (region_id, code, case_id) where code is not null;

-- Who has taken part: lead 主办人, officer 执法人员, actor.
create table case_person (
    region_id     int         not null,
    case_id       bigint      not null,
    person_id     bigint      not null,
    part          text        not null,
    agency_id     bigint      not null,
    primary key (region_id, case_id, person_id, part)
);
-- Without agency_id: each array of the row policy that an index can use counts ten descents to the planner.
create index case_person_person on case_person (region_id, person_id, case_id desc);

-- 案号、文书文号: one counter per agency, kind and year; drawn in the transaction that issues the number.
create table number_counter (
    region_id     int         not null,
    agency_id     bigint      not null,
    kind          text        not null,       -- 文种, e.g. 罚立
    year          int         not null,
    last          int         not null,
    primary key (region_id, agency_id, kind, year)
);

create table issued_number (
    region_id     int         not null,
    agency_id     bigint      not null,
    kind          text        not null,
    year          int         not null,
    n             int         not null,
    text          text        not null,       -- e.g. 云市监罚立〔2026〕1号
    case_id       bigint,                     -- null: spoiled before use (pool)
    seq           bigint,
    issued_at     timestamptz not null default now(),
    voided_at     timestamptz,                -- 作废: it stays and is never issued again
    voided_by     bigint,
    void_reason   text,
    primary key (region_id, agency_id, kind, year, n)
);
create index issued_number_case on issued_number (region_id, case_id);

-- Books of pre-printed numbers for decisions on the spot (行政处罚法 第五十二条: 编有号码).
create table number_pool (
    region_id     int         not null,
    agency_id     bigint      not null,
    kind          text        not null,
    year          int         not null,
    first_n       int         not null,
    last_n        int         not null,
    holder_id     bigint      not null,       -- the officer who has the book
    handed_out_by bigint      not null,
    handed_out_at timestamptz not null default now(),
    returned_at   timestamptz,
    primary key (region_id, agency_id, kind, year, first_n),
    check (first_n > 0 and last_n >= first_n)
);
create index number_pool_holder on number_pool (region_id, agency_id, holder_id);

do $$
declare t text;
begin
    foreach t in array array['enforcement_case', 'case_duty', 'case_object', 'case_person',
                             'number_counter', 'issued_number', 'number_pool'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format($p$create policy scope on %I
            using (agency_id = any (string_to_array(current_setting('app.agencies', true), ',')::bigint[])
               and region_id = any (string_to_array(current_setting('app.regions', true), ',')::int[]))$p$, t);
        execute format('grant select, insert, update, delete on %I to mingfa_app, mingfa_projection', t);
    end loop;
end $$;
revoke delete on issued_number, number_pool, number_counter, enforcement_case from mingfa_app, mingfa_projection;

insert into role_permission (role_code, permission) values
    ('unit-head',   'case.approve'),
    ('agency-head', 'case.approve'),
    ('unit-head',   'number.write'),
    ('agency-head', 'number.write');

-- Search by words. Array operators are not leakproof, so under the row policies of the caller the index on bigrams would
-- not be used (stack.md). This view reads the table as its owner, for whom a policy of its own lets all rows pass, and
-- carries the caller's scope as a plain predicate, from the same settings: nothing hinders the planner, nothing leaks.
create policy owner_reads on enforcement_case for select to current_user using (true);

create view case_search as
select * from enforcement_case
where agency_id = any (string_to_array(current_setting('app.agencies', true), ',')::bigint[])
  and region_id = any (string_to_array(current_setting('app.regions', true), ',')::int[]);
grant select on case_search to mingfa_app;
