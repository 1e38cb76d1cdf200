-- $2 the submission that is superseded: what it told and the new one does not goes; its keys are in pg_temp.gone
create temp table gone on commit drop as
select @key@
from dwh.fact_@kind@ f
left join pg_temp.fresh n using (@key@)
where f.submission_key = $2
  and n.row_no is null;

delete from dwh.fact_@kind@ f
using pg_temp.gone n
where @match@
  and f.submission_key = $2
