-- Cases of an old system that were entered from a table (旧案导入): which number there is which case here, so that a table that is sent again enters nothing twice.
create table old_case (
    region_id     int         not null,
    agency_id     bigint      not null,
    number        text        not null,       -- in the old system
    case_id       bigint      not null,
    imported_by   bigint      not null,
    imported_at   timestamptz not null default now(),
    primary key (region_id, agency_id, number)
);
alter table old_case enable row level security;
alter table old_case force row level security;
create policy scope on old_case
    using (agency_id = any (string_to_array(current_setting('app.agencies', true), ',')::bigint[])
       and region_id = any (string_to_array(current_setting('app.regions', true), ',')::int[]));
grant select, insert on old_case to mingfa_app;

-- To enter what others did is a right of its own.
insert into role_permission (role_code, permission) values ('registrar', 'case.import'), ('agency-head', 'case.import');
