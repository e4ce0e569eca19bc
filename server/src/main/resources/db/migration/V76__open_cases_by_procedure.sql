-- How many pending cases a draft concerns: by procedure, field and place, in one walk of an index.
create index enforcement_case_procedure on enforcement_case (region_id, agency_id, procedure, field, region) where ended_on is null;
