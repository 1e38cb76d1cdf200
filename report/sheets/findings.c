/* Sheet Temuan: what kp2s-check found across files, by kabupaten/kota */
#include "sheets.h"

#include <string.h>

/* What was looked at, and when; or that nobody looked. */
static const char *subtitle(struct book *b)
{
    const struct data *d = b->data;
    if (data_lacks(d, SET_CHECKED))
        return "Edisi ini dibekukan tanpa keterangan apakah angkanya diperiksa.";
    if (data_rows(d, SET_CHECKED) == 0)
        return words_say("Belum diperiksa: kp2s-check memeriksa angka antarberkas.",
                         "Not looked for yet: kp2s-check looks at figures across files.");
    return book_text(
        b,
        words_say(
            "%s angka diperiksa pada %s, %s di antaranya di samping wilayah lain. Temuan perlu dilihat "
            "orang: tidak ada angka yang diubah atau ditolak karenanya. Ambang bawaan adalah contoh.",
            "%s figures were looked at on %s, %s of them beside other regions. A person must look at what is "
            "found: no figure was changed or rejected. The limits shipped are examples. Sentences are in "
            "Indonesian."),
        words_number(b->arena, data_number(d, SET_CHECKED, 0, "figures"), 0),
        words_date(b->arena, (long long)data_number(d, SET_CHECKED, 0, "computed_at")),
        words_number(b->arena, data_number(d, SET_CHECKED, 0, "compared"), 0));
}

static const char *kind_words(const struct data *d, int row)
{
    static const char *const english[][2] = {{"identity", "figures contradict each other"},
                                             {"outlier-year", "unlike the year before"},
                                             {"outlier-peer", "unlike the regions around it"},
                                             {"denominator", "the target group is counted differently"},
                                             {"two-forms", "two forms differ"}};
    for (int i = 0; words_lang() == LANG_EN && i < COLUMNS(english); i++)
        if (strcmp(data_text(d, SET_FINDINGS, row, "kind"), english[i][0]) == 0)
            return english[i][1];
    return data_text(d, SET_FINDINGS, row, "kind_name");
}

void sheet_findings(struct book *b)
{
    const struct column columns[] = {
        {words_say("Kode", "Code"), "regency_code", 8, LOOK_TEXT},
        {words_say("Kabupaten/Kota", "Regency/City"), "regency_name", 28, LOOK_TEXT},
        {"No.", "finding_no", 6, LOOK_COUNT},
        {words_say("Tingkat", "Severity"), NULL, 12, LOOK_CENTER},
        {words_say("Jenis", "Kind"), "kind_name", 22, LOOK_WRAP},
        {words_say("Indikator", "Indicator"), "indicator_code", 10, LOOK_TEXT},
        {words_say("Kode wilayah", "Code of region"), "region_code", 14, LOOK_TEXT},
        {words_say("Wilayah", "Region"), "region_name", 20, LOOK_WRAP},
        {words_say("Periode", "Period"), "period", 9, LOOK_CENTER},
        {words_say("Instansi", "Agency"), "agency_code", 10, LOOK_TEXT},
        {words_say("Temuan", "Finding"), "sentence", 58, LOOK_WRAP},
        {words_say("Berkas, lembar, sel", "File, sheet, cells"), "places", 44, LOOK_WRAP}};
    struct sheet s =
        book_sheet(b, words_say("Temuan", "Findings"),
                   words_say("Temuan antarberkas", "Findings across files"), subtitle(b), COLOUR_GREY);
    const struct data *d = b->data;
    if (data_rows(d, SET_CHECKED) > 0 && data_rows(d, SET_FINDINGS) == 0) {
        put_text(&s, 3, 0, words_say("Tidak ada temuan.", "Nothing was found."), LOOK_SUBTITLE);
        return;
    }
    put_table(&s, "tblTemuan", 3, SET_FINDINGS, columns, COLUMNS(columns));
    for (int i = 0; i < data_rows(d, SET_FINDINGS); i++) {
        bool serious = strcmp(data_text(d, SET_FINDINGS, i, "severity"), "BERAT") == 0;
        put_text(&s, 4 + i, 4, kind_words(d, i), LOOK_WRAP);
        put_text(&s, 4 + i, 3,
                 serious ? words_say("BERAT", "SERIOUS") : words_say("perlu dilihat", "look at it"),
                 serious ? LOOK_FAR : LOOK_CENTER);
    }
    sheet_heads(&s, 3, 3, 2);
}
