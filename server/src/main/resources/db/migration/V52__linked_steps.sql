-- What follows in one case from an act in a linked case of the same agency (关联案件的进展), by seat, for the inbox. Kept as entries
-- are accepted in either case; a function of both records.

create table case_step (
    region_id     int         not null,
    case_id       bigint      not null,       -- where it follows
    agency_id     bigint      not null,
    step_id       text        not null,       -- the act, the objects it is about, and the linked case
    seat          text        not null,       -- p:ID or r:CODE, as of duties
    since         date        not null,       -- when the act in the linked case was done
    step          jsonb       not null,       -- titles and the linked case; nothing of its contents
    primary key (region_id, case_id, step_id, seat)
);
create index case_step_seat on case_step (region_id, agency_id, seat, since, case_id, step_id);
alter table case_step enable row level security;
alter table case_step force row level security;
create policy scope on case_step
    using (agency_id = any (string_to_array(current_setting('app.agencies', true), ',')::bigint[])
       and region_id = any (string_to_array(current_setting('app.regions', true), ',')::int[]));
grant select, insert, update, delete on case_step to mingfa_app, mingfa_projection;

-- Linked cases that were there before this table: projected anew, some hundred at a time.
alter table case_link no force row level security;
alter table case_to_project no force row level security;
insert into case_to_project (region_id, case_id, agency_id)
    select distinct region_id, case_id, agency_id from case_link where to_case_id is not null
    union select distinct to_region_id, to_case_id, to_agency_id from case_link where to_case_id is not null and to_agency_id is not null
    on conflict do nothing;
alter table case_link force row level security;
alter table case_to_project force row level security;
