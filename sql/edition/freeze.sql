-- $1 year, $2 province, $3 note: the next edition, without rows; its key and number, and the checksum of the one before
insert into review.edition (performance_year, province_code, number, note, frozen_at, frozen_by, relations)
select $1::smallint, $2::text, coalesce(max(e.number), 0) + 1, $3::text, clock_timestamp(), session_user,
       (select array_agg(l.relation order by l.relation) from review.edition_relation l)
from review.edition e
where e.performance_year = $1::smallint
  and e.province_code = $2::text
returning edition_key, number,
    coalesce((select l.checksum
              from review.edition l
              where l.performance_year = $1::smallint and l.province_code = $2::text
              order by l.number desc
              limit 1), '')
