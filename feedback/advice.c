#include "advice.h"

/* In the order of lib/reason.h. */
static const struct advice advices[] = {
    {"cell-error", "nilai, bukan galat rumus seperti #REF! atau #N/A",
     "perbaiki rumusnya, atau ketik nilainya langsung"},
    {"total-mismatch", "jumlah dari baris-baris di bawah atau di atasnya",
     "periksa baris mana yang kurang atau terhitung dua kali"},
    {"row-short", "isian sampai kolom terakhir judul",
     "lengkapi baris ini; berkas mungkin terpotong saat disimpan"},
    {"row-hidden", "semua baris terlihat",
     "tampilkan baris, hapus filter, lalu periksa apakah isinya memang dilaporkan"},
    {"column-hidden", "semua kolom terlihat",
     "tampilkan kolom, lalu periksa apakah isinya memang dilaporkan"},
    {"column-new", "kolom formulir yang disepakati saja",
     "hapus kolom ini bila tidak perlu, atau beri tahu pengelola data agar ikut dibaca"},
    {"column-gone", "semua kolom formulir yang disepakati", "kembalikan kolom itu dengan judul semula"},
    {"region-missing", "nama atau kode wilayah baris ini", "isi desa/kelurahan dan kecamatannya"},
    {"region-unknown", "nama wilayah seperti dalam daftar Kemendagri",
     "betulkan ejaannya, atau isi kode Kemendagri; nama baru laporkan kepada pengelola data"},
    {"region-ambiguous", "wilayah yang hanya satu", "isi juga kecamatannya, atau kode Kemendagri"},
    {"region-code-unknown", "kode Kemendagri yang berlaku, mis. 62.03.01.2001",
     "periksa kode ini dalam daftar wilayah"},
    {"region-code-mismatch", "kode dan nama untuk wilayah yang sama", "betulkan salah satunya"},
    {"number-invalid", "angka saja", "hapus huruf, satuan dan tanda lain; kosongkan bila datanya tidak ada"},
    {"number-ambiguous", "angka yang hanya dapat dibaca dengan satu cara",
     "ketik tanpa pemisah ribuan: 1500 untuk seribu lima ratus; 1,5 untuk satu setengah"},
    {"number-negative", "nol atau lebih", "periksa tanda minus"},
    {"number-fraction", "bilangan bulat: orang atau barang yang dihitung",
     "hapus desimalnya, atau periksa kolomnya"},
    {"number-range", "angka dalam rentang yang masuk akal", "periksa satuan dan letak koma"},
    {"denominator-zero", "sasaran (penyebut) di atas nol bila ada capaian",
     "isi sasarannya, atau kosongkan capaiannya"},
    {"over-100", "capaian paling banyak sama dengan sasaran",
     "periksa capaian dan sasaran; bila memang benar, biarkan"},
    {"percent-mismatch", "capaian dibagi sasaran, kali 100",
     "periksa ketiga angkanya; pakai rumus untuk persentase"},
    {"percent-only", "capaian dan sasaran, bukan hanya persentase",
     "isi pembilang dan penyebutnya pada kiriman berikut"},
    {"percent-small", "persen dari 100", "bila 0,85 berarti 85 %, ketik 85"},
    {"figure-unwanted", "kosong: indikator ini tidak memakai angka itu", "kosongkan, atau periksa kolomnya"},
    {"yes-no-invalid", "Ya atau Tidak", "pilih salah satu"},
    {"repair-time", "angka, bukan jam", "ubah format sel menjadi Angka atau Teks, lalu ketik lagi"},
    {"repair-serial", "tanggal, mis. 31/12/2024", "ubah format sel menjadi Tanggal"},
    {"repair-unit", "berat dalam kg, panjang atau tinggi dalam cm", "pakai satuan itu pada kiriman berikut"},
    {"repair-fraction", "persentase, misalnya 60 untuk 60 %", "tulis sebagai persen, bukan pecahan dari 1"},
    {"repair-noise", "angka sebagaimana ditampilkan Excel", "bulatkan dengan ROUND di rumusnya"},
    {"repair-date", "angka, bukan tanggal", "jadikan kolom ini berformat angka sebelum mengetik"},
    {"sentinel", "kosong bila datanya tidak ada",
     "kosongkan sel; jangan isi 0, 99 atau tanda lain sebagai pengganti"},
    {"date-missing", "tanggal, mis. 31/12/2024", "isi tanggalnya"},
    {"date-invalid", "tanggal yang ada di kalender, mis. 31/12/2024", "betulkan hari, bulan atau tahunnya"},
    {"date-order", "tanggal ukur pada atau sesudah tanggal lahir", "periksa kedua tanggal"},
    {"date-outside", "tanggal di dalam periode laporan",
     "periksa tahun dan bulannya, atau kirim dengan periode yang benar"},
    {"age-over", "anak sampai 5 tahun", "periksa tanggal lahir dan tanggal ukur"},
    {"period-missing", "periode laporan, mis. Triwulan II 2024", "tulis periode di judul atau di kolomnya"},
    {"period-invalid", "periode, mis. Agustus 2024 atau Triwulan II 2024", "betulkan penulisannya"},
    {"period-no-year", "periode dengan tahun", "tambahkan tahunnya"},
    {"period-contradicts", "periode yang sama di lembar dan di nama berkas",
     "betulkan salah satunya; yang dipakai ialah isi lembar"},
    {"period-cumulative", "angka periode itu saja", "pastikan angka ini memang keadaan pada akhir periode"},
    {"nik-missing", "NIK 16 angka", "isi NIK bila ada"},
    {"nik-damaged", "NIK 16 angka, disimpan sebagai teks",
     "ubah format kolom menjadi Teks, lalu ketik NIK dari sumbernya"},
    {"nik-invalid", "NIK 16 angka yang sah", "cocokkan dengan KTP atau KK"},
    {"nik-dummy", "NIK orang itu sendiri", "ganti dengan NIK yang sebenarnya, atau kosongkan"},
    {"nik-temporary", "NIK anak sendiri, 16 angka", "ganti begitu anak mempunyai NIK"},
    {"nik-mismatch", "NIK yang sesuai dengan tanggal lahir dan jenis kelamin",
     "periksa ketiganya pada KTP atau KK"},
    {"nik-region", "NIK dengan kode wilayah yang ada", "cocokkan dengan KTP atau KK"},
    {"nik-shared", "satu NIK untuk satu orang", "periksa baris lain dengan NIK yang sama"},
    {"nik-swapped", "NIK dan nomor KK di kolomnya masing-masing", "tukar kembali kedua isian"},
    {"kk-invalid", "nomor KK 16 angka, disimpan sebagai teks", "cocokkan dengan kartu keluarga"},
    {"identity-missing", "NIK, atau nama dan tanggal lahir", "isi salah satunya"},
    {"duplicate-row", "satu baris untuk satu wilayah, orang dan periode", "hapus baris yang kembar"},
    {"duplicate-conflict", "satu baris untuk satu wilayah, orang dan periode",
     "tentukan baris yang benar, hapus yang lain"},
    {"told-twice", "satu orang atau wilayah dalam satu berkas saja", "tentukan berkas mana yang benar"},
    {"sex-invalid", "L atau P", "isi L untuk laki-laki, P untuk perempuan"},
    {"privacy", "isian tanpa nama orang, NIK atau nomor telepon",
     "pindahkan data pribadi ke kolom yang disediakan, atau hapus"},
    {"measure-missing", "berat atau tinggi", "isi hasil ukurnya; hapus baris bila anak tidak diukur"},
    {"position-invalid", "terlentang atau berdiri", "pilih salah satu, atau kosongkan"},
    {"position-early", "terlentang untuk anak di bawah 9 bulan", "periksa cara ukur dan tanggal lahir"},
    {"oedema-invalid", "Ya atau Tidak", "pilih salah satu, atau kosongkan"},
    {"z-implausible", "hasil ukur yang mungkin bagi umur anak",
     "ukur lagi, atau periksa tanggal lahir, berat dan tinggi"},
    {"z-disagrees", "z-skor menurut standar WHO 2006", "periksa tanggal lahir, jenis kelamin dan hasil ukur"},
    {"status-disagrees", "status menurut z-skor dan Permenkes 2/2020",
     "periksa tanggal lahir, jenis kelamin dan hasil ukur"},
    {"indicator-unknown", "indikator dari daftar", "tulis kode atau nama indikator seperti di formulir"},
    {"service-unknown", "layanan dari daftar", "tulis kode atau nama layanan seperti di formulir"},
    {"service-state", "Ya, Tidak atau Tidak berlaku", "pilih salah satu"},
    {"grade-invalid", "nilai huruf dari daftar", "pilih salah satu huruf"},
    {"item-unknown", "butir penilaian dari daftar", "tulis kode butir seperti di formulir"},
    {"document-missing", "nama berkas bukti", "isi nama dokumennya, atau hapus baris ini"},
    {"hash-invalid", "SHA-256 dokumen, 64 angka heksadesimal",
     "salin dari daftar kp2s-evidence, atau buat daftarnya lagi"},
    {"too-long", "isian yang pendek", "singkat isiannya"},
    {"region-alias", "nama wilayah seperti dalam daftar Kemendagri", "pakai nama resmi pada kiriman berikut"},
    {"region-former", "nama dan kode wilayah yang berlaku sekarang",
     "pakai nama yang baru pada kiriman berikut"},
    {"puskesmas-elsewhere", "puskesmas yang melayani kecamatan itu", "periksa puskesmas dan kecamatannya"},
};
static const struct advice any = {"", "", "periksa isian ini"};

