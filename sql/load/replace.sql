-- $1 the new submission, $2 the one that it supersedes: what both tell is current as the new one tells it, in its old place, for
-- which the server checks fewer keys than for a new row
update dwh.fact_@kind@ f
set @set@, submission_key = $1, known_from = $1
from pg_temp.fresh n
where @match@
  and @within@
  and f.submission_key = $2
