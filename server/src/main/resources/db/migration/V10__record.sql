-- The record: what happened in each case, append-only. The chain is over bytes; the columns beside them only find them.

create table entry (
    region_id    int         not null,
    case_id      bigint      not null,
    seq          bigint      not null check (seq > 0),
    agency_id    bigint      not null,
    position     bigint      not null generated always as identity,
    tx           xid8        not null default pg_current_xact_id(),   -- with position, the order in which it is followed
    recorded_at  timestamptz not null,
    schema       smallint    not null,                                -- version of the bytes, see EntryFormat
    bytes        bytea       not null,                                -- canonical JSON (RFC 8785)
    sha256       bytea       not null check (length(sha256) = 32),    -- of the hash before (seq 1: 32 zero bytes) and the bytes
    sm3          bytea       not null check (length(sm3) = 32),       -- likewise
    primary key (region_id, case_id, seq)
);
-- Followers read in the order (tx, position) and only below the oldest transaction still running: by position alone an
-- entry that commits late would be passed over.
create index entry_followed on entry (tx, position);

-- What a request made, so that the same request sent twice makes it once.
create table idempotency_key (
    region_id      int         not null,
    actor          text        not null,
    key            text        not null check (length(key) <= 200),
    agency_id      bigint      not null,
    request_sha256 bytea       not null,
    case_id        bigint      not null,
    seq            bigint      not null,
    created_at     timestamptz not null default now(),
    primary key (region_id, actor, key)
);
create index idempotency_key_age on idempotency_key (created_at);

-- One key for each party of a case, wrapped by the master key; destroying it makes their data unreadable for ever.
create table party_key (
    region_id    int         not null,
    case_id      bigint      not null,
    party        text        not null,
    agency_id    bigint      not null,
    wrapped      bytea,
    destroyed_at timestamptz,
    primary key (region_id, case_id, party),
    check ((wrapped is null) = (destroyed_at is not null))
);

-- How far each reader of the record has come.
create table projection_position (
    name         text        primary key,
    tx           xid8        not null,
    position     bigint      not null,
    updated_at   timestamptz not null default now()
);

-- Tells a wrong master key before anything is sealed with it.
create table master_key_check (
    id           int         primary key check (id = 1),
    value        bytea       not null
);

alter table entry           enable row level security;
alter table entry           force  row level security;
alter table idempotency_key enable row level security;
alter table idempotency_key force  row level security;
alter table party_key       enable row level security;
alter table party_key       force  row level security;

create policy scope on entry to mingfa_app using (
    region_id = any (string_to_array(current_setting('app.regions', true), ',')::int[])
    and agency_id = any (string_to_array(current_setting('app.agencies', true), ',')::bigint[]));
create policy scope on idempotency_key to mingfa_app using (
    region_id = any (string_to_array(current_setting('app.regions', true), ',')::int[])
    and agency_id = any (string_to_array(current_setting('app.agencies', true), ',')::bigint[]));
create policy scope on party_key to mingfa_app using (
    region_id = any (string_to_array(current_setting('app.regions', true), ',')::int[])
    and agency_id = any (string_to_array(current_setting('app.agencies', true), ',')::bigint[]));
create policy followed on entry           for select to mingfa_projection using (true);
create policy followed on party_key       for select to mingfa_projection using (true);
create policy aged     on idempotency_key to mingfa_projection using (true);

grant select, insert on entry to mingfa_app;
grant select, insert on idempotency_key to mingfa_app;
grant select, insert on party_key to mingfa_app;
grant update (wrapped, destroyed_at) on party_key to mingfa_app;
grant select, insert on master_key_check to mingfa_app;
grant select on entry, party_key to mingfa_projection;
grant select, delete on idempotency_key to mingfa_projection;
grant select, insert, update on projection_position to mingfa_projection;
