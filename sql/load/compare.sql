-- $1 the new submission, $2 the one that it supersedes, 0 for none: how the source differs from what is current; facts that
-- give way to a form that counts before this one are none of these
select count(*) filter (where f.known_from is null) as added,
       count(*) filter (where not y.yields and (@fact@) is distinct from (@fresh@)) as changed,
       count(*) filter (where not y.yields and (@fact@) is not distinct from (@fresh@)) as unchanged,
       count(*) filter (where not y.yields and f.submission_key <> $2::bigint) as taken_over,
       count(*) filter (where f.submission_key = $2::bigint) as kept,
       (select count(*) from dwh.fact_@kind@ where submission_key = $2::bigint) as before,
       count(*) filter (where y.yields) as yielding,
       $1::bigint as submission_key
from pg_temp.fresh n
left join (select * from dwh.fact_@kind@ f where @within@) f using (@key@)
left join lateral (select @yields@ as yields where f.known_from is not null) y on true;
