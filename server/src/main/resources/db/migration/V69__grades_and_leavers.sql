-- What V57 left out. The grade of appraisals that were checked before it: by the marks of their year as they were known when the step was taken.
update appraisal_step s set grade = (
        select case when t.total >= t.excellent then '优秀' when t.total >= t.good then '良好' when t.total >= t.fair then '合格' else '不合格' end
        from (select (select coalesce(sum(x), 0) from unnest(a.scores) x) as total,
                max(m.value) filter (where m.name = 'appraisal.excellent') as excellent, max(m.value) filter (where m.name = 'appraisal.good') as good,
                max(m.value) filter (where m.name = 'appraisal.fair') as fair
            from (select distinct on (p.name) p.name, p.value from register_parameter p
                where p.name in ('appraisal.excellent', 'appraisal.good', 'appraisal.fair') and p.valid_from <= make_date(a.year, 12, 31)
                    and (p.recorded_at <= s.recorded_at or p.recorded_by = 0)
                order by p.name, p.valid_from desc, p.recorded_at desc) m) t)
from appraisal a
where a.id = s.appraisal_id and s.grade is null and a.state not in ('filled', 'returned')
    and s.ordinal = (select max(n.ordinal) from appraisal_step n where n.appraisal_id = a.id and n.what in ('check', 'answer'));

-- V57 called every account of a leaver closed, also where nobody had closed it: those rows, written in one statement before any other, are taken
-- back where the account is open, so that the hourly round closes it. An account that was closed by the round and opened again on purpose stays.
delete from leaver_closed l using account c
where c.person_id = l.person_id and not c.disabled and l.closed_at <= (select min(f.closed_at) from leaver_closed f) + interval '10 seconds';
