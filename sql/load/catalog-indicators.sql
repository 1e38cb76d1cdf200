-- pg_temp.input → dwh.dim_indicator; indicators no longer in the file stay, for facts may point to them
drop table if exists pg_temp.wanted, pg_temp.difference;

create temp table wanted on commit drop as
select code, version::smallint as version, name, name_en, kind, type, unit, direction, numerator_owner,
       denominator_owner, numerator_definition, denominator_definition, source, valid_from::smallint as valid_from,
       nullif(valid_until, '')::smallint as valid_until, successor
from pg_temp.input;

create temp table difference on commit drop as
select w.*, d.code is null as is_new
from pg_temp.wanted w
left join dwh.dim_indicator d on d.code = w.code and d.version = w.version
where d.code is null
   or (d.name, d.name_en, d.kind, d.type, d.unit, d.direction, d.numerator_owner, d.denominator_owner,
       d.numerator_definition, d.denominator_definition, d.source, d.valid_from, d.valid_until, d.successor)
      is distinct from
      (w.name, w.name_en, w.kind, w.type, w.unit, w.direction, w.numerator_owner, w.denominator_owner,
       w.numerator_definition, w.denominator_definition, w.source, w.valid_from, w.valid_until, w.successor);

update dwh.dim_indicator d
set name = w.name,
    name_en = w.name_en,
    kind = w.kind,
    type = w.type,
    unit = w.unit,
    direction = w.direction,
    numerator_owner = w.numerator_owner,
    denominator_owner = w.denominator_owner,
    numerator_definition = w.numerator_definition,
    denominator_definition = w.denominator_definition,
    source = w.source,
    valid_from = w.valid_from,
    valid_until = w.valid_until,
    successor = w.successor
from pg_temp.difference w
where w.code = d.code
  and w.version = d.version;

insert into dwh.dim_indicator (code, version, name, name_en, kind, type, unit, direction, numerator_owner,
                               denominator_owner, numerator_definition, denominator_definition, source, valid_from,
                               valid_until, successor)
select code, version, name, name_en, kind, type, unit, direction, numerator_owner, denominator_owner,
       numerator_definition, denominator_definition, source, valid_from, valid_until, successor
from pg_temp.difference
where is_new
order by code, version;

select count(*) filter (where is_new) as added, count(*) filter (where not is_new) as changed, 0 as removed
from pg_temp.difference;
