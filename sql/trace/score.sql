-- $1 year, $2 region, $3 node of the instrument: what its score is made of (doc/instruments.md): what assessors told of every item and
-- number below it, or, where the whole was given, that number; and the facts behind figures of the review that are scored
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
    select r.regency_key, r.member_key, case when b.given then 'number' else n.kind end as kind,
           case when b.given then n.given else n.source end as item,
           case when b.given then '' else n.roles end as roles
    from below b
    join review.regency r on r.regency_key = b.regency_key
    join review.instrument_node n on n.instrument = b.instrument and n.node = b.node
    where b.given
       or n.kind in ('item', 'number', 'figure')
), fact as (
    select f.submission_key, f.table_no, f.row_no, f.cell
    from leaf l
    join dwh.fact_assessment f on f.regency_key = l.member_key and f.item = l.item and review.has_role(f.role, l.roles)
    join dwh.dim_period p on p.period_key = f.period_key
    where l.kind <> 'figure'
      and p.year = $1::smallint
      and p.kind = 'year'
    union all
    select f.*
    from leaf l
    join review.coverage c on c.performance_year = $1::smallint and c.regency_key = l.regency_key and c.target is not null and c.denominator <> 0
    join review.coverage_figure($1::smallint, left($2::text, 2)) v on v.regency_key = l.member_key and v.indicator_key = c.indicator_key
    cross join lateral (values (v.submission_key, v.table_no, v.row_no, v.cell),
                               (v.denominator_submission_key, v.denominator_table_no, v.denominator_row_no,
                                '- ' || v.denominator_cell || ' -'))
        f (submission_key, table_no, row_no, cell)
    where (l.kind, l.item) = ('figure', 'cakupan')
      and v.counted
    union all
    select f.submission_key, f.table_no, f.row_no, f.cell
    from leaf l
    join review.service_figure($1::smallint, left($2::text, 2)) f on f.regency_key = l.member_key
    where (l.kind, l.item) = ('figure', 'konvergensi')
      and f.counted in ('Y', 'T')
    union all
    select m.submission_key, m.table_no, m.row_no, m.cell
    from leaf l
    join (select distinct on (m.child) m.*
          from dwh.fact_measurement m
          join dwh.dim_region k on k.region_key = m.regency_key
          where k.province_code = left($2::text, 2)
            and m.system = 'e-ppgbm'
            and m.measured_on between make_date($1::integer, 1, 1) and make_date($1::integer, 12, 31)
          order by m.child, m.measured_on desc, k.code) m on m.regency_key = l.member_key
    where (l.kind, l.item) = ('figure', 'prevalensi')
      and m.haz is not null
      and position('h' in m.flags) = 0
      and m.age_days <= 1826
)
select s.submission_key, f.table_no, f.row_no, f.cell, s.kind, s.file_name, s.sha256, t.sheet, t.fields
from fact f
join audit.submission s on s.submission_key = f.submission_key
join audit.submission_table t on t.submission_key = f.submission_key and t.table_no = f.table_no
order by s.submission_key, f.table_no, f.row_no, f.cell
