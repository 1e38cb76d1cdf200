/* reason.h - the stable codes of R records, in one table (doc/reasons.md is made from it by `make reasons`).
 *
 * A code never changes its meaning; a new meaning gets a new code. Sentences are Indonesian, for the officer
 * who gets the file back, with an English twin.
 */
#ifndef KP2S_REASON_H
#define KP2S_REASON_H

#include "stream.h"

#define REASONS                                                                                              \
    /* found by extract: what stands in a cell */                                                            \
    X(cell_error, "cell-error", SEV_REJECT, "sel berisi galat rumus", "the cell holds a formula error")      \
    X(total_mismatch, "total-mismatch", SEV_NOTE, "baris jumlah tidak sama dengan jumlah bagiannya",         \
      "a total row differs from the sum of its parts")                                                       \
    X(row_short, "row-short", SEV_REJECT, "baris terpotong: isian kurang dari judul kolom",                  \
      "the row is cut: fewer cells than the heading")                                                        \
    X(row_hidden, "row-hidden", SEV_NOTE, "baris tersembunyi atau tersaring", "hidden or filtered rows")     \
    X(column_hidden, "column-hidden", SEV_NOTE, "kolom tersembunyi", "a hidden column")                      \
    X(column_new, "column-new", SEV_NOTE, "kolom baru yang tidak dibaca", "a new column, which is not read") \
    X(column_gone, "column-gone", SEV_NOTE, "kolom yang biasanya ada tidak ditemukan",                       \
      "a column that the form used to have is gone")                                                         \
    /* found by transform: regions */                                                                        \
    X(region_missing, "region-missing", SEV_REJECT, "wilayah tidak diisi", "no region given")                \
    X(region_unknown, "region-unknown", SEV_REJECT, "nama wilayah tidak dikenal", "region name not known")   \
    X(region_ambiguous, "region-ambiguous", SEV_REJECT, "nama wilayah cocok dengan lebih dari satu wilayah", \
      "region name fits more than one region")                                                               \
    X(region_code_unknown, "region-code-unknown", SEV_REJECT, "kode wilayah tidak dikenal",                  \
      "region code not known")                                                                               \
    X(region_code_mismatch, "region-code-mismatch", SEV_REJECT, "kode dan nama wilayah bertentangan",        \
      "region code and name contradict each other")                                                          \
    X(region_alias, "region-alias", SEV_REPAIR, "nama wilayah dibaca menurut ejaan yang sudah dipastikan",   \
      "the region name was read by a spelling that a person confirmed")                                      \
    X(region_former, "region-former", SEV_REPAIR, "nama atau kode wilayah yang berlaku pada periode data",   \
      "a region name or code in force in the period of the data")                                            \
    X(puskesmas_elsewhere, "puskesmas-elsewhere", SEV_NOTE,                                                  \
      "kecamatan di luar wilayah kerja puskesmas menurut daftar",                                            \
      "the kecamatan is not among those that the puskesmas serves")                                          \
    /* numbers */                                                                                            \
    X(number_invalid, "number-invalid", SEV_REJECT, "bukan angka", "not a number")                           \
    X(number_ambiguous, "number-ambiguous", SEV_REJECT, "angka dapat dibaca dengan dua cara",                \
      "the number can be read in two ways")                                                                  \
    X(number_negative, "number-negative", SEV_REJECT, "angka negatif", "a negative number")                  \
    X(number_fraction, "number-fraction", SEV_REJECT, "cacah harus bilangan bulat", "a count must be whole") \
    X(number_range, "number-range", SEV_REJECT, "angka di luar rentang yang masuk akal",                     \
      "number out of range")                                                                                 \
    X(denominator_zero, "denominator-zero", SEV_REJECT, "penyebut nol tetapi pembilang tidak",               \
      "denominator is zero, numerator is not")                                                               \
    X(over_100, "over-100", SEV_NOTE, "pembilang melebihi penyebut (di atas 100 %)",                         \
      "numerator exceeds denominator (over 100 %)")                                                          \
    X(percent_mismatch, "percent-mismatch", SEV_NOTE,                                                        \
      "persentase tidak sesuai dengan pembilang dan penyebut",                                               \
      "reported percentage differs from numerator / denominator")                                            \
    X(percent_only, "percent-only", SEV_NOTE,                                                                \
      "formulir hanya memberi persentase: disimpan, tidak dijumlahkan atau dirata-ratakan",                  \
      "the form gives a percentage only: kept, never added up or averaged")                                  \
    X(percent_small, "percent-small", SEV_NOTE, "persentase 1 atau kurang: mungkin pecahan dari 1",          \
      "a percentage of 1 or less: perhaps a fraction of 1")                                                  \
    X(figure_unwanted, "figure-unwanted", SEV_NOTE,                                                          \
      "isian yang tidak dipakai indikator ini tidak diteruskan",                                             \
      "a figure that the indicator has no use for was not passed on")                                        \
    X(yes_no_invalid, "yes-no-invalid", SEV_REJECT, "isian bukan ya atau tidak", "neither yes nor no")       \
    X(repair_time, "repair-time", SEV_REPAIR, "angka yang diubah Excel menjadi jam dikembalikan",            \
      "a number that Excel turned into a time was restored")                                                 \
    X(repair_serial, "repair-serial", SEV_REPAIR, "tanggal yang tersimpan sebagai nomor seri Excel dibaca",  \
      "a date stored as an Excel serial was read")                                                           \
    X(repair_unit, "repair-unit", SEV_REPAIR, "satuan disesuaikan (gram ke kg, meter ke cm)",                \
      "unit converted (g to kg, m to cm)")                                                                   \
    X(repair_fraction, "repair-fraction", SEV_REPAIR,                                                        \
      "pecahan dari 1 dijadikan persen: pembilang dan penyebut membuktikannya",                              \
      "a fraction of 1 was made a percentage, as numerator and denominator prove")                           \
    X(repair_noise, "repair-noise", SEV_REPAIR,                                                              \
      "angka hasil rumus dibulatkan ke 15 angka, seperti yang ditampilkan Excel",                            \
      "a computed figure was rounded to 15 digits, as Excel shows it")                                       \
    X(repair_date, "repair-date", SEV_REPAIR, "angka yang diubah Excel menjadi tanggal dikembalikan",        \
      "a number that Excel turned into a date was restored")                                                 \
    X(sentinel, "sentinel", SEV_NOTE, "nilai pengganti dianggap kosong",                                     \
      "a sentinel value was read as missing")                                                                \
    /* dates and periods */                                                                                  \
    X(date_missing, "date-missing", SEV_REJECT, "tanggal tidak diisi", "no date given")                      \
    X(date_invalid, "date-invalid", SEV_REJECT, "bukan tanggal", "not a date")                               \
    X(date_order, "date-order", SEV_REJECT, "tanggal ukur sebelum tanggal lahir", "measured before birth")   \
    X(date_outside, "date-outside", SEV_REJECT, "tanggal di luar periode berkas",                            \
      "date outside the file's period")                                                                      \
    X(age_over, "age-over", SEV_REJECT, "usia di atas 5 tahun", "older than five years")                     \
    X(period_missing, "period-missing", SEV_REJECT, "periode tidak ditemukan", "no period found")            \
    X(period_invalid, "period-invalid", SEV_REJECT, "periode tidak dapat dibaca", "period cannot be read")   \
    X(period_no_year, "period-no-year", SEV_REJECT, "periode tanpa tahun", "the period names no year")       \
    X(period_contradicts, "period-contradicts", SEV_NOTE, "periode bertentangan dengan nama berkas",         \
      "the period contradicts the file's name")                                                              \
    X(period_cumulative, "period-cumulative", SEV_NOTE,                                                      \
      "angka kumulatif: dibaca sebagai keadaan akhir periode itu",                                           \
      "cumulative figures: read as what stood at the end of that period")                                    \
    /* persons */                                                                                            \
    X(nik_missing, "nik-missing", SEV_NOTE, "NIK kosong; identitas pengganti dipakai",                       \
      "no NIK; a fallback identity is used")                                                                 \
    X(nik_damaged, "nik-damaged", SEV_NOTE,                                                                  \
      "NIK rusak oleh Excel dan tidak dapat dipulihkan; identitas pengganti "                                \
      "dipakai",                                                                                             \
      "NIK damaged beyond recovery by Excel; a fallback identity is used")                                   \
    X(nik_invalid, "nik-invalid", SEV_NOTE, "NIK bukan 16 angka yang sah; identitas pengganti dipakai",      \
      "NIK is not 16 valid digits; a fallback identity is used")                                             \
    X(nik_dummy, "nik-dummy", SEV_NOTE, "NIK tiruan; identitas pengganti dipakai",                           \
      "a dummy NIK; a fallback identity is used")                                                            \
    X(nik_temporary, "nik-temporary", SEV_NOTE, "NIK sementara 17 angka (NIK ibu dan satu angka)",           \
      "a temporary NIK of 17 digits (mother's NIK and one digit)")                                           \
    X(nik_mismatch, "nik-mismatch", SEV_NOTE, "NIK tidak sesuai dengan tanggal lahir atau jenis kelamin",    \
      "NIK disagrees with birth date or sex")                                                                \
    X(nik_region, "nik-region", SEV_NOTE, "kabupaten/kota dalam NIK tidak dikenal",                          \
      "NIK of an unknown kabupaten/kota")                                                                    \
    X(nik_shared, "nik-shared", SEV_NOTE, "NIK yang sama tertulis pada orang lain",                          \
      "the same NIK stands for somebody else")                                                               \
    X(nik_swapped, "nik-swapped", SEV_REPAIR,                                                                \
      "NIK dan nomor KK tertukar kolom; dibaca sebagaimana mestinya",                                        \
      "NIK and family card stand in each other's column; read as what they are")                             \
    X(kk_invalid, "kk-invalid", SEV_NOTE, "nomor KK bukan 16 angka yang sah; keluarga tidak dicatat",        \
      "family card number is not 16 valid digits; the household is not recorded")                            \
    X(identity_missing, "identity-missing", SEV_REJECT, "orang tidak dapat dikenali tanpa NIK yang sah",     \
      "the person cannot be told: no valid NIK, and too little beside it")                                   \
    X(duplicate_row, "duplicate-row", SEV_REJECT, "baris ganda", "duplicate row")                            \
    X(duplicate_conflict, "duplicate-conflict", SEV_REJECT, "baris ganda dengan isi berbeda",                \
      "duplicate row with different content")                                                                \
    X(told_twice, "told-twice", SEV_NOTE,                                                                    \
      "fakta ini sudah ada dari berkas lain; yang dimuat kemudian berlaku",                                  \
      "another file told this fact, too; the later load holds")                                              \
    X(sex_invalid, "sex-invalid", SEV_REJECT, "jenis kelamin bukan L atau P", "sex is neither L nor P")      \
    X(privacy, "privacy", SEV_NOTE, "isian tampak seperti data pribadi dan tidak diteruskan",                \
      "the entry looks like personal data and was not passed on")                                            \
    /* measurements */                                                                                       \
    X(measure_missing, "measure-missing", SEV_REJECT, "berat dan tinggi kosong", "no weight and no height")  \
    X(position_invalid, "position-invalid", SEV_NOTE, "cara ukur tidak dikenal; dianggap tidak diketahui",   \
      "position of measuring not known")                                                                     \
    X(position_early, "position-early", SEV_NOTE,                                                            \
      "berdiri di bawah 9 bulan; cara ukur dianggap tidak diketahui",                                        \
      "standing before 9 months: position taken as not known")                                               \
    X(oedema_invalid, "oedema-invalid", SEV_NOTE, "isian edema bukan ya atau tidak; dianggap tidak",         \
      "oedema entry is neither yes nor no; taken as no")                                                     \
    X(z_implausible, "z-implausible", SEV_NOTE, "hasil ukur tidak masuk akal (z-skor di luar batas WHO)",    \
      "implausible measurement (z-score beyond WHO flags)")                                                  \
    X(z_disagrees, "z-disagrees", SEV_NOTE, "z-skor berkas berbeda dari hitungan",                           \
      "reported z-score differs from "                                                                       \
      "the computed one")                                                                                    \
    X(status_disagrees, "status-disagrees", SEV_NOTE, "status gizi berkas berbeda dari hitungan",            \
      "reported nutrition status differs from the computed one")                                             \
    /* services and assessment */                                                                            \
    X(indicator_unknown, "indicator-unknown", SEV_REJECT, "indikator tidak dikenal", "indicator not known")  \
    X(service_unknown, "service-unknown", SEV_REJECT, "layanan tidak dikenal", "service not known")          \
    X(service_state, "service-state", SEV_REJECT, "isian layanan bukan ya, tidak, atau tidak berlaku",       \
      "service entry is neither yes, no nor not applicable")                                                 \
    X(grade_invalid, "grade-invalid", SEV_REJECT, "nilai huruf tidak dikenal", "grade not known")            \
    X(item_unknown, "item-unknown", SEV_REJECT, "butir penilaian tidak dikenal",                             \
      "assessment item not known")                                                                           \
    X(document_missing, "document-missing", SEV_REJECT, "nama dokumen kosong", "the document has no name")   \
    X(hash_invalid, "hash-invalid", SEV_REJECT, "SHA-256 bukan 64 angka heksadesimal",                       \
      "the SHA-256 is not 64 hexadecimal digits")                                                            \
    X(too_long, "too-long", SEV_REJECT, "isian terlalu panjang", "the entry is too long")

