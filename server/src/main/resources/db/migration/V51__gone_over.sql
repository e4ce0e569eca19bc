-- A pending case that went over to a later version (transition: switch): the packs and the day that it stands under now.
-- Where it was filed under stays in law and filed_on; both are told by its record.
alter table enforcement_case add column now_law text;
alter table enforcement_case add column now_on date;

create or replace view case_search as
select * from enforcement_case
where coalesce(agency_id = any ((select string_to_array(current_setting('app.agencies', true), ',')::bigint[])::bigint[]), false)
  and coalesce(region_id = any ((select string_to_array(current_setting('app.regions', true), ',')::int[])::int[]), false);
