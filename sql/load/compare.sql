-- $1 the submission that is superseded, 0 for none: how the source differs from what is current; facts that give way to a
-- form that counts before this one are none of these
select count(*) filter (where f.known_from is null) as added,
       count(*) filter (where f.known_from is not null and (@fact@) is distinct from (@fresh@)) as changed,
       count(*) filter (where f.known_from is not null and (@fact@) is not distinct from (@fresh@)) as unchanged,
       count(*) filter (where f.submission_key <> $1) as taken_over
from pg_temp.fresh n
left join dwh.fact_@kind@ f using (@key@)
where (@yields@) is not true;
