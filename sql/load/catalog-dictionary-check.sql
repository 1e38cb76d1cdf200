-- faults of the dictionary (pg_temp.input): one sentence a row, and the line that it begins on
select *
from (select format('''%s'' stands twice', ltrim(i.relation || '.' || i.name, '.')), max(i.line::integer)
      from pg_temp.input i
      group by i.relation, i.name
      having count(*) > 1
      union all
      select 'a row without a comment, or without a view and a column', i.line::integer
      from pg_temp.input i
      where i.comment_en = ''
         or i.relation || i.name = '') f (sentence, line)
order by f.line
limit 1;
