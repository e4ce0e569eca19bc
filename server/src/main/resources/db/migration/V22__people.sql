-- People (执法人员 and those beside them) by date in force. ID numbers and phones are sealed (record.SealedValues) and
-- stand in no other table.
alter table person_post
    add column kind text check (kind in ('officer', 'auxiliary', 'reviewer', 'supervisor', 'lay-observer', 'government-lawyer', 'legal-adviser')),
    add column ended boolean not null default false,           -- 离岗: from this day the person is nothing here
    add column reason text not null default '';
create index person_post_agency on person_post (agency_id, person_id);

alter table certificate
    add column state text check (state in ('valid', 'suspended', 'revoked', 'withdrawn', 'lost')),
    add column issuer_id bigint,
    add column ministry boolean not null default false,        -- 国务院部门颁发
    add constraint certificate_counts check (state is null or suspended = (state <> 'valid'));
create index certificate_of_person on certificate (person_id, number, valid_from desc, recorded_at desc);

-- Issuing bodies (发证机关), each with the pattern of its numbers.
create table certificate_issuer (
    id              bigint      generated always as identity primary key,
    name            text        not null unique,
    ministry        boolean     not null default false,
    pattern         text        not null default '',           -- regular expression of the whole number; '': any
    filed           text        not null default '',           -- of a ministry's: where it is filed with the local legal body
    recorded_by     bigint      not null,
    recorded_at     timestamptz not null default clock_timestamp()
);
alter table certificate add foreign key (issuer_id) references certificate_issuer (id);

-- The address of an electronic certificate: 122 random bits that say nothing of the person.
create table certificate_code (
    number          text        primary key,
    code            text        not null unique default replace(gen_random_uuid()::text, '-', '')
);
insert into certificate_code (number) select distinct number from certificate;
create function give_certificate_code() returns trigger language plpgsql security definer set search_path = public as $$
begin
    insert into certificate_code (number) select distinct number from added on conflict do nothing;
    return null;
end $$;
create trigger certificate_has_code after insert on certificate
    referencing new table as added for each statement execute function give_certificate_code();

-- 年度审验.
create table certificate_check (
    number          text        not null,
    year            int         not null check (year between 2000 and 2199),
    result          text        not null check (result in ('excellent', 'good', 'fair', 'failed')),
    checked_on      date        not null,
    note            text        not null default '',
    recorded_by     bigint      not null,
    recorded_at     timestamptz not null default clock_timestamp(),
    primary key (number, year, recorded_at)
);

create table person_identity (
    person_id       bigint      not null references person (id),
    id_sealed       bytea,
    id_mark         bytea,                                     -- keyed hash, for equality only
    phone_sealed    bytea,
    recorded_by     bigint      not null,
    recorded_at     timestamptz not null default clock_timestamp(),
    primary key (person_id, recorded_at)
);
create index person_identity_mark on person_identity (id_mark) where id_mark is not null;

-- Who looked at whose number.
create table identity_read (
    id              bigint      generated always as identity primary key,
    person_id       bigint      not null,
    read_by         bigint      not null,
    read_at         timestamptz not null default clock_timestamp(),
    way             text        not null                       -- page, export
);
create index identity_read_person on identity_read (person_id, id desc);

-- What a person is on a day.
create function post_on(of_person bigint, day date) returns setof person_post language sql stable as $$
    select * from person_post q where q.person_id = of_person and q.valid_from <= day
    order by q.valid_from desc, q.recorded_at desc limit 1
$$;

-- The certificate that counts on a day: the one that is valid, failing that the one that ran longest.
create function certificate_on(of_person bigint, day date)
    returns table (number text, field text, region_code text, first_day date, last_day date, state text,
                   reason text, issuer_id bigint, ministry boolean, valid boolean) language sql stable as $$
    select v.number, v.field, v.region_code, v.first_day, v.last_day,
           case when v.suspended then coalesce(v.state, 'suspended')
                when v.first_day > day then 'future' when v.last_day < day then 'expired' else 'valid' end,
           v.reason, v.issuer_id, v.ministry, v.first_day <= day and v.last_day >= day and not v.suspended
    from (select distinct on (c.number) c.* from certificate c where c.person_id = of_person and c.valid_from <= day
          order by c.number, c.valid_from desc, c.recorded_at desc) v
    order by v.first_day <= day and v.last_day >= day and not v.suspended desc, v.last_day desc limit 1
$$;

-- What the public page of a certificate may show, by its code; all that the portal can see of people.
create function public_certificate(of_code text, day date)
    returns table (number text, name text, agency_name text, title text, field text, region_name text, first_day date,
                   last_day date, issuer text, state text, reason text, ended boolean, officer boolean, standing boolean)
    language sql stable security definer set search_path = public as $$
    select c.number, p.name, coalesce(b.name, a.name), q.title, c.field, coalesce(r.name, c.region_code), c.first_day, c.last_day,
           coalesce(i.name, ''),
           case when c.suspended then coalesce(c.state, 'suspended')
                when c.first_day > day then 'future' when c.last_day < day then 'expired' else 'valid' end,
           c.reason, q.ended, q.officer, coalesce(s.standing, false)
    from certificate_code k
    join lateral (select * from certificate v where v.number = k.number and v.valid_from <= day
                  order by v.valid_from desc, v.recorded_at desc limit 1) c on true
    join person p on p.id = c.person_id
    join lateral (select * from post_on(p.id, day)) q on true
    join agency a on a.id = q.agency_id
    left join lateral (select * from body_on(a.id, day)) b on true
    left join lateral (select * from standing_on(a.id, day)) s on true
    left join lateral (select x.name from region x where x.code = c.region_code order by x.id limit 1) r on true
    left join certificate_issuer i on i.id = c.issuer_id
    where k.code = of_code
$$;
revoke execute on function public_certificate(text, date) from public;
grant execute on function public_certificate(text, date) to mingfa_portal;

grant select, insert on certificate_issuer, certificate_check, person_identity, identity_read to mingfa_app;
grant select on certificate_code to mingfa_app;
grant usage on sequence person_id_seq, unit_id_seq, agency_id_seq to mingfa_app;
