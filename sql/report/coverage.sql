-- $1 year, $2 province; class: 1 target reached, 2 from 90 % of it, 3 from 75 % of it, 4 less; null without a target
select region, indicator, numerator, denominator, percent, target,
       case
           when denominator = 0 or target is null then null
           when direction = 'up' then case
                                          when 100 * numerator >= target * denominator then 1
                                          when 100 * numerator >= 0.9 * target * denominator then 2
                                          when 100 * numerator >= 0.75 * target * denominator then 3
                                          else 4
                                      end
           else case
                    when 100 * numerator <= target * denominator then 1
                    when 90 * numerator <= target * denominator then 2
                    when 75 * numerator <= target * denominator then 3
                    else 4
                end
       end as class
from review_coverage
where performance_year = $1::smallint
  and province_code = $2::text
order by region, indicator
