-- How many rows a version has stands with the version: neither a list of lists nor a page of rows counts tens of thousands.
-- Kept by the database whoever writes; a statement adds what it added.
alter table list_version add column rows bigint not null default 0;
update list_version v set rows = w.rows from (select version_id, count(*) as rows from list_row group by version_id) w where w.version_id = v.id;

create function list_rows_counted() returns trigger language plpgsql security definer set search_path = public as $$
begin
    update list_version v set rows = v.rows + case when tg_op = 'INSERT' then w.rows else -w.rows end
    from (select version_id, count(*) as rows from touched group by version_id) w where w.version_id = v.id;
    return null;
end $$;
create trigger list_rows_more after insert on list_row referencing new table as touched for each statement execute function list_rows_counted();
create trigger list_rows_less after delete on list_row referencing old table as touched for each statement execute function list_rows_counted();

-- Rows of a version in their order, from any of them on: ordinals may be alike.
create index list_row_from on list_row (version_id, ordinal, key);
drop index list_row_in_order;
