-- 一人多岗: a session works for one body at a time, with the roles held there alone.
-- Null: the person holds roles in several bodies and has not chosen yet, or holds none.
alter table session add column agency_id bigint references agency (id);
-- What is offered first at the next sign-in.
alter table account add column last_agency bigint references agency (id);
-- For which body something was done; null: the person's own. The entry's region is this body's.
alter table audit_entry add column agency_id bigint references agency (id);

-- Who holds a role, body by body, and who gave it.
create index person_role_by_role on person_role (role_code, agency_id, person_id, valid_from);
create index role_grant_by_holding on role_grant (person_id, role_code, agency_id, valid_from, id desc) where granted;
