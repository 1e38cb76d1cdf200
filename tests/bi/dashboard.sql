-- 1 ranking of the province
select rank, region_name, round(score, 2) from bi.review_ranking where performance_year = 2024 order by rank, region limit 5
-- 2 components of the last
select region_name, round(aksi, 1), round(cakupan, 1), round(konvergensi, 1) from bi.review_ranking where performance_year = 2024 order by rank desc, region limit 1
-- 3 coverage of an indicator by kabupaten
select region_name, numerator, denominator, percent from bi.review_coverage where indicator = 'E14' order by region limit 5
-- 4 coverage of the province is the sum of its kabupaten
select indicator, sum(numerator), sum(denominator), round(100 * sum(numerator) / sum(denominator), 2) from bi.review_coverage where indicator in ('E10', 'E14') group by indicator order by indicator
-- 5 indicators below target
select indicator, count(*) from bi.review_coverage where direction = 'up' and percent < target group by indicator order by 2 desc, 1 limit 5
-- 6 heat map
select region, indicator, percent from bi.review_coverage where indicator in ('E10', 'E14') order by 1, 2 limit 6
-- 7 prevalence
select region_name, measured, stunted, stunted_percent from bi.review_prevalence order by stunted_percent desc, region limit 3
-- 8 prevalence of the province
select sum(stunted), sum(measured), round(100.0 * sum(stunted) / sum(measured), 2) from bi.review_prevalence where system = 'e-ppgbm'
-- 9 convergence
select region_name, received, due, percent, complete_percent from bi.review_convergence order by percent, region limit 3
-- 10 aksi
select aksi, round(avg(percent), 2) from bi.review_assessment group by aksi order by aksi
-- 11 weakest aksi of each
select distinct on (region) region, aksi, percent from bi.review_assessment order by region, percent, aksi limit 5
-- 12 completeness
select form, count(*) filter (where received), count(*) from bi.review_completeness group by form order by form limit 5
-- 13 star: facts by kabupaten
select r.regency_name, sum(f.numerator), sum(f.denominator) from dwh.fact_coverage f join dwh.dim_region r on r.region_key = f.region_key join dwh.dim_indicator i on i.indicator_key = f.indicator_key where i.code = 'E14' and f.state = 'value' group by r.regency_name order by r.regency_name limit 5
-- 14 star: by agency
select a.code, count(*) from dwh.fact_coverage f join dwh.dim_agency a on a.agency_key = f.agency_key group by a.code order by a.code
-- 15 star: by period
select p.code, p.kind, count(*) from dwh.fact_coverage f join dwh.dim_period p on p.period_key = f.period_key group by p.code, p.kind order by p.code
-- 16 star: missing, zero and not applicable
select state, count(*), sum(case when numerator = 0 then 1 else 0 end) from dwh.fact_coverage group by state order by state
-- 17 wide view: villages of a kecamatan
select region_name, indicator_code, period, numerator, denominator, percent from bi.coverage where regency_code = '62.01' and indicator_code = 'E14' order by region_code limit 5
-- 18 submissions
select form, count(*), sum(case when is_current then 1 else 0 end) from bi.submission group by form order by form limit 5
-- 19 figures that contradict each other
select count(*) from bi.identity_broken
-- 20 calendar
select year, count(*) from dwh.dim_date where year between 2023 and 2024 group by year order by year
-- 21 star of views: a sum by kabupaten is right without a filter on levels
select r.regency_name, sum(f.numerator), sum(f.denominator) from bi.fact_coverage f join bi.dim_region r on r.region_key = f.region_key join bi.dim_indicator i on i.indicator_key = f.indicator_key join bi.dim_period p on p.period_key = f.period_key where i.code = 'E14' and p.code = '2024' group by r.regency_name order by r.regency_name limit 5
-- 22 star of views: it is what the review counts
select count(*), sum(case when c.numerator = f.n then 1 else 0 end) from bi.review_coverage c join (select r.regency_code, i.code, sum(f.numerator) as n from bi.fact_coverage f join bi.dim_region r on r.region_key = f.region_key join bi.dim_indicator i on i.indicator_key = f.indicator_key join bi.dim_period p on p.period_key = f.period_key where p.code = '2024' group by r.regency_code, i.code) f on f.regency_code = c.region and f.code = c.indicator
-- 23 star of views: by source system and form
select y.name, m.name, count(*) from bi.fact_coverage f join bi.dim_system y on y.code = f.system join bi.dim_form m on m.code = f.form group by y.name, m.name order by y.name, m.name
-- 24 star of views: by sex and age group
select x.name, g.name, count(*) from bi.fact_coverage f join bi.dim_sex x on x.code = f.sex join bi.dim_age_group g on g.code = f.age_group group by x.name, g.name order by x.name, g.name
-- 25 star of views: every fact has its member in all dimensions
select count(*) - (select count(*) from bi.fact_coverage) from bi.fact_coverage f join bi.dim_region r on r.region_key = f.region_key join bi.dim_indicator i on i.indicator_key = f.indicator_key join bi.dim_period p on p.period_key = f.period_key join bi.dim_agency a on a.agency_key = f.agency_key join bi.dim_submission s on s.submission_key = f.submission_key join bi.dim_system y on y.code = f.system join bi.dim_form m on m.code = f.form join bi.dim_sex x on x.code = f.sex join bi.dim_age_group g on g.code = f.age_group join bi.dim_date d on d.date = f.date
-- 26 calendar: months of a quarter
select d.quarter_code, d.month_name, d.month_name_en, count(*) from bi.dim_date d where d.year = 2024 and d.quarter = 1 group by d.quarter_code, d.month, d.month_name, d.month_name_en order by d.month
-- 27 boundaries of today: the sum of the province stays
select sum(t.numerator) - (select sum(f.numerator) from bi.fact_coverage f), sum(t.denominator) - (select sum(f.denominator) from bi.fact_coverage f) from bi.coverage_today t
-- 28 origin: files behind the figures of a kabupaten
select s.form, count(distinct s.submission_key), sum(case when f.is_summed then 1 else 0 end) from bi.fact_coverage f join bi.dim_submission s on s.submission_key = f.submission_key join bi.dim_region r on r.region_key = f.region_key where r.regency_code = '62.01' group by s.form order by s.form
-- 29 dictionary: what has no comment, or none in English
select relation, column_name from bi.dictionary where comment is null or comment_en = ''
-- 30 dictionary: of one column
select comment, comment_en, unit, source from bi.dictionary where relation = 'fact_coverage' and column_name = 'numerator'
-- refused: persons
select * from dwh.fact_measurement
-- refused: services of persons
select * from dwh.fact_service
-- refused: remarks, which quote cells
select * from audit.remark
-- refused: history of persons
select * from dwh.fact_measurement_history
-- refused: a partition of persons
select * from part.fact_measurement_2024
-- refused: insert
insert into dwh.fact_coverage select * from dwh.fact_coverage
-- refused: update
update review.ranking set rank = 1
-- refused: delete
delete from audit.submission
-- refused: create
create table bi.mine (a int)
-- refused: the role of the owner
set role kp2s
