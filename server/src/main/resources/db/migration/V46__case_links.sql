-- Cases that name one another (关联案件): one row for each field of an entry that names a case, kept with the case whose
-- entry it is. What is no case here (系统外案件) has no other end. A row can be read from both ends: by whoever reaches the
-- case itself, and by whoever reaches the named one; the policies of enforcement_case say who reaches that.

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
    on_day        date        not null,       -- of the act
    recorded_at   timestamptz not null,
    primary key (region_id, case_id, seq, field)
);
create index case_link_to on case_link (to_region_id, to_case_id) where to_case_id is not null;

alter table case_link enable row level security;
alter table case_link force row level security;
create policy own_end on case_link
    using (agency_id = any ((select string_to_array(current_setting('app.agencies', true), ',')::bigint[])::bigint[])
       and region_id = any ((select string_to_array(current_setting('app.regions', true), ',')::int[])::int[]));
create policy other_end on case_link for select
    using (exists (select from enforcement_case c where c.region_id = to_region_id and c.case_id = to_case_id));
grant select, insert, delete on case_link to mingfa_app, mingfa_projection;

-- A case is named by its number or by that of one of its documents.
create index issued_number_text on issued_number (region_id, text);
