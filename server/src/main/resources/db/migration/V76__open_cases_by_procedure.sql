-- How many pending cases a draft concerns: by procedure, field and place, in one walk of an index. The procedure first: a list
-- of an agency's cases must not take it for one of its own orders.
create index enforcement_case_procedure on enforcement_case (procedure, region_id, agency_id, field, region) where ended_on is null;
