-- Similar cases (类案): the fines that cases decide, by benchmark table and grade. A side table of the case, projected in the
-- transaction that appends the entry, as case_link is. No names: a case is named only to whoever may read it.

create table case_fine (
    region_id     int         not null,
    case_id       bigint      not null,
    agency_id     bigint      not null,
    seq           bigint      not null,       -- of the entry that decides
    party         text        not null,       -- id of the party in the case
    field         text        not null,
    region        text        not null,       -- division code of the case
    table_code    text,                       -- null: no assessment was kept
    conduct       text        not null,       -- 违法行为 of the table, else 案由
    grade         text        not null,
    fine          bigint      not null,       -- 分
    low           bigint,                     -- the assessed range
    high          bigint,
    departs       boolean     not null,
    decided_on    date        not null,
    primary key (region_id, case_id, seq)
);
create index case_fine_alike on case_fine (table_code, grade, decided_on desc) include (fine, region, field) where table_code is not null;
create index case_fine_conduct on case_fine using hash (conduct) where table_code is null;   -- hashed: a cause may be long
create index case_fine_agency on case_fine (region_id, agency_id, decided_on);

alter table case_fine enable row level security;
alter table case_fine force row level security;
create policy scope on case_fine
    using (agency_id = any (string_to_array(current_setting('app.agencies', true), ',')::bigint[])
       and region_id = any (string_to_array(current_setting('app.regions', true), ',')::int[]));
create policy owner_reads on case_fine for select to current_user using (true);
grant select, insert, delete on case_fine to mingfa_app, mingfa_projection;

-- How the fines of one table and grade spread, over all agencies: numbers alone, never whose. Of the newest `most`; fewer than
-- `fewest` are only counted, so that no single case can be read from them. Runs as the tables' owner.
create function fines_alike(tab text, grd text, near text, fld text, fewest int, most int, mine bigint,
                            out cases bigint, out fined bigint, out departing bigint, out lowest bigint, out lower_quarter bigint,
                            out median bigint, out upper_quarter bigint, out highest bigint, out below bigint, out same bigint, out since date)
    language sql stable security definer set search_path = pg_catalog, public
    as $$
    with alike as (
        select fine, departs, decided_on from public.case_fine
        where table_code = tab and grade = grd and (near = '' or region like near || '%') and (fld = '' or field = fld)
        order by decided_on desc limit most),
    counted as (
        select count(*) as cases, count(*) filter (where fine > 0) as fined, count(*) filter (where departs) as departing, min(decided_on) as since,
               percentile_disc(array[0, 0.25, 0.5, 0.75, 1]) within group (order by fine) filter (where fine > 0) as at,
               count(*) filter (where fine > 0 and fine < mine) as below, count(*) filter (where fine > 0 and fine = mine) as same
        from alike)
    select cases, fined, case when fined >= fewest then departing end, case when fined >= fewest then at[1] end, case when fined >= fewest then at[2] end,
           case when fined >= fewest then at[3] end, case when fined >= fewest then at[4] end, case when fined >= fewest then at[5] end,
           case when fined >= fewest and mine is not null then below end, case when fined >= fewest and mine is not null then same end,
           case when fined >= fewest then since end
    from counted
    $$;
revoke execute on function fines_alike(text, text, text, text, int, int, bigint) from public;
grant execute on function fines_alike(text, text, text, text, int, int, bigint) to mingfa_app;

-- How many cases of the same cause were decided without an assessment (older ones): they are counted, not spread.
create function fines_of_cause(cause text, near text, most int) returns bigint
    language sql stable security definer set search_path = pg_catalog, public
    as $$select count(*) from (select 1 from public.case_fine where table_code is null and conduct = cause and (near = '' or region like near || '%')
         order by decided_on desc limit most) x$$;
revoke execute on function fines_of_cause(text, text, int) from public;
grant execute on function fines_of_cause(text, text, int) to mingfa_app;

-- Cases that were there before this table: projected anew, some hundred at a time.
create table case_to_project (
    region_id     int         not null,
    case_id       bigint      not null,
    agency_id     bigint      not null,
    primary key (region_id, agency_id, case_id)
);
insert into case_to_project (region_id, case_id, agency_id) select region_id, case_id, agency_id from enforcement_case;
alter table case_to_project enable row level security;
alter table case_to_project force row level security;
create policy scope on case_to_project
    using (agency_id = any (string_to_array(current_setting('app.agencies', true), ',')::bigint[])
       and region_id = any (string_to_array(current_setting('app.regions', true), ',')::int[]));
grant select, insert, delete on case_to_project to mingfa_app;

insert into role_permission (role_code, permission) values ('supervisor', 'discretion.watch');

insert into register_parameter (name, valid_from, value, title, cite, recorded_by) values
    ('similar.fewest', '1900-01-01', 5,    '类案少于此数的只计数、不列分布', '平台默认值：防止从分布推知个案', 0),
    ('similar.most',   '1900-01-01', 2000, '类案分布取最近多少件',           '平台默认值', 0);
