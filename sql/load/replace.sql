-- $1 the new submission, $2 the one that it supersedes: what both tell is current as the new one tells it, in its old place, for
-- which the server checks fewer keys than for a new row; what remains in pg_temp.fresh is new
with kept as (
    update dwh.fact_@kind@ f
    set @set@, submission_key = $1, known_from = $1
    from pg_temp.fresh n
    where @match@
      and @within@
      and f.submission_key = $2
    returning n.ctid as place
)
delete from pg_temp.fresh n
using kept k
where n.ctid = k.place
