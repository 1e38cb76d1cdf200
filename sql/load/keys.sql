-- $1 agency, $2 code of the scope, $3 period: their keys, null for what is unknown; and a new submission_key
select (select a.agency_key from dwh.dim_agency a where a.code = $1::text) as agency_key,
       (select r.region_key
        from dwh.dim_region r
        left join dwh.dim_period p on p.code = $3::text
        where r.code = $2::text
        order by r.valid_from <= p.ends_on desc, case when r.valid_from <= p.ends_on then r.valid_from end desc,
                 r.valid_from
        limit 1) as scope_key,
       (select p.period_key from dwh.dim_period p where p.code = $3::text) as period_key
