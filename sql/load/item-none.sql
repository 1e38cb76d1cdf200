-- kinds whose records name nothing of a catalogue but region and period
create temp table item (
    what text,
    name text,
    period text,
    item_key bigint
) on commit drop;
