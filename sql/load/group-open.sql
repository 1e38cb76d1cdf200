-- Whether nothing is in the partition yet
select not exists (select from part.fact_@kind@_@within@)
