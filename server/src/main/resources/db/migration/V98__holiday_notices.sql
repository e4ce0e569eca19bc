-- Holidays as announced and as taken back, one row each, never changed: the newest row of a year says what holds.
create table holiday_notice (
    id            bigint      not null generated always as identity,
    year          int         not null,
    calendar      text,                       -- JSON, one year of law/calendar/holidays.yaml; null: nothing is announced
    source        text        not null,
    before        bigint,                     -- the row whose state comes back when this one is taken back; null: none
    reason        text,                       -- why what stood was taken back; null: an announcement
    recorded_by   bigint      not null,
    recorded_at   timestamptz not null default now(),
    primary key (id)
);
create index holiday_notice_year on holiday_notice (year, id desc);
insert into holiday_notice (year, calendar, source, recorded_by, recorded_at)
    select year, calendar, source, recorded_by, recorded_at from announced_year order by recorded_at, year;
drop table announced_year;
grant select on holiday_notice to mingfa_projection;
grant select, insert on holiday_notice to mingfa_app;
