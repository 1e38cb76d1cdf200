/* Sheets Prevalensi (nutrition status as agencies measured it, with intervals and D/S) and Survei (apart from
 * it) */
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

/* Behind the chart, right of what is printed: the lower bound, and from it to the figure and to the upper
 * one. */
static void put_measured_chart(struct sheet *s, int skip, int rows, int row, int behind)
{
    const char *const heads[3] = {words_say("batas bawah", "lower bound"),
                                  words_say("dari batas bawah ke angka", "from lower bound to figure"),
                                  words_say("dari angka ke batas atas", "from figure to upper bound")};
    struct chart chart = {
        .title = words_say(
            "Balita stunting (%) dengan selang kepercayaan 95 %, e-PPGBM: angkanya di batas dua warna",
            "Stunted under-fives (%) with intervals of 95 %, e-PPGBM: the figure is where the two "
            "shades meet"),
        .description =
            words_say("Batang dari batas bawah ke batas atas selang kepercayaan persentase balita stunting "
                      "setiap kabupaten/kota, menurun",
                      "A bar from the lower to the upper bound of the percentage of stunted under-fives of "
                      "each regency, falling"),
        .names = 1,
        .first = HEAD + 1,
        .last = HEAD + rows,
        .series = {{heads[0], behind, COLOUR_PALE},
                   {heads[1], behind + 1, COLOUR_TEAL},
                   {heads[2], behind + 2, 0xBFDDE0}},
        .n = 3,
        .row = row,
        .width = 1240,
        .height = 310};
    for (int c = 0; c < 3; c++)
        put_text(s, HEAD, behind + c, heads[c], LOOK_HEAD_SMALL);
    for (int i = 0; i < rows; i++) {
        put_field(s, HEAD + 1 + i, behind, SET_NUTRITION, skip + i, "stunted_lower", LOOK_CELL);
        put_field(s, HEAD + 1 + i, behind + 1, SET_NUTRITION, skip + i, "stunted_below", LOOK_CELL);
        put_field(s, HEAD + 1 + i, behind + 2, SET_NUTRITION, skip + i, "stunted_above", LOOK_CELL);
    }
    put_intervals(s, &chart);
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
        put_text(&s, PROVINCE, 0, book_nothing(b, SET_NUTRITION), LOOK_SUBTITLE);
        return;
    }
    sheet_roomy(&s, rows > 20);
    int end = put_rows(&s, "tblPrevalensi", HEAD, SET_NUTRITION, provinces, columns, COLUMNS(columns));
    if (provinces > 0) {
        put_text(&s, PROVINCE, 1, words_say("Provinsi", "Province"), LOOK_STRONG);
        for (int c = 2; c < COLUMNS(columns); c++)
            put_field(&s, PROVINCE, c, SET_NUTRITION, 0, columns[c].field, columns[c].look);
    }
    sheet_heads(&s, PROVINCE, HEAD, 2);
    if (rows == 0)
        return;
    put_measured_chart(&s, provinces, rows, end + 1, COLUMNS(columns) + 1);
    sheet_check(&s, worksheet_print_area(s.worksheet, 0, 0, (lxw_row_t)end + (rows > 20 ? 23 : 18),
                                         (lxw_col_t)(COLUMNS(columns) - 1)));
}

/* --- Survei --- */

/* The rows of SET_SURVEY at which an indicator begins, and behind them where the last one ends; how many. */
static int surveys(const struct data *d, int at[SURVEYS_MAX + 1])
{
    int n = 0, i = 0;
    for (; i < data_rows(d, SET_SURVEY); i++) {
        if (n > 0 && strcmp(data_text(d, SET_SURVEY, i, "indicator"),
                            data_text(d, SET_SURVEY, at[n - 1], "indicator")) == 0)
            continue;
        if (n == SURVEYS_MAX)
            break;
        at[n++] = i;
    }
    at[n] = i;
    return n;
}

/* The province first, then regions in the order of their codes; -1 for one that the review does not have. */
static int survey_row(const struct data *d, int i)
{
    if (data_number(d, SET_SURVEY, i, "level") < 2)
        return HEAD + 1;
    int at = data_find(d, SET_REGENCIES, "region", data_text(d, SET_SURVEY, i, "region"));
    return at < 0 ? -1 : HEAD + 2 + at;
}

static void put_survey_regions(struct sheet *s, int rows, int columns)
{
    const struct data *d = s->book->data;
    for (int r = 0; r < rows; r++) {
        put_text(s, HEAD + 1 + r, 0, r ? data_text(d, SET_REGENCIES, r - 1, "region") : d->province,
                 LOOK_TEXT);
        put_text(s, HEAD + 1 + r, 1,
                 r ? data_text(d, SET_REGENCIES, r - 1, "region_name")
                   : book_text(s->book, words_say("Provinsi %s", "Province of %s"),
                               data_text(d, SET_HEAD, 0, "province_name")),
                 LOOK_STRONG);
        for (int c = 0; c < columns; c++)
            put_text(s, HEAD + 1 + r, 2 + c, "–", LOOK_NONE);
    }
}

void sheet_survey(struct book *b)
{
    const struct data *d = b->data;
    int at[SURVEYS_MAX + 1], n = surveys(d, at), rows = data_rows(d, SET_REGENCIES) + 1;
    struct sheet s = book_sheet(
        b, words_say("Survei", "Surveys"),
        words_say("Hasil survei dan indeks", "Results of surveys, and indices"),
        words_say(
            "Sebagaimana diterbitkan. TIDAK DAPAT DIBANDINGKAN dengan data layanan di lembar Prevalensi.",
            "As published. NOT TO BE COMPARED with the services' data on sheet Prevalence."),
        COLOUR_SAND);
    if (n == 0) {
        put_text(&s, PROVINCE, 0,
                 words_say("Belum ada hasil survei yang dimuat.", "No result of a survey is loaded."),
                 LOOK_SUBTITLE);
        return;
    }
    struct column heads[2 + SURVEYS_MAX] = {{words_say("Kode", "Code"), NULL, 8, LOOK_TEXT},
                                            {words_say("Wilayah", "Region"), NULL, 34, LOOK_TEXT}};
    for (int c = 0; c < n; c++)
        heads[2 + c] = (struct column){book_text(b, "%s (%s, %s)", sheets_indicator(b, SET_SURVEY, at[c]),
                                                 data_text(d, SET_SURVEY, at[c], "unit"),
                                                 data_text(d, SET_SURVEY, at[c], "period")),
                                       NULL, 20, LOOK_PERCENT};
    sheet_roomy(&s, rows > 20);
    sheet_height(&s, HEAD, 48);
    put_frame(&s, "tblSurvei", HEAD, rows, heads, 2 + n, true);
    put_survey_regions(&s, rows, n);
    for (int c = 0; c < n; c++)
        for (int i = at[c]; i < at[c + 1]; i++)
            if (survey_row(d, i) >= 0)
                put_field(&s, survey_row(d, i), 2 + c, SET_SURVEY, i, "value", LOOK_PERCENT);
    sheet_heads(&s, HEAD, HEAD, 2);
}
