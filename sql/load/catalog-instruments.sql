-- pg_temp.input, node, grade, descriptor and award → review.instrument…; an instrument that differs in anything is written
-- anew whole, one that is no longer in the files stays
drop table if exists pg_temp.wanted, pg_temp.wanted_node, pg_temp.difference;

create temp table wanted on commit drop as
select instrument, performance_year::smallint, assessment_year::smallint, name, confirmed = 'yes' as confirmed,
       nullif(score_max, '')::numeric as score_max, decimals::smallint, rule as assessor_rule, ties as tie_rule, source,
       province as province_code, data_period, ranked, rounding, tie_by, publication, nullif(best, '')::smallint as best,
       published_score, published_rank, tolerance::numeric
from pg_temp.input;

create temp table wanted_node on commit drop as
select instrument, node, parent, place::integer, kind, name, weight::numeric, source, standard, direction = 'down' as down,
       nullif(low, '')::numeric as low, nullif(high, '')::numeric as high, nullif(maximum, '')::numeric as maximum,
       nullif(decimals, '')::smallint as decimals, missing, assessors, roles, given, needed as requirement
from pg_temp.node;

create temp table difference on commit drop as
select w.instrument, not exists (select from review.instrument d where d.instrument = w.instrument) as is_new
from pg_temp.wanted w
where to_jsonb(w) is distinct from (select to_jsonb(d) from review.instrument d where d.instrument = w.instrument)
   or (select array_agg(to_jsonb(n) order by n.place) from pg_temp.wanted_node n where n.instrument = w.instrument)
      is distinct from
      (select array_agg(to_jsonb(n) order by n.place) from review.instrument_node n where n.instrument = w.instrument)
   or (select array_agg((g.grade, g.score::numeric) order by g.grade) from pg_temp.grade g where g.instrument = w.instrument)
      is distinct from
      (select array_agg((g.grade, g.score) order by g.grade) from review.instrument_grade g where g.instrument = w.instrument)
   or (select array_agg(to_jsonb(t) order by t.item, t.grade) from pg_temp.descriptor t where t.instrument = w.instrument)
      is distinct from
      (select array_agg(to_jsonb(t) order by t.item, t.grade) from review.instrument_descriptor t
       where t.instrument = w.instrument)
   or (select array_agg((a.award, a.place::integer, a.name, a.node, a.item, a.holders::smallint) order by a.award)
       from pg_temp.award a where a.instrument = w.instrument)
      is distinct from
      (select array_agg((a.award, a.place, a.name, a.node, a.item, a.holders) order by a.award)
       from review.instrument_award a where a.instrument = w.instrument);

delete from review.instrument_node d using pg_temp.difference x where x.instrument = d.instrument;
delete from review.instrument_grade d using pg_temp.difference x where x.instrument = d.instrument;
delete from review.instrument_descriptor d using pg_temp.difference x where x.instrument = d.instrument;
delete from review.instrument_award d using pg_temp.difference x where x.instrument = d.instrument;

insert into review.instrument (instrument, performance_year, assessment_year, name, confirmed, score_max, decimals,
                               assessor_rule, tie_rule, source, province_code, data_period, ranked, rounding, tie_by,
                               publication, best, published_score, published_rank, tolerance)
select w.*
from pg_temp.wanted w
join pg_temp.difference x on x.instrument = w.instrument
on conflict (instrument) do update
set performance_year = excluded.performance_year,
    assessment_year = excluded.assessment_year,
    name = excluded.name,
    confirmed = excluded.confirmed,
    score_max = excluded.score_max,
    decimals = excluded.decimals,
    assessor_rule = excluded.assessor_rule,
    tie_rule = excluded.tie_rule,
    source = excluded.source,
    province_code = excluded.province_code,
    data_period = excluded.data_period,
    ranked = excluded.ranked,
    rounding = excluded.rounding,
    tie_by = excluded.tie_by,
    publication = excluded.publication,
    best = excluded.best,
    published_score = excluded.published_score,
    published_rank = excluded.published_rank,
    tolerance = excluded.tolerance;

insert into review.instrument_node (instrument, node, parent, place, kind, name, weight, source, standard, down, low, high,
                                    maximum, decimals, missing, assessors, roles, given, requirement)
select n.*
from pg_temp.wanted_node n
join pg_temp.difference x on x.instrument = n.instrument;

insert into review.instrument_grade (instrument, grade, score)
select g.instrument, g.grade, g.score::numeric
from pg_temp.grade g
join pg_temp.difference x on x.instrument = g.instrument;

insert into review.instrument_descriptor (instrument, item, grade, description)
select t.instrument, t.item, t.grade, t.description
from pg_temp.descriptor t
join pg_temp.difference x on x.instrument = t.instrument;

insert into review.instrument_award (instrument, award, place, name, node, item, holders)
select a.instrument, a.award, a.place::integer, a.name, a.node, a.item, a.holders::smallint
from pg_temp.award a
join pg_temp.difference x on x.instrument = a.instrument;

select count(*) filter (where is_new) as added, count(*) filter (where not is_new) as changed, 0 as removed
from pg_temp.difference;
