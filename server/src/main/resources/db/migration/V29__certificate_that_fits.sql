-- Of several valid certificates the one for the body's field and region counts: a holder of a local certificate and a
-- ministry's for another field was judged by whichever ran longer.
drop function certificate_on(bigint, date);
create function certificate_on(of_person bigint, day date, of_field text, of_region text)
    returns table (number text, field text, region_code text, first_day date, last_day date, state text,
                   reason text, issuer_id bigint, ministry boolean, valid boolean, in_field boolean, in_region boolean) language sql stable as $$
    select c.* from (
        select v.number, v.field, v.region_code, v.first_day, v.last_day,
               case when v.suspended then coalesce(v.state, 'suspended')
                    when v.first_day > day then 'future' when v.last_day < day then 'expired' else 'valid' end,
               v.reason, v.issuer_id, v.ministry, v.first_day <= day and v.last_day >= day and not v.suspended as valid,
               v.field = of_field as in_field,
               -- a city's code 149900 covers 149901: trailing pairs of zeros are cut before comparing
               of_region like regexp_replace(v.region_code, '(00)+$', '') || '%' as in_region
        from (select distinct on (c.number) c.* from certificate c where c.person_id = of_person and c.valid_from <= day
              order by c.number, c.valid_from desc, c.recorded_at desc) v) c
    order by c.valid desc, c.in_field and c.in_region desc, c.last_day desc limit 1
$$;
