-- Cases that name one another (关联案件): one row for each field of an entry that names a case, kept with the case whose
-- entry it is. What is no case here (系统外案件) has no other end. A row can be read from both ends: by whoever reaches the
-- case itself, and by whoever reaches the named one.

create table case_link (
    region_id     int         not null,
    case_id       bigint      not null,
    agency_id     bigint      not null,
    seq           bigint      not null,       -- of the entry
    field         text        not null,       -- of its form
    relation      text        not null,       -- source 来源, parent 所属, outcome 去向, related 有关
    number        text        not null,       -- as the entry names it
    to_region_id  int,
    to_case_id    bigint,
    to_agency_id  bigint,
    on_day        date        not null,       -- of the act
    recorded_at   timestamptz not null,
    primary key (region_id, case_id, seq, field)
);
create index case_link_to on case_link (to_region_id, to_case_id) where to_case_id is not null;

alter table case_link enable row level security;
alter table case_link force row level security;
create policy own_end on case_link
    using (agency_id = any (string_to_array(current_setting('app.agencies', true), ',')::bigint[])
       and region_id = any (string_to_array(current_setting('app.regions', true), ',')::int[]));
create policy other_end on case_link for select
    using (to_agency_id = any (string_to_array(current_setting('app.agencies', true), ',')::bigint[])
       and to_region_id = any (string_to_array(current_setting('app.regions', true), ',')::int[]));
grant select, insert, delete on case_link to mingfa_app, mingfa_projection;

-- The agency of the named case, whoever writes the row: a case projected anew is read in its own agency's scope, and the
-- record says only which case was meant. Agencies of cases are no secret of theirs; it runs as the tables' owner.
create function agency_of_case(region int, id bigint) returns bigint
    language sql stable security definer set search_path = pg_catalog, public
    as 'select agency_id from public.enforcement_case where region_id = $1 and case_id = $2';
revoke execute on function agency_of_case(int, bigint) from public;
grant execute on function agency_of_case(int, bigint) to mingfa_app, mingfa_projection;

-- A case is named by its number or by that of one of its documents.
create index issued_number_text on issued_number (region_id, text);
