-- Steps of linked cases are written after the act, case by case: the act notes, in key order, whose steps are to be written, and
-- whoever writes them takes the note away in the same transaction. One that cannot be written is tried again later and holds up nobody.

alter table case_to_project
    add column whole  boolean     not null default true,     -- all rows from the record; otherwise what follows from linked cases only
    add column due_at timestamptz not null default now();    -- not before
create index case_to_project_due on case_to_project (region_id, agency_id, due_at, case_id);
grant update on case_to_project to mingfa_app;
