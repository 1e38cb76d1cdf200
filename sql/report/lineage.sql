-- $1 year, $2 province: the files behind the figures, and one fingerprint of them all: the SHA-256 of the list of their
-- SHA-256, sorted, one a line (as `sort -u | sha256sum` computes it)
select count(*) as submissions, count(distinct sha256) as files,
       encode(sha256(convert_to(coalesce(string_agg(distinct sha256 || E'\n', '' order by sha256 || E'\n'), ''), 'UTF8')),
              'hex') as fingerprint
from review_submission
where performance_year = $1::smallint
  and province_code = $2::text
  and superseded_by is null
