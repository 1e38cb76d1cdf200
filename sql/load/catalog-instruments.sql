-- pg_temp.input and pg_temp.entry → review.instrument…; an instrument that differs in anything is written anew whole,
-- one that is no longer in the files stays
drop table if exists pg_temp.wanted, pg_temp.wanted_entry, pg_temp.present_entry, pg_temp.difference;

create temp table wanted on commit drop as
select instrument, performance_year::smallint as performance_year, assessment_year::smallint as assessment_year, name,
       confirmed = 'yes' as confirmed, score_max::numeric as score_max, decimals::smallint as decimals,
       assessor_rule, tie_rule, source
from pg_temp.input;

create temp table wanted_entry on commit drop as
select instrument, list, code, nullif(aksi, '')::smallint as aksi, weight::numeric as weight, name
from pg_temp.entry;

create temp table present_entry on commit drop as
select instrument, 'item' as list, item as code, aksi, weight, name from review.instrument_item
union all
select instrument, 'grade', grade, null, score, '' from review.instrument_grade
union all
select instrument, 'component', component, null, weight, '' from review.instrument_component;

create temp table difference on commit drop as
select w.instrument, d.instrument is null as is_new
from pg_temp.wanted w
left join review.instrument d on d.instrument = w.instrument
where d.instrument is null
   or (d.performance_year, d.assessment_year, d.name, d.confirmed, d.score_max, d.decimals, d.assessor_rule,
       d.tie_rule, d.source)
      is distinct from
      (w.performance_year, w.assessment_year, w.name, w.confirmed, w.score_max, w.decimals, w.assessor_rule,
       w.tie_rule, w.source)
   or exists (select * from pg_temp.wanted_entry x where x.instrument = w.instrument
              except select * from pg_temp.present_entry)
   or exists (select * from pg_temp.present_entry x where x.instrument = w.instrument
              except select * from pg_temp.wanted_entry);

delete from review.instrument_item d using pg_temp.difference x where x.instrument = d.instrument;
delete from review.instrument_grade d using pg_temp.difference x where x.instrument = d.instrument;
delete from review.instrument_component d using pg_temp.difference x where x.instrument = d.instrument;

update review.instrument d
set performance_year = w.performance_year,
    assessment_year = w.assessment_year,
    name = w.name,
    confirmed = w.confirmed,
    score_max = w.score_max,
    decimals = w.decimals,
    assessor_rule = w.assessor_rule,
    tie_rule = w.tie_rule,
    source = w.source
from pg_temp.wanted w
join pg_temp.difference x on x.instrument = w.instrument
where w.instrument = d.instrument;

insert into review.instrument (instrument, performance_year, assessment_year, name, confirmed, score_max, decimals,
                               assessor_rule, tie_rule, source)
select w.instrument, w.performance_year, w.assessment_year, w.name, w.confirmed, w.score_max, w.decimals,
       w.assessor_rule, w.tie_rule, w.source
from pg_temp.wanted w
join pg_temp.difference x on x.instrument = w.instrument
where x.is_new;

insert into review.instrument_item (instrument, item, aksi, name, weight)
select e.instrument, e.code, e.aksi, e.name, e.weight
from pg_temp.wanted_entry e
join pg_temp.difference x on x.instrument = e.instrument
where e.list = 'item';

insert into review.instrument_grade (instrument, grade, score)
select e.instrument, e.code, e.weight
from pg_temp.wanted_entry e
join pg_temp.difference x on x.instrument = e.instrument
where e.list = 'grade';

insert into review.instrument_component (instrument, component, weight)
select e.instrument, e.code, e.weight
from pg_temp.wanted_entry e
join pg_temp.difference x on x.instrument = e.instrument
where e.list = 'component';

select count(*) filter (where is_new) as added, count(*) filter (where not is_new) as changed, 0 as removed
from pg_temp.difference;