enum reason {
#define X(name, code, severity, id, en) REASON_##name,
    REASONS
#undef X
        REASON_COUNT
};

struct reason_text {
    const char *code;
    enum severity severity;
    const char *id, *en;
};
extern const struct reason_text reasons[REASON_COUNT];

/* A remark with the table's severity and code; the sentence is the table's Indonesian one, then ": detail"
 * when detail is not empty. Text lives in the arena. */
struct remark reason_remark(struct arena *a, enum reason reason, struct str field, struct str value,
                            struct str detail);

/* How often each reason was given: the summary a person reads at the end of a run. */
struct reason_counts {
    long n[SEV_COUNT][REASON_COUNT + 1]; /* the last: codes that this table lacks */
};
/* Counts a remark as it is written; fits stream_writer.remarked, context is a struct reason_counts. */
void reason_counted(void *context, struct str sheet, struct str row, struct str cell, const struct remark *r);
/* Logs a line for each severity and reason that came up, rejections first, the most frequent first. */
void reason_counts_log(const struct reason_counts *c);

/* How many records of a source may be rejected: --max-rejects. */
struct reject_limit {
    bool set, percent; /* percent: of all records of the source */
    long most;
};
/* "20" or "5%"; text NULL: any number. False with status 2 when it is neither. */
bool reject_limit_read(const char *text, struct reject_limit *l, struct err *e);
/* True when more than that were rejected. What is a percentage is known only when the source has ended. */
bool reject_limit_passed(const struct reject_limit *l, long rejected, long passed, bool ended);

#endif
