-- $1 year, $2 region, $3 node of the instrument: what assessors told that its score is made of (doc/instruments.md): of every
-- item and number below it, or, where the whole was given, of that number
with recursive scored as (
    select s.regency_key, s.instrument, s.node, s.given
    from review.score s
    join dwh.dim_region g on g.region_key = s.regency_key
    where s.performance_year = $1::smallint
      and (g.code = $2::text or left(g.code, length($2::text) + 1) = $2::text || '.')
), below as (
    select *
    from scored
    where node = $3::text
    union all
    select s.*
    from below b
    join review.instrument_node c on c.instrument = b.instrument and c.parent = b.node
    join scored s on s.regency_key = b.regency_key and s.node = c.node
    where not b.given
), leaf as (
    select b.regency_key, case when b.given then n.given else n.source end as item,
           case when b.given then '' else n.roles end as roles
    from below b
    join review.instrument_node n on n.instrument = b.instrument and n.node = b.node
    where b.given
       or n.kind in ('item', 'number')
)
select s.submission_key, f.table_no, f.row_no, f.cell, s.kind, s.file_name, s.sha256, t.sheet, t.fields
from leaf l
join review.regency r on r.regency_key = l.regency_key
join dwh.fact_assessment f on f.regency_key = r.member_key and f.item = l.item and review.has_role(f.role, l.roles)
join dwh.dim_period p on p.period_key = f.period_key
join audit.submission s on s.submission_key = f.submission_key
join audit.submission_table t on t.submission_key = f.submission_key and t.table_no = f.table_no
where p.year = $1::smallint
  and p.kind = 'year'
order by s.submission_key, f.table_no, f.row_no, f.cell
