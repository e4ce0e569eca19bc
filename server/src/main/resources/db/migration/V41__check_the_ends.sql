-- Whoever checks the record compares its ends with the rows of all agencies' cases.
create policy checked on enforcement_case for select to mingfa_projection using (true);