const struct advice *advice_on(struct str code)
{
    for (size_t i = 0; i < sizeof advices / sizeof *advices; i++)
        if (str_is(code, advices[i].code))
            return &advices[i];
    return &any;
}

const char *advice_paint(enum paint paint)
{
    static const char *const names[PAINTS] = {"DITOLAK", "DIPERBAIKI", "CATATAN"};
    return names[paint];
}

/* One mark of a cell. */
static struct str one(const struct marks *m, const struct mark *mark, struct arena *a)
{
    const struct advice *advice = advice_on(m->reason[mark->reason].code);
    const struct told *t = mark->told;
    struct str text = arena_printf(a, "%.*s.", STR_ARG(t->message));
    if (t->value.len > 0)
        text = arena_printf(a, "%.*s\nIsian: %.*s", STR_ARG(text), STR_ARG(t->value));
    if (*advice->expected)
        text = arena_printf(a, "%.*s\nSeharusnya: %s.", STR_ARG(text), advice->expected);
    return arena_printf(a, "%.*s\nSaran: %s.", STR_ARG(text), advice->suggestion);
}

struct str advice_text(const struct marks *m, const struct marks_sheet *s, size_t i, size_t n,
                       struct arena *a)
{
    enum { MOST = 5 };
    struct str text = {0};
    size_t told = 0, more = 0;
    for (size_t k = i; k < i + n; k++) {
        const struct mark *mark = &s->mark[k];
        if (!mark->told || told == MOST) {
            more++;
            continue;
        }
        const char *between = told++ > 0 ? "\n\n" : "";
        text = arena_printf(a, "%.*s%sKP2S: %s\n%.*s", STR_ARG(text), between,
                            advice_paint((enum paint)mark->paint), STR_ARG(one(m, mark, a)));
    }
    if (told > 0 && more > 0)
        text = arena_printf(a, "%.*s\n\nDan %zu catatan lain pada sel ini.", STR_ARG(text), more);
    return text;
}
