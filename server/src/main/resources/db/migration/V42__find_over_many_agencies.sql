-- Whoever oversees many agencies reads a region in one order, not agency by agency: a page must not cost more because
-- the city has 558 of them.
create index enforcement_case_region_updated on enforcement_case (region_id, updated_at desc, case_id desc);
create index enforcement_case_region_filed on enforcement_case (region_id, filed_on desc, case_id desc);
create index enforcement_case_region_due
    on enforcement_case (region_id, (coalesce(due_on, 'infinity'::date)), case_id) where ended_on is null;

-- Words within one agency: its id stands among the pairs of letters, so that one index meets both.
create index enforcement_case_words
    on enforcement_case using gin (array_append(bigrams, '@' || agency_id)) with (fastupdate = off);
drop index enforcement_case_bigrams;

-- The lists of the setting are read once for a statement, not once for each row that is passed on the way. Statements
-- name the agencies and regions that they want themselves, and coalesce keeps the planner from counting the same
-- condition twice: it would take an agency for nearly empty and sort all its cases for one page.
alter policy scope on enforcement_case
using (coalesce(agency_id = any ((select string_to_array(current_setting('app.agencies', true), ',')::bigint[])::bigint[]), false)
   and coalesce(region_id = any ((select string_to_array(current_setting('app.regions', true), ',')::int[])::int[]), false));

create or replace view case_search as
select * from enforcement_case
where coalesce(agency_id = any ((select string_to_array(current_setting('app.agencies', true), ',')::bigint[])::bigint[]), false)
  and coalesce(region_id = any ((select string_to_array(current_setting('app.regions', true), ',')::int[])::int[]), false);

-- Without these the planner knows nothing of the words until a tenth of the cases has changed.
analyze enforcement_case;
