/* Sheet Prevalensi: nutrition status by the agencies' measurements, with intervals and D/S; surveys apart */
#include "plot.h"
#include "sheets.h"

#include <string.h>

enum { PROVINCE = 3, HEAD, SURVEYS_MAX = 12 };

/* How many rows of SET_NUTRITION there are of a level; of e-PPGBM alone, which come first. */
static int count_rows(const struct data *d, int level, bool measured)
{
    int n = 0;
    for (int i = 0; i < data_rows(d, SET_NUTRITION); i++)
        n += (int)data_number(d, SET_NUTRITION, i, "level") == level &&
             (!measured || strcmp(data_text(d, SET_NUTRITION, i, "system"), "e-ppgbm") == 0);
    return n;
}

static void put_measured_chart(struct sheet *s, int rows, int row)
{
    struct chart chart = {
        .title = words_say("Balita stunting (%) dengan selang kepercayaan 95 %, e-PPGBM",
                           "Stunted under-fives (%) with intervals of 95 %, e-PPGBM"),
        .description =
            words_say("Titik persentase balita stunting setiap kabupaten/kota dengan garis selang "
                      "kepercayaan, menurun",
                      "A mark at the percentage of stunted under-fives of each regency, with a line for "
                      "its interval, falling"),
        .names = 1,
        .first = HEAD + 1,
        .last = HEAD + rows,
        .series = {{words_say("Stunting (%)", "Stunted (%)"), 5, COLOUR_NAVY},
                   {words_say("batas bawah", "lower bound"), 6, COLOUR_GREY},
                   {words_say("batas atas", "upper bound"), 7, COLOUR_GREY}},
        .n = 3,
        .row = row,
        .width = 1180,
        .height = 300};
    put_intervals(s, &chart);
}

/* --- surveys --- */

/* The rows of SET_SURVEY at which an indicator begins. */
static int surveys(const struct data *d, int *at)
{
    int n = 0;
    for (int i = 0; i < data_rows(d, SET_SURVEY) && n < SURVEYS_MAX; i++)
        if (n == 0 || strcmp(data_text(d, SET_SURVEY, i, "indicator"),
                             data_text(d, SET_SURVEY, at[n - 1], "indicator")) != 0)
            at[n++] = i;
    return n;
}

/* Regions as they stand in the ranking's order of codes, the province before them. */
static int survey_row(const struct data *d, int i)
{
    return data_number(d, SET_SURVEY, i, "level") < 2
               ? 0
               : 1 + data_find(d, SET_REGENCIES, "region", data_text(d, SET_SURVEY, i, "region"));
}

static void put_surveys(struct sheet *s, int row)
{
    struct book *b = s->book;
    const struct data *d = b->data;
    int at[SURVEYS_MAX], n = surveys(d, at), rows = data_rows(d, SET_REGENCIES) + 1;
    put_text(
        s, row, 0,
        words_say("Hasil survei dan indeks, sebagaimana diterbitkan: TIDAK DAPAT DIBANDINGKAN dengan data "
                  "layanan di atas",
                  "Results of surveys, and indices, as published: NOT TO BE COMPARED with the services' data "
                  "above"),
        LOOK_KICKER);
    if (n == 0) {
        put_text(s, row + 1, 0,
                 words_say("Belum ada hasil survei yang dimuat.", "No result of a survey is loaded."),
                 LOOK_SUBTITLE);
        return;
    }
    struct column heads[SURVEYS_MAX + 2] = {{words_say("Kode", "Code"), NULL, 0, LOOK_TEXT},
                                            {words_say("Wilayah", "Region"), NULL, 0, LOOK_TEXT}};
    for (int c = 0; c < n; c++)
        heads[2 + c] = (struct column){book_text(b, "%s (%s, %s)", sheets_indicator(b, SET_SURVEY, at[c]),
                                                 data_text(d, SET_SURVEY, at[c], "unit"),
                                                 data_text(d, SET_SURVEY, at[c], "period")),
                                       NULL, 0, LOOK_PERCENT};
    sheet_height(s, row + 1, 76);
    put_frame(s, "tblSurvei", row + 1, rows, heads, 2 + n, true);
    for (int r = 0; r < rows; r++) {
        put_text(s, row + 2 + r, 0, r ? data_text(d, SET_REGENCIES, r - 1, "region") : d->province,
                 LOOK_TEXT);
        put_text(s, row + 2 + r, 1,
                 r ? data_text(d, SET_REGENCIES, r - 1, "region_name")
                   : book_text(b, words_say("Provinsi %s", "Province of %s"),
                               data_text(d, SET_HEAD, 0, "province_name")),
                 LOOK_STRONG);
        for (int c = 0; c < n; c++)
            put_text(s, row + 2 + r, 2 + c, "–", LOOK_NONE);
    }
    for (int c = 0; c < n; c++)
        for (int i = at[c]; i < (c + 1 < n ? at[c + 1] : data_rows(d, SET_SURVEY)); i++)
            put_field(s, row + 2 + survey_row(d, i), 2 + c, SET_SURVEY, i, "value", LOOK_PERCENT);
}

