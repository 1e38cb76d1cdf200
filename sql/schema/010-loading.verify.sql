select to_regclass('audit.closed_period') is not null
   and to_regclass('audit.overrider') is not null
   and to_regclass('audit.override') is not null
   and to_regclass('dwh.dim_region_part_ix') is not null
   and not exists (select
                   from pg_attribute a
                   where a.attrelid in ('audit.closed_period'::regclass, 'audit.overrider'::regclass, 'audit.override'::regclass)
                     and a.attnum > 0
                     and col_description(a.attrelid, a.attnum) is null)
