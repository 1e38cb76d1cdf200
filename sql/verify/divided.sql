-- $1 kind: the years whose partition was divided into months
select substr(c.relname, length($1) + 7, 4)
from pg_class c
where c.relnamespace = to_regnamespace('part')
  and c.relname ~ format('^fact_%s_[0-9]{4}_01$', $1::text)
order by 1
