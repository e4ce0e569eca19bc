-- The parties (当事人) of cases, by what tells one party from another: the credit code, else the ID number, else the case alone.
-- A side table of the case, projected in the transaction that appends the entry. Of what is sealed in the record only keyed
-- digests (HMAC-SM3) stand here: equal for equal values, worthless without the master key. The name is what the case list shows.
create table case_party (
    region_id     int         not null,
    case_id       bigint      not null,
    agency_id     bigint      not null,
    object_id     text        not null,       -- the party in its case
    identity      text        not null,       -- keyed digest
    known_by      text        not null check (known_by in ('code', 'id', 'case')),
    spelling      text        not null,       -- keyed digest of the identity and the name as written here
    name          text        not null,
    name_key      text        not null,       -- its letters and digits alone
    code          text,                       -- 统一社会信用代码
    id_mark       text,                       -- keyed digest of the ID number
    address_mark  text,                       -- keyed digest of the address
    fines         boolean     not null,       -- whether the procedure may end in a fine
    clauses       text        not null,       -- 涉嫌违反的条款, as the case was filed
    primary key (region_id, case_id, object_id)
);
-- Newest first: case ids grow with time.
create index case_party_identity on case_party (identity, case_id desc, region_id desc);
create index case_party_spelling on case_party (spelling, case_id desc, region_id desc);
create index case_party_name on case_party (name_key, case_id desc);
create index case_party_id_mark on case_party (id_mark, case_id desc) where id_mark is not null;
create index case_party_address on case_party (address_mark, case_id desc) where address_mark is not null;

alter table case_party enable row level security;
alter table case_party force row level security;
create policy scope on case_party
    using (agency_id = any (string_to_array(current_setting('app.agencies', true), ',')::bigint[])
       and region_id = any (string_to_array(current_setting('app.regions', true), ',')::int[]));
create policy owner_reads on case_party for select to current_user using (true);
grant select, insert, delete on case_party to mingfa_app, mingfa_projection;

-- Who cannot be read any more cannot be found by digests either.
create function party_forgotten() returns trigger language plpgsql as $$
begin
    delete from case_party where region_id = new.region_id and case_id = new.case_id and object_id = new.party;
    return null;
end $$;
create trigger party_forgotten after update of wrapped on party_key for each row
    when (old.wrapped is not null and new.wrapped is null) execute function party_forgotten();

-- Cases that were there before this table: projected anew, some hundred at a time.
alter table case_to_project no force row level security;
insert into case_to_project (region_id, case_id, agency_id) select region_id, case_id, agency_id from enforcement_case
on conflict (region_id, agency_id, case_id) do update set whole = true;
alter table case_to_project force row level security;
