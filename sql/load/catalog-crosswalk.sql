-- pg_temp.input → dwh.region_today: of each region that goes on as another the last one of that line
drop table if exists pg_temp.step, pg_temp.wanted, pg_temp.difference, pg_temp.removed;

create temp table step on commit drop as
select f.region_key, t.region_key as next_key
from pg_temp.input i
join dwh.dim_region f on f.code = i.from_code and f.valid_from = i.from_since::date
join dwh.dim_region t on t.code = i.to_code and t.valid_from = i.to_since::date
where i.kind in ('renamed', 'recoded');

create temp table wanted on commit drop as
with recursive line (region_key, today_key, steps) as (
    select region_key, next_key, 1
    from pg_temp.step
    union all
    select l.region_key, s.next_key, l.steps + 1
    from line l
    join pg_temp.step s on s.region_key = l.today_key
    where l.steps < 100 -- editions are far fewer; a circle ends here
)
select distinct on (region_key) region_key, today_key
from line
order by region_key, steps desc;

create temp table difference on commit drop as
select w.*, d.region_key is null as is_new
from pg_temp.wanted w
left join dwh.region_today d using (region_key)
where d.today_key is distinct from w.today_key;

create temp table removed on commit drop as
select region_key
from dwh.region_today
except
select region_key
from pg_temp.wanted;

delete from dwh.region_today
where region_key in (select region_key from pg_temp.removed);

update dwh.region_today d
set today_key = w.today_key
from pg_temp.difference w
where w.region_key = d.region_key;

insert into dwh.region_today (region_key, today_key)
select region_key, today_key
from pg_temp.difference
where is_new;

select count(*) filter (where is_new) as added,
       count(*) filter (where not is_new) as changed,
       (select count(*) from pg_temp.removed) as removed
from pg_temp.difference;
