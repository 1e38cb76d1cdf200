-- $1 year, $2 province, $3 instrument: the documents of the year, and the items that were graded (pg_temp.told), require a document
-- and have none. A document of a node above an item, of an Aksi say, is evidence for the item, too. A year without any evidence
-- lacks none: that nobody loaded it says nothing of the items.
insert into review.evidence (performance_year, regency_key, item, document, instrument, grades, sha256, bytes, finding, computed_at)
with recursive node as (
    select n.node, n.parent, n.kind, n.requirement, n.roles,
           case when n.kind in ('item', 'number') then n.source else regexp_replace(n.node, '^.*/', '') end as code
    from review.instrument_node n
    where n.instrument = $3::text
      and n.kind <> 'figure'
), above as (
    select node, parent, code
    from node
    union all
    select a.node, n.parent, n.code
    from above a
    join node n on n.node = a.parent
), document as (
    select distinct on (r.regency_key, f.item, f.document) r.regency_key, f.item, f.document, f.sha256, f.bytes
    from dwh.fact_evidence f
    join review.regency r on r.member_key = f.regency_key
    join dwh.dim_period p on p.period_key = f.period_key
    where r.province_code = $2::text
      and p.kind = 'year'
      and p.year = $1::smallint
    order by r.regency_key, f.item, f.document, f.known_from desc
), graded as (
    select n.node, n.code as item, n.requirement, t.regency_key, t.grade
    from node n
    join pg_temp.told t on t.item = n.code and review.has_role(t.role, n.roles)
    where n.kind in ('item', 'number')
      and t.grade <> ''
), grades as (
    select regency_key, item, string_agg(distinct grade, ', ' order by grade) as grades
    from graded
    group by regency_key, item
)
select $1::smallint, d.regency_key, d.item, d.document, $3::text, coalesce(g.grades, ''), d.sha256, d.bytes,
       case when exists (select from node n where n.code = d.item) then '' else 'unknown' end, now()
from document d
left join grades g on g.regency_key = d.regency_key and g.item = d.item
union all
select $1::smallint, g.regency_key, g.item, '', $3::text, g.grades, '', null, 'missing', now()
from grades g
where exists (select from document)
  and exists (select
              from graded n
              where n.regency_key = g.regency_key
                and n.item = g.item
                and n.requirement <> ''
                and not exists (select
                                from document d
                                join above a on a.node = n.node and a.code = d.item
                                where d.regency_key = n.regency_key))
