-- One-time passwords, sessions that are seen and ended, and the second factor (RFC 6238).
-- A one-time password signs in until this time, and only to set one's own; null: the person's own.
alter table account add column one_time_until timestamptz;

-- Where a session was begun: its cookie is worth nothing from elsewhere (mingfa.access.bind).
alter table session
    add column session_id bigint generated always as identity unique,
    add column address    text not null default '',
    add column agent      text not null default '';
create index session_by_person_seen on session (person_id, last_seen_at desc);

create table second_factor (
    person_id    bigint      primary key references person (id),
    sealed       bytea       not null,              -- the secret, sealed by the master key
    confirmed_at timestamptz,                       -- null: shown, not yet proven
    last_step    bigint      not null default 0     -- of the code used last: a code counts once
);
create table recovery_code (
    person_id    bigint      not null references person (id),
    code_hash    bytea       not null,              -- SHA-256 of 80 random bits
    used_at      timestamptz,
    primary key (person_id, code_hash)
);
create index account_by_person on account (person_id);

grant select, insert, update, delete on second_factor, recovery_code to mingfa_app;
