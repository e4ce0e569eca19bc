-- Each body's findings are read by themselves, the newest first: one body's reviewer no longer walks past everybody's.
create index publication_finding_of_agency on publication_finding (region_id, agency_id, publication_id desc, rule);
drop index publication_finding_newest;
