-- $1 year, $2 province: what a person should look at: items graded without evidence, and documents of items the instrument lacks
select region, region_name, item, item_name, finding, grades, requirement, document, sentence
from bi.review_evidence
where performance_year = $1::smallint
  and province_code = $2::text
  and finding <> ''
order by region collate "C", finding, item collate "C", document collate "C"
