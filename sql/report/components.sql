-- $1 year, $2 province: weighted components of the instrument with their mean over the kabupaten
select w.component, w.weight, avg(case w.component
                                      when 'aksi' then k.aksi
                                      when 'cakupan' then k.cakupan
                                      when 'konvergensi' then k.konvergensi
                                      when 'prevalensi' then k.prevalensi
                                      else k.data
                                  end) as mean
from bi.review_ranking k
join review.instrument_component w on w.instrument = k.instrument and w.weight > 0
where k.performance_year = $1::smallint
  and k.province_code = $2::text
group by w.component, w.weight
order by array_position(array['aksi', 'cakupan', 'konvergensi', 'prevalensi', 'data'], w.component)
