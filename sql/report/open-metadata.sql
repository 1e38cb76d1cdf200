-- $1 year, $2 province: to publish: each indicator as a form of statistical metadata (MS-Indikator) asks for it
select indicator, version, name as nama, coalesce(nullif(concat_ws(' terhadap ', nullif(numerator_definition, ''), nullif(denominator_definition, '')), ''), name) as definisi,
       case kind
           when 'spesifik' then 'cakupan intervensi gizi spesifik'
           when 'sensitif' then 'cakupan intervensi gizi sensitif'
           else kind
       end as konsep,
       case direction
           when 'up' then 'makin tinggi makin baik'
           when 'down' then 'makin rendah makin baik'
           else 'tanpa arah'
       end as interpretasi,
       case type
           when 'ratio' then 'persentase'
           when 'count' then 'jumlah'
           when 'times' then 'frekuensi'
           when 'yes_no' then 'ada atau tidak'
           when 'percent' then 'sebagaimana diterbitkan sumbernya'
           else type
       end as ukuran,
       unit as satuan,
       case type
           when 'ratio' then '100 × jumlah pembilang / jumlah penyebut'
           when 'percent' then 'angka sumbernya; tidak dijumlahkan'
           else 'jumlah'
       end as rumus,
       'wilayah' as klasifikasi, false as komposit, 'provinsi, kabupaten/kota' as level_estimasi,
       concat_ws('; ', nullif(numerator_owner, ''), nullif(nullif(denominator_owner, numerator_owner), '')) as produsen, source as referensi
from review_indicator
where performance_year = $1::smallint
  and province_code = $2::text
order by indicator collate "C", version
