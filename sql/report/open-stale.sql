-- $1 year, $2 province: whether there are figures of persons at all, whether they were published, of how many regions what was published
-- is not what the review says (published before or after another state of the data), and whether the role sees all kabupaten/kota
with review as (
    select region, system, affected, measured
    from review_prevalence_region
    where performance_year = $1::smallint
      and province_code = $2::text
      and level <= 2
      and ages = 'under5'
      and measure = 'stunted'
      and measured > 0
), published as (
    select *
    from review_published
    where performance_year = $1::smallint
      and province_code = $2::text
)
select exists (select from review)
           or exists (select
                      from review_convergence_region
                      where performance_year = $1::smallint
                        and province_code = $2::text
                        and persons > 0) as persons,
       exists (select from published) as published,
       (select count(*)
        from review r
        full join (select * from published where measure = 'stunted' and level <= 2) p on p.region = r.region and p.system = r.system
        where p.region is null
           or r.region is null
           or p.count <> r.affected
           or p.total <> r.measured) as stale,
       review.sees_editions() as sees_all
