-- Open cases by the law that they are pinned to and by their item: what a new version of a statute touches.
create index enforcement_case_pin on enforcement_case (region_id, agency_id, law, procedure, md5(packs::text), case_id)
    where ended_on is null;
create index enforcement_case_item on enforcement_case (region_id, agency_id, item, case_id)
    where ended_on is null and item is not null;
