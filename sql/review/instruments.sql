-- $1 year, $2 province, $3 instrument or null: the instruments of the performance year; those of the province alone come
-- before those of all, unless one is named
select instrument, confirmed::integer, name
from review.instrument n
where performance_year = $1::smallint
  and province_code in ($2::text, '')
  and ($3::text is not null
       or province_code = $2::text
       or not exists (select
                      from review.instrument o
                      where o.performance_year = n.performance_year and o.province_code = $2::text))
order by instrument