void sheet_prevalence(struct book *b)
{
    const struct column columns[] = {
        {words_say("Kode", "Code"), "region", 8, LOOK_TEXT},
        {words_say("Kabupaten/Kota", "Regency/City"), "region_name", 29, LOOK_STRONG},
        {words_say("Sumber", "Source"), "system", 10, LOOK_CENTER},
        {words_say("Balita diukur (TB/U)", "Under-fives measured"), "measured", 10, LOOK_COUNT},
        {"Stunting", "stunted", 10, LOOK_COUNT},
        {words_say("Stunting (%)", "Stunted (%)"), "stunted_percent", 11, LOOK_PERCENT},
        {words_say("Batas bawah", "Lower bound"), "stunted_lower", 9, LOOK_PERCENT},
        {words_say("Batas atas", "Upper bound"), "stunted_upper", 9, LOOK_PERCENT},
        {words_say("Sangat pendek (%)", "Severely stunted (%)"), "severe_percent", 11, LOOK_PERCENT},
        {words_say("Berat badan kurang (%)", "Under-weight (%)"), "underweight_percent", 11, LOOK_PERCENT},
        {words_say("Gizi kurang (%)", "Wasted (%)"), "wasted_percent", 10, LOOK_PERCENT},
        {words_say("Gizi lebih (%)", "Over-weight (%)"), "overweight_percent", 10, LOOK_PERCENT},
        {words_say("Baduta diukur", "Under-twos measured"), "under2_measured", 10, LOOK_COUNT},
        {words_say("Baduta stunting (%)", "Stunted under-twos (%)"), "under2_percent", 11, LOOK_PERCENT},
        {words_say("Baduta: bawah", "Under-twos: lower"), "under2_lower", 9, LOOK_PERCENT},
        {words_say("Baduta: atas", "Under-twos: upper"), "under2_upper", 9, LOOK_PERCENT},
        {"D/S (%)", "ds_percent", 10, LOOK_PERCENT}};
    const struct data *d = b->data;
    int provinces = count_rows(d, 1, false), rows = count_rows(d, 2, true);
    struct sheet s = book_sheet(
        b, words_say("Prevalensi", "Prevalence"),
        words_say("Prevalensi status gizi balita dan baduta",
                  "Nutrition status of under-fives and under-twos"),
        words_say(
            "Pengukuran terakhir setiap anak pada tahun ini, z-skor WHO 2006 dihitung ulang; batas: selang "
            "Wilson 95 %. D/S rendah: banyak anak tidak diukur, angkanya tidak mewakili semua.",
            "The last measurement of each child in the year, z-scores of WHO 2006 computed again; bounds: "
            "Wilson's of 95 %. Where D/S is low many were not measured, and the figure does not speak for "
            "all."),
        COLOUR_TEAL);
    if (data_rows(d, SET_NUTRITION) == provinces) {
        put_text(&s, HEAD, 0, words_say("Belum ada data.", "No data yet."), LOOK_SUBTITLE);
        put_surveys(&s, HEAD + 2);
        return;
    }
    int end = put_rows(&s, "tblPrevalensi", HEAD, SET_NUTRITION, provinces, columns, COLUMNS(columns));
    if (provinces > 0) {
        put_text(&s, PROVINCE, 1, words_say("Provinsi", "Province"), LOOK_STRONG);
        for (int c = 2; c < COLUMNS(columns); c++)
            put_field(&s, PROVINCE, c, SET_NUTRITION, 0, columns[c].field, columns[c].look);
    }
    sheet_heads(&s, PROVINCE, HEAD, 2);
    if (rows > 0)
        put_measured_chart(&s, rows, end + 1);
    put_surveys(&s, end + (rows > 0 ? (rows > 20 ? 24 : 20) : 1));
}
