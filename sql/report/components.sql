-- $1 year, $2 province: weighted components of the instrument with their mean over the kabupaten
select i.node as component, i.weight, avg(case i.node
                                              when 'aksi' then k.aksi
                                              when 'cakupan' then k.cakupan
                                              when 'konvergensi' then k.konvergensi
                                              when 'prevalensi' then k.prevalensi
                                              else k.data
                                          end) as mean
from review_head h
join review_instrument i on i.performance_year = h.performance_year and i.province_code = h.province_code and i.parent = h.ranked
join review_ranking k on k.performance_year = h.performance_year and k.province_code = h.province_code
where h.performance_year = $1::smallint
  and h.province_code = $2::text
  and i.node in ('aksi', 'cakupan', 'konvergensi', 'prevalensi', 'data')
  and i.weight > 0
group by i.node, i.weight
order by array_position(array['aksi', 'cakupan', 'konvergensi', 'prevalensi', 'data'], i.node)
