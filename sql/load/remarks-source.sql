-- $1 submission: the file that was loaded
select s.file_name, s.sha256
from audit.submission s
where s.submission_key = $1::bigint
