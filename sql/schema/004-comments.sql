-- What every column holds, with its unit: BI tools show these as descriptions. A name has one meaning throughout, so
-- it is explained once; where a table means something else by it, the entry names the table. Columns that were
-- explained where they were made keep their comment.
do $$
declare
    entry record;
begin
    -- a view of the review says of its columns what the table says
    for entry in
        select v.relname as table_name, a.attname as column_name,
               pg_catalog.col_description(t.oid, b.attnum) as explanation
        from pg_catalog.pg_class v
        join pg_catalog.pg_class t on 'review_' || t.relname = v.relname
        join pg_catalog.pg_attribute a on a.attrelid = v.oid
        join pg_catalog.pg_attribute b on b.attrelid = t.oid and b.attname = a.attname
        where v.relnamespace = 'bi'::pg_catalog.regnamespace
          and t.relnamespace = 'review'::pg_catalog.regnamespace
          and a.attnum > 0
          and pg_catalog.col_description(v.oid, a.attnum) is null
          and pg_catalog.col_description(t.oid, b.attnum) is not null
    loop
        execute format('comment on column bi.%I.%I is %L', entry.table_name, entry.column_name, entry.explanation);
    end loop;

    for entry in
        select distinct on (n.nspname, c.relname, a.attname)
               n.nspname as schema_name, c.relname as table_name, a.attname as column_name, d.explanation
        from (values
            -- keys
            ('submission_key', 'Kunci pemuatan (audit.submission) asal baris ini'),
            ('region_key', 'Wilayah (dwh.dim_region) menurut masa berlakunya'),
            ('regency_key', 'Kabupaten/kota yang memuat wilayah ini (dwh.dim_region, versi pertamanya)'),
            ('indicator_key', 'Indikator (dwh.dim_indicator) dalam versi tahun periodenya'),
            ('period_key', 'Periode data (dwh.dim_period)'),
            ('agency_key', 'Instansi pengirim (dwh.dim_agency)'),
            ('service_key', 'Layanan (dwh.dim_service)'),
            ('scope_key', 'Wilayah yang dicakup berkas (dwh.dim_region)'),
            ('part', 'Bagian cakupan itu bila berkas dikirim per puskesmas atau per penilai; kosong: seluruhnya'),
            ('key_id', 'Penanda kunci identitas pembuat token'),
            ('table_no', 'Nomor tabel dalam berkas, mulai 1 (audit.submission_table)'),
            ('row_no', 'Nomor baris lembar sebagaimana dilihat petugas, mulai 1'),
            ('cell', 'Alamat sel isian, dipisah spasi; - bila tidak ada'),
            ('known_from', 'submission_key pemuatan yang membuat baris ini berlaku'),
            ('known_until', 'submission_key pemuatan yang mengakhiri berlakunya baris ini'),
            -- audit
            ('submission.submission_key', 'Kunci pemuatan'),
            ('form', 'Formulir: id tata letak (etc/layouts)'),
            ('form_version', 'Versi tata letak'),
            ('submission.kind', 'coverage, measurement, service, atau assessment'),
            ('system', 'Sistem sumber: e-ppgbm, ssgi, administrasi, …; seri yang berbeda tidak dicampur'),
            ('file_name', 'Nama asli berkas'),
            ('sha256', 'SHA-256 berkas asli; namanya di arsip'),
            ('bytes', 'Ukuran berkas asli (byte)'),
            ('loaded_at', 'Waktu dimuat'),
            ('superseded_by', 'submission_key pemuatan yang menggantikannya; kosong: masih berlaku'),
            ('superseded_at', 'Waktu digantikan'),
            ('is_current', 'true: masih berlaku, belum digantikan'),
            ('data_count', 'Banyaknya rekaman yang dimuat'),
            ('reject_count', 'Banyaknya rekaman yang ditolak'),
            ('note_count', 'Banyaknya catatan lain: perbaikan dan peringatan'),
            ('sheet', 'Nama lembar; csv untuk berkas teks'),
            ('remark_no', 'Urutan catatan dalam berkas'),
            ('severity', 'reject: ditolak, also: kesalahan lain dari rekaman yang ditolak, repair: diperbaiki, note: peringatan'),
            ('remark.code', 'Kode alasan yang tetap (doc/reasons.md)'),
            ('field', 'Isian yang dipersoalkan'),
            ('remark.value', 'Isi sel yang dipersoalkan; isian pribadi disamarkan'),
            ('message', 'Penjelasan untuk petugas'),
            -- regions
            ('code', 'Kode'),
            ('name', 'Nama'),
            ('province_code', 'Kode Kemendagri provinsi'),
            ('province_name', 'Nama provinsi'),
            ('regency_code', 'Kode Kemendagri kabupaten/kota; kosong untuk provinsi'),
            ('regency_name', 'Nama kabupaten/kota ketika wilayah ini berlaku'),
            ('district_code', 'Kode Kemendagri kecamatan; kosong di atas tingkat itu'),
            ('district_name', 'Nama kecamatan'),
            ('region', 'Kode Kemendagri wilayah'),
            ('region_code', 'Kode Kemendagri wilayah; kosong: nasional'),
            ('region_name', 'Nama wilayah'),
            ('region_level', '1 provinsi, 2 kabupaten/kota, 3 kecamatan, 4 desa/kelurahan'),
            ('scope_code', 'Kode Kemendagri wilayah yang dicakup berkas'),
            ('scope_name', 'Nama wilayah yang dicakup berkas'),
            ('dim_region.region_key', 'Kunci satu versi wilayah'),
            ('dim_region.name', 'Nama dalam masa berlaku ini'),
            ('dim_region.valid_from', 'Hari pertama berlaku'),
            ('dim_region.valid_until', 'Hari pertama tidak berlaku lagi; infinity: masih berlaku'),
            ('basis', 'Dasar hukum'),
            -- calendar
            ('dim_period.period_key', 'Kunci periode: tahun × 10000 + 0 (tahun), 100 + semester, 200 + triwulan, 300 + bulan'),
            ('dim_period.kind', 'year tahun, semester, quarter triwulan, month bulan'),
            ('dim_period.name', 'Nama periode, misalnya Triwulan 3 2024'),
            ('period', 'Periode data: 2024, 2024-S1, 2024-Q3, atau 2024-08'),
            ('period_kind', 'year tahun, semester, quarter triwulan, month bulan'),
            ('period_start', 'Hari pertama periode'),
            ('period_end', 'Hari terakhir periode'),
            ('starts_on', 'Hari pertama periode'),
            ('ends_on', 'Hari terakhir periode'),
            ('date', 'Tanggal'),
            ('year', 'Tahun'),
            ('semester', 'Semester, 1–2'),
            ('quarter', 'Triwulan, 1–4'),
            ('month', 'Bulan, 1–12'),
            ('month_name', 'Nama bulan'),
            ('performance_year', 'Tahun kinerja yang direviu'),
            ('assessment_year', 'Tahun penilaian'),
            ('computed_at', 'Waktu penghitungan'),
            -- agencies, indicators, services, targets
            ('agency_code', 'Kode instansi pengirim'),
            ('agency_name', 'Nama instansi pengirim'),
            ('dim_agency.agency_key', 'Kunci instansi'),
            ('dim_indicator.indicator_key', 'Kunci satu versi indikator'),
            ('dim_indicator.kind', 'spesifik atau sensitif'),
            ('indicator', 'Kode indikator'),
            ('indicator_code', 'Kode indikator'),
            ('indicator_name', 'Nama indikator'),
            ('indicator_version', 'Versi definisi indikator'),
            ('version', 'Versi definisi'),
            ('name_en', 'Nama dalam bahasa Inggris'),
            ('type', 'ratio: pembilang/penyebut, count: cacah, yes_no: ya/tidak, times: kali'),
            ('unit', 'Satuan'),
            ('direction', 'up: makin tinggi makin baik; down: makin rendah makin baik'),
            ('numerator_owner', 'Instansi pemilik pembilang'),
            ('denominator_owner', 'Instansi pemilik penyebut'),
            ('numerator_definition', 'Definisi pembilang'),
            ('denominator_definition', 'Definisi penyebut'),
            ('source', 'Sumber'),
            ('dim_indicator.valid_from', 'Tahun pertama definisi ini berlaku'),
            ('dim_indicator.valid_until', 'Tahun terakhir definisi ini berlaku; kosong: masih berlaku'),
            ('dim_service.service_key', 'Kunci layanan'),
            ('subject', 'bumil: ibu hamil, anak: anak di bawah dua tahun, paud: anak usia PAUD'),
            ('package', 'Paket layanan'),
            ('target.value', 'Nilai target dalam satuannya'),
            ('target', 'Target indikator pada tahun itu'),
            ('target_verified', 'false: sumber target belum diverifikasi'),
            -- coverage
            ('sex', 'L laki-laki, P perempuan; kosong: keduanya'),
            ('age_group', 'Kelompok umur; kosong: semua'),
            ('fact_coverage.state', 'value: terisi, missing: kosong, na: tidak berlaku'),
            ('coverage.state', 'value: terisi, missing: kosong, na: tidak berlaku'),
            ('numerator', 'Pembilang; jumlahkan bersama penyebut'),
            ('denominator', 'Penyebut'),
            ('reported', 'Persentase sebagaimana ditulis instansi (%)'),
            ('percent', '100 × pembilang / penyebut, dua desimal (%); kosong bila penyebut 0; jangan dijumlahkan'),
            ('percent_reported', 'Persentase sebagaimana ditulis instansi (%)'),
            ('trace_id', 'Asal angka untuk kp2s-trace: pemuatan:tabel:baris:sel'),
            -- measurements
            ('child', 'Token HMAC-SHA-256 dari NIK; bukan NIK'),
            ('measured_on', 'Tanggal pengukuran'),
            ('puskesmas', 'Nama puskesmas sebagaimana dilaporkan'),
            ('age_days', 'Umur pada tanggal ukur (hari)'),
            ('weight', 'Berat badan (kg)'),
            ('height', 'Panjang/tinggi badan sebagaimana diukur (cm)'),
            ('position', 'l terlentang, h berdiri; kosong: tidak diketahui'),
            ('muac', 'Lingkar lengan atas (cm)'),
            ('haz', 'Z-skor TB/U dihitung ulang (WHO 2006)'),
            ('waz', 'Z-skor BB/U dihitung ulang (WHO 2006)'),
            ('whz', 'Z-skor BB/TB dihitung ulang (WHO 2006)'),
            ('flags', 'Huruf indeks yang di luar batas masuk akal WHO: h TB/U, w BB/U, x BB/TB'),
            ('ha_status', 'Status TB/U menurut Permenkes 2/2020, dihitung ulang'),
            ('wa_status', 'Status BB/U menurut Permenkes 2/2020, dihitung ulang'),
            ('wh_status', 'Status BB/TB menurut Permenkes 2/2020, dihitung ulang'),
            ('haz_reported', 'Z-skor TB/U sebagaimana ditulis berkas'),
            ('waz_reported', 'Z-skor BB/U sebagaimana ditulis berkas'),
            ('whz_reported', 'Z-skor BB/TB sebagaimana ditulis berkas'),
            ('ha_status_reported', 'Status TB/U sebagaimana ditulis berkas'),
            -- services and assessment
            ('person', 'Token HMAC-SHA-256 dari NIK; bukan NIK'),
            ('state', 'Y: diterima, T: tidak, TS: tidak berlaku'),
            ('item', 'Kode butir penilaian, misalnya 5.1'),
            ('assessor', 'Penilai'),
            ('role', 'Peran penilai; ketua menentukan bila aturannya chair'),
            ('grade', 'Nilai huruf'),
            ('remark', 'Keterangan penilai'),
            -- instruments
            ('instrument', 'Id instrumen penilaian (etc/instruments)'),
            ('score_max', 'Nilai tertinggi yang mungkin'),
            ('decimals', 'Banyaknya desimal nilai yang ditampilkan'),
            ('assessor_rule', 'Penggabungan nilai penilai: mean rata-rata, median, chair ketua'),
            ('tie_rule', 'Peringkat bila sama: competition 1 2 2 4, dense 1 2 2 3'),
            ('component', 'Komponen nilai gabungan: aksi, cakupan, konvergensi, prevalensi, data'),
            ('instrument_component.weight', 'Bobot komponen, 0–1; jumlahnya 1'),
            ('instrument_item.weight', 'Bobot butir'),
            ('score', 'Nilai'),
            ('aksi', 'Nomor Aksi konvergensi, 1–8')
        ) d (name, explanation)
        join pg_catalog.pg_attribute a
          on a.attname = case when position('.' in d.name) > 0 then split_part(d.name, '.', 2) else d.name end
        join pg_catalog.pg_class c
          on c.oid = a.attrelid
         and (position('.' in d.name) = 0
              or split_part(d.name, '.', 1) in (c.relname, regexp_replace(c.relname, '_history$', '')))
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where (n.nspname in ('audit', 'dwh')
               or c.relname in ('instrument', 'instrument_item', 'instrument_grade', 'instrument_component')
               or n.nspname = 'bi')
          and c.relkind in ('r', 'p', 'v')
          and not c.relispartition
          and a.attnum > 0
          and not a.attisdropped
          and pg_catalog.col_description(c.oid, a.attnum) is null
        order by n.nspname, c.relname, a.attname, position('.' in d.name) desc
    loop
        execute format('comment on column %I.%I.%I is %L', entry.schema_name, entry.table_name, entry.column_name,
                       entry.explanation);
    end loop;
end
$$;
