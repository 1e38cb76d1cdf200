/* Sheet Temuan: what kp2s-check found across files, by kabupaten/kota */
#include "sheets.h"
#include "words.h"

#include <string.h>

/* What was looked at, and when; or that nobody looked. */
static const char *subtitle(const struct book *b)
{
    const struct data *d = b->data;
    if (data_lacks(d, SET_CHECKED))
        return "Edisi ini dibekukan tanpa keterangan apakah angkanya diperiksa.";
    if (data_rows(d, SET_CHECKED) == 0)
        return "Belum diperiksa: kp2s-check memeriksa angka antarberkas.";
    return arena_cstr(
        b->arena,
        arena_printf(b->arena,
                     "%s angka diperiksa pada %s, %s di antaranya di samping wilayah lain. Temuan perlu "
                     "dilihat orang: "
                     "tidak ada angka yang diubah atau ditolak karenanya. Ambang bawaan adalah contoh.",
                     words_number(b->arena, data_number(d, SET_CHECKED, 0, "figures"), 0),
                     words_date(b->arena, (long long)data_number(d, SET_CHECKED, 0, "computed_at")),
                     words_number(b->arena, data_number(d, SET_CHECKED, 0, "compared"), 0)));
}

void sheet_findings(struct book *b)
{
    static const struct column columns[] = {
        {"Kode", "regency_code", 8, LOOK_TEXT},         {"Kabupaten/Kota", "regency_name", 28, LOOK_TEXT},
        {"No.", "finding_no", 6, LOOK_COUNT},           {"Tingkat", NULL, 12, LOOK_CENTER},
        {"Jenis", "kind_name", 22, LOOK_WRAP},          {"Indikator", "indicator_code", 10, LOOK_TEXT},
        {"Kode wilayah", "region_code", 14, LOOK_TEXT}, {"Wilayah", "region_name", 20, LOOK_WRAP},
        {"Periode", "period", 9, LOOK_CENTER},          {"Instansi", "agency_code", 10, LOOK_TEXT},
        {"Temuan", "sentence", 58, LOOK_WRAP},          {"Berkas, lembar, sel", "places", 44, LOOK_WRAP}};
    struct sheet s = book_sheet(b, "Temuan", "Temuan antarberkas", subtitle(b), COLOUR_GREY);
    const struct data *d = b->data;
    if (data_rows(d, SET_CHECKED) > 0 && data_rows(d, SET_FINDINGS) == 0) {
        put_text(&s, 3, 0, "Tidak ada temuan.", LOOK_SUBTITLE);
        return;
    }
    put_table(&s, "tblTemuan", 3, SET_FINDINGS, columns, (int)(sizeof columns / sizeof *columns));
    for (int i = 0; i < data_rows(d, SET_FINDINGS); i++) {
        const char *severity = data_text(d, SET_FINDINGS, i, "severity");
        put_text(&s, 4 + i, 3, severity, strcmp(severity, "BERAT") == 0 ? LOOK_FAR : LOOK_CENTER);
    }
    sheet_heads(&s, 3, 3, 2);
}
