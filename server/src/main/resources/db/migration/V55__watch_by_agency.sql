-- 裁量监测 reads the agencies of its page, and the whole reach only for the tables of that page.
create index case_fine_of_agency on case_fine (agency_id, decided_on);
create index case_fine_of_table on case_fine (table_code, decided_on) include (fine, low, high) where table_code is not null;
