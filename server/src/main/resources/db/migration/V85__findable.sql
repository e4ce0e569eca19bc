-- What the one search box finds beside cases: names of people, bodies, laws and items, with the pairs of their letters and of
-- their initials. Kept by triggers, so that it is complete whoever writes. Nothing sealed stands here. Names of registers and
-- of published law only; who sees a register sees its names (org.mingfa.server.finding).
create table findable (
    kind          text        not null check (kind in ('person', 'body', 'law', 'item')),
    id            text        not null,       -- of the person, body or law; of an item: its code
    name          text        not null,
    words         text[]      not null,       -- with @kind, so that one index meets both
    primary key (kind, id, name)
);
create index findable_words on findable using gin (words) with (fastupdate = off);
grant select, insert, update, delete on findable to mingfa_app;

-- As org.mingfa.server.operation.Bigrams cuts.
create function letter_pairs(name text) returns text[] language sql immutable set search_path = pg_catalog as $$
    select coalesce(array_agg(distinct pair), '{}')
    from regexp_split_to_table(left(lower(name), 200), '[^[:alnum:]]+') as word
    cross join lateral generate_series(1, greatest(char_length(word) - 1, 1)) as n
    cross join lateral substr(word, n::int, 2) as pair
    where pair <> ''
$$;

create function make_findable(of_kind text, of_id text, of_name text) returns void language sql set search_path = pg_catalog, public as $$
    insert into public.findable (kind, id, name, words)
    select of_kind, of_id, of_name, array_append(public.letter_pairs(of_name || ' ' || case when of_kind = 'item' then of_id else '' end) || public.initial_pairs(of_name), '@' || of_kind)
    where of_name <> ''
    on conflict (kind, id, name) do nothing
$$;

create function findable_named() returns trigger language plpgsql security definer set search_path = public as $$
begin
    if tg_op = 'UPDATE' then
        delete from findable where kind = tg_argv[0] and id = new.id::text;
    end if;
    perform make_findable(tg_argv[0], new.id::text, new.name);
    return null;
end $$;
create trigger findable_person after insert on person for each row execute function findable_named('person');
create trigger findable_person_anew after update of name on person for each row when (old.name <> new.name) execute function findable_named('person');
create trigger findable_body after insert on agency for each row execute function findable_named('body');
create trigger findable_body_anew after update of name on agency for each row when (old.name <> new.name) execute function findable_named('body');
create trigger findable_law after insert on statute for each row execute function findable_named('law');

-- Items of every version, so that a title stays found by what it was called; whether it is in force is asked when it is found.
create function findable_item() returns trigger language plpgsql security definer set search_path = public as $$
begin
    if exists (select from list_version v join list l on l.id = v.list_id where v.id = new.version_id and l.kind = 'items') then
        perform make_findable('item', new.key, coalesce(new.cells ->> 'title', ''));
    end if;
    return null;
end $$;
create trigger findable_item after insert or update of cells on list_row for each row execute function findable_item();

select make_findable('person', id::text, name) from person;
select make_findable('body', id::text, name) from agency;
select make_findable('law', id::text, name) from statute;
select make_findable('item', key, title) from (
    select distinct w.key, w.cells ->> 'title' as title from list_row w join list_version v on v.id = w.version_id join list l on l.id = v.list_id and l.kind = 'items') x
where title is not null;
analyze findable;

-- Documents by their number, from its beginning, agency by agency: nobody reads past the documents of others.
create index document_number on document (region_id, agency_id, number, document_id) where number <> '';
revoke execute on function make_findable(text, text, text) from public;
