-- $1 a day, or a moment with its zone: the submissions that were not known yet; of a day, at its end in western Indonesia
create temp table later on commit drop as
select s.submission_key
from audit.submission s
where s.loaded_at > case
                        when $1::text ~ '^\d{4}-\d\d-\d\d$' then ($1::date + 1)::timestamp at time zone 'Asia/Jakarta'
                        else $1::timestamptz
                    end
