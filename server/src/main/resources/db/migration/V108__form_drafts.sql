-- What somebody is typing into a form and has not handed in (草稿): sealed, of its author alone, no part of the record. It outlives
-- the browser, and tells a second window of the same person and colleagues at the same form of each other.
create table form_draft (
    region_id     int         not null,
    person_id     bigint      not null,
    place         text        not null,       -- body, case, act, object: alike for whoever has the same form open
    agency_id     bigint      not null,
    version       int         not null,       -- 0: nothing was typed yet
    window_id     text        not null,       -- which window saved it last
    content       bytea,
    saved_at      timestamptz,
    seen_at       timestamptz not null,       -- when the form was last open
    primary key (region_id, person_id, place)
);
create index form_draft_place on form_draft (region_id, agency_id, place, seen_at);
create index form_draft_seen on form_draft (seen_at);
alter table form_draft enable row level security;
alter table form_draft force row level security;
create policy scope on form_draft
    using (agency_id = any (string_to_array(current_setting('app.agencies', true), ',')::bigint[])
       and region_id = any (string_to_array(current_setting('app.regions', true), ',')::int[]));
grant select, insert, update, delete on form_draft to mingfa_app;
