-- Signing in by the city's identity provider (OpenID Connect): an account is bound to the provider's subject at the first
-- sign-in, so that a login that the provider gives to somebody else later opens nothing here.
create table account_subject (
    person_id  bigint      not null references person (id),
    issuer     text        not null,
    subject    text        not null,
    bound_at   timestamptz not null default clock_timestamp(),
    primary key (person_id, issuer),
    unique (issuer, subject)
);
grant select, insert, delete on account_subject to mingfa_app;
