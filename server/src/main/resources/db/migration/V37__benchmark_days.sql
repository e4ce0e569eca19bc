-- A published set is in force from a day to a day: an act before its withdrawal keeps its tables. Events from before this have
-- none: published then means on all days that the tables say, withdrawn then means never.
alter table benchmark_set_event add column day date;
comment on column benchmark_set_event.day is 'published: first day in force; withdrawn: last day in force';
create index benchmark_set_region on benchmark_set (of_region, id desc);
