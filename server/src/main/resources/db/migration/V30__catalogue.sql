-- The lists, versioned by date in force. Small shared tables: no agency owns them, so no row-level security.

-- 行政执法事项清单: one row per item and version; the version of a day is the latest whose valid_from is not after it.
create table enforcement_item (
    code          text        not null,
    valid_from    date        not null,
    valid_to      date,                       -- last day; null: until further notice
    title         text        not null,
    basis         text        not null,       -- citation, e.g. 食品安全法 第一百二十二条
    field         text        not null,
    published_on  date,                       -- null: not published yet (行政处罚法 第五条)
    recorded_by   bigint      not null,
    recorded_at   timestamptz not null default now(),
    primary key (code, valid_from)
);

-- Years whose holidays were announced after the bundled table was written (国务院办公厅 放假安排).
create table announced_year (
    year          int         not null,
    calendar      text        not null,       -- JSON, one year of law/calendar/holidays.yaml
    source        text        not null,
    recorded_by   bigint      not null,
    recorded_at   timestamptz not null default now(),
    primary key (year)
);

-- The law packs that cases are pinned to: all texts of one loading, by the digest over them. Never changed.
create table law_text (
    digest        text        not null,
    files         jsonb       not null,       -- {path: text}
    loaded_at     timestamptz not null default now(),
    primary key (digest)
);

grant select, insert on law_text to mingfa_app;
grant select on law_text, announced_year, enforcement_item to mingfa_projection;
grant select, insert on enforcement_item to mingfa_app;
grant select, insert, update on announced_year to mingfa_app;
