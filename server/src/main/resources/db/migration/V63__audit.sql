-- 审计: who signed in, and who changed or exported what, outside the record of cases, which tells that itself. Only added to.
create table audit_entry (
    id           bigint      generated always as identity primary key,
    at           timestamptz not null default now(),
    region_id    int         not null references region (id),   -- of the actor's agency: who may read it
    actor        bigint      not null references person (id),
    act          text        not null,              -- a code such as sign-in, or method and path of the request
    object_kind  text        not null default '',   -- register, by the path's first words
    object_id    text        not null default '',
    about        bigint      references person (id), -- whom an act on an account concerns
    address      text        not null default '',
    outcome      text        not null check (outcome in ('done', 'refused'))
);
create index audit_by_region on audit_entry (region_id, id desc);
create index audit_by_actor  on audit_entry (actor, id desc);
create index audit_by_about  on audit_entry (about, id desc) where about is not null;
create index audit_by_object on audit_entry (object_kind, object_id, id desc);

grant select, insert on audit_entry to mingfa_app;
