-- $1 year, $2 province, $3 number, null: the present: the edition that is shown, and the number of the one before it, or of the latest one
-- before the present, if the role sees them; one row
select e.edition_key, e.number, e.status, e.note, e.checksum, left(e.checksum, 12) as seal, e.decree, extract(epoch from e.decree_date)::bigint as decree_date,
       extract(epoch from e.frozen_at)::bigint as frozen_at, coalesce(e.in_force, false) as in_force, f.number as former
from (select 1) one
left join edition e on e.performance_year = $1::smallint and e.province_code = $2::text and e.number = $3::integer
left join lateral (select max(x.number) as number
                   from edition x
                   where x.performance_year = $1::smallint
                     and x.province_code = $2::text
                     and ($3::integer is null or x.number < $3::integer)
                     and review.sees_editions()) f on true
