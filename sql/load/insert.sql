-- $1 the new submission: of its rows those that replace.sql has not made current become so
@members@insert into dwh.fact_@kind@ (@columns@, submission_key, known_from)
select @columns@, $1, $1
from pg_temp.fresh n
where not exists (
    select
    from dwh.fact_@kind@ f
    where @match@
      and @within@
      and f.submission_key = $1
)
