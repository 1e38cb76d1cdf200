-- $1 the new submission, $2 the one that it supersedes: what that one told is history, as it told it
insert into dwh.fact_@kind@_history
select f.*, $1
from dwh.fact_@kind@ f
where f.submission_key = $2
