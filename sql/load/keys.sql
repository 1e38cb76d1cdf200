-- $1 code of the scope, $2 period: their keys, null for what is unknown
select (select r.region_key
        from dwh.dim_region r
        left join dwh.dim_period p on p.code = $2::text
        where r.code = $1::text
        order by r.valid_from <= p.ends_on desc, case when r.valid_from <= p.ends_on then r.valid_from end desc,
                 r.valid_from
        limit 1) as scope_key,
       (select p.period_key from dwh.dim_period p where p.code = $2::text) as period_key
