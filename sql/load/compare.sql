-- $1 the submission that is superseded, 0 for none: how the source differs from what is current
select count(*) filter (where f.known_from is null) as added,
       count(*) filter (where f.known_from is not null and (@fact@) is distinct from (@fresh@)) as changed,
       count(*) filter (where f.known_from is not null and (@fact@) is not distinct from (@fresh@)) as unchanged,
       count(*) filter (where f.submission_key <> $1) as taken_over,
       count(*) filter (where f.submission_key = $1) as kept,
       (select count(*) from dwh.fact_@kind@ where submission_key = $1) as before
from pg_temp.fresh n
left join (select * from dwh.fact_@kind@ f where @within@) f using (@key@);
