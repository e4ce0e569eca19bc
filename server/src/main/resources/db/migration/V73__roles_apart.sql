-- 三员分立: what nobody holds together. The three administrators share no person, and none of them handles cases.
-- GB/T 22239—2019 8.1.5 (安全管理中心): system, audit and security administration are apart.
create table role_excludes (
    role_code  text not null references role (code),
    other_code text not null references role (code),
    primary key (role_code, other_code),
    check (role_code <> other_code)
);

insert into role_excludes
select a.code, b.code
from role a, role b
where a.code <> b.code
  and (a.code in ('system-admin', 'security-admin', 'audit-admin') and b.code in ('system-admin', 'security-admin', 'audit-admin')
    or a.code in ('system-admin', 'security-admin', 'audit-admin') and exists (select from role_permission p where p.role_code = b.code and p.permission = 'case.act')
    or b.code in ('system-admin', 'security-admin', 'audit-admin') and exists (select from role_permission p where p.role_code = a.code and p.permission = 'case.act'));

grant select on role_excludes to mingfa_app;
