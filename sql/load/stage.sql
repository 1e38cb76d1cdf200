-- where the records and the remarks of a source stand until its E was read
drop table if exists pg_temp.fresh, pg_temp.remark;

create temp table fresh as table dwh.fact_@kind@ with no data;

create temp table remark (
    row_no bigint,
    cell text,
    remark_no bigint,
    sheet text,
    severity text,
    code text,
    field text,
    value text,
    message text
);
