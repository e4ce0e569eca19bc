-- Each filter of the audit is read by an index in the order of the page, region by region.
create index audit_by_region_actor on audit_entry (region_id, actor, id desc);
create index audit_by_region_about on audit_entry (region_id, about, id desc) where about is not null;
create index audit_by_region_act on audit_entry (region_id, act, id desc);
create index audit_by_region_kind on audit_entry (region_id, object_kind, id desc);
create index audit_by_region_object on audit_entry (region_id, object_id, id desc) where object_id <> '';
create index audit_refused on audit_entry (region_id, id desc) where outcome = 'refused';
-- Days are turned into a range of ids first.
create index audit_by_at on audit_entry (at);
drop index audit_by_actor;
drop index audit_by_about;
drop index audit_by_object;
