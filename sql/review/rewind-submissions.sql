-- what was not known yet counts as superseded, what it superseded as current: to be rolled back
update audit.submission s
set superseded_by = s.submission_key
from pg_temp.later l
where l.submission_key = s.submission_key;

update audit.submission s
set superseded_by = null
where s.superseded_by in (select submission_key from pg_temp.later)
  and s.submission_key not in (select submission_key from pg_temp.later)
