-- What the checks on a decision on its way to the public found (DIS-S1 to S4, 行政处罚法 第五十九条): written when it is submitted and
-- released, for the one who reviews it and for the supervisor. Names nobody.
create table publication_finding (
    region_id      int         not null,
    publication_id bigint      not null,
    rule           text        not null,
    agency_id      bigint      not null,
    severity       text        not null check (severity in ('high', 'medium', 'review')),
    title          text        not null,
    cite           text        not null,
    message        text        not null,
    found_on       date        not null,
    primary key (region_id, publication_id, rule)
);
create index publication_finding_newest on publication_finding (publication_id desc, rule);
alter table publication_finding enable row level security;
alter table publication_finding force row level security;
create policy scope on publication_finding to mingfa_app
    using (agency_id = any (string_to_array(current_setting('app.agencies', true), ',')::bigint[])
       and region_id = any (string_to_array(current_setting('app.regions', true), ',')::int[]));
grant select, insert, delete on publication_finding to mingfa_app;

insert into role_permission (role_code, permission) values ('supervisor', 'publication.check'), ('publication-reviewer', 'publication.check');
insert into register_parameter (name, valid_from, value, title, cite, recorded_by) values
    ('publication.spread-percent', '1900-01-01', 30, '同一机关同一基准同一阶次的罚款偏离中位数超过百分之几时提示同案不同罚', '国办发〔2022〕27号 （十三）；百分比为平台默认值', 0),
    ('publication.spread-months',  '1900-01-01', 12, '同案不同罚与此前多少个月的决定比较',                           '平台默认值', 0);
