-- Whether the year @within@ can be made anew: nobody else loads facts of the kind, and nothing is there yet
select pg_try_advisory_xact_lock(hashtextextended('kp2s group @kind@', 1))
   and not exists (select from part.fact_@kind@_@within@)
