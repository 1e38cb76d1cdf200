-- The partition of the year @within@, which is empty, becomes those of its months.
do $$
declare
    month date;
begin
    alter table dwh.fact_@kind@ detach partition part.fact_@kind@_@within@;
    drop table part.fact_@kind@_@within@;
    for month in select generate_series(date '@within@-01-01', date '@within@-12-01', interval '1 month')
    loop
        execute format('create table part.%I partition of dwh.fact_@kind@ for values from (%L) to (%L)',
                       'fact_@kind@_' || to_char(month, 'YYYY_MM'), month, (month + interval '1 month')::date);
    end loop;
end
$$;
