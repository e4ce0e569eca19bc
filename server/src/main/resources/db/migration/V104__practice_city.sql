-- The mark of a practice city (练习环境): a database that began as one is never run as a real one, and the other way round
-- (operation.database.PracticeMark). It is set once, before anything else is there: the policy refuses it in a database with regions.
create table practice_city (
    id        int         primary key check (id = 1),
    begun_at  timestamptz not null,
    loaded_at timestamptz                            -- null while the invented city is being loaded
);
alter table practice_city enable row level security;
alter table practice_city force  row level security;
create policy told   on practice_city for select using (true);
create policy begun  on practice_city for insert to mingfa_app with check (loaded_at is null and not exists (select from region));
create policy loaded on practice_city for update to mingfa_app using (loaded_at is null) with check (loaded_at is not null);
grant select, insert on practice_city to mingfa_app;
grant update (loaded_at) on practice_city to mingfa_app;
grant select on practice_city to mingfa_projection;
