-- the rows of a month or a year, without keys until all are there
create table part.fact_@kind@_@within@_new (like dwh.fact_@kind@ including defaults including constraints)
