-- $1 year, $2 province: the files behind the figures, and one fingerprint of them all: the SHA-256 of the list of their
-- SHA-256, sorted, one a line (as `sort -u | sha256sum` computes it)
select count(*) as submissions, count(distinct s.sha256) as files,
       encode(sha256(convert_to(coalesce(string_agg(distinct s.sha256 || E'\n', '' order by s.sha256 || E'\n'), ''), 'UTF8')),
              'hex') as fingerprint
from audit.submission s
join dwh.dim_region r on r.region_key = s.scope_key
join dwh.dim_period p on p.period_key = s.period_key
where p.year = $1::smallint
  and r.province_code = $2::text
  and s.superseded_by is null
