/* Sheets that are a matrix with colours: Cakupan (kabupaten × indicator) and Aksi (kabupaten × Aksi). */
#include "sheets.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST = 2 }; /* column of the first figure, after code and name */

const char *sheets_rule(struct book *b, const char *format, const char *column, int row, int fixed)
{
    const char *s = "";
    for (; *format; format++) {
        if (*format == '@')
            s = book_text(b, "%s%s%d", s, column, row);
        else if (*format == '#' || *format == '!')
            s = book_text(b, "%s%s$%d", s, column, *format == '#' ? fixed : fixed - 1);
        else
            s = book_text(b, "%s%c", s, *format);
    }
    return s;
}

/* --- Cakupan --- */

enum { ROW_LEGEND = 2, ROW_NAMES = 4, ROW_ARROWS, ROW_TARGETS, ROW_PROVINCE, ROW_HEAD };

/* How far from the target: reached, from 90 %, from 75 %, less. @ is the cell, # the target above it, ! the
 * arrow. */
static const char *const by_target[4] = {
    "=AND(ISNUMBER(@),ISNUMBER(#),IF(!=\"▼\",@<=#,@>=#))",
    "=AND(ISNUMBER(@),ISNUMBER(#),IF(!=\"▼\",@*0.9<=#,@>=#*0.9))",
    "=AND(ISNUMBER(@),ISNUMBER(#),IF(!=\"▼\",@*0.75<=#,@>=#*0.75))",
    "=AND(ISNUMBER(@),ISNUMBER(#))",
};

static void put_target_classes(struct sheet *s, int first_row, int last_row, int columns)
{
    const char *made[4];
    for (int i = 0; i < 4; i++)
        made[i] = sheets_rule(s->book, by_target[i], "C", first_row + 1, ROW_TARGETS + 1);
    put_classes(s, first_row, FIRST, last_row, FIRST + columns - 1, made);
}

/* A kabupaten with a target of its own is judged by that, and not by the one above: it says so in a comment.
 */
static void put_own_target(struct sheet *s, int row, int column, double target, bool down)
{
    struct book *b = s->book;
    lxw_conditional_format rule = {.type = LXW_CONDITIONAL_TYPE_CELL, .stop_if_true = true};
    static const double share[4] = {1, 0.9, 0.75, 0};
    for (int i = 0; i < 4; i++) {
        rule.criteria = down ? LXW_CONDITIONAL_CRITERIA_LESS_THAN_OR_EQUAL_TO
                             : LXW_CONDITIONAL_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
        rule.value = down ? (share[i] > 0 ? target / share[i] : 1e9) : target * share[i];
        rule.format = b->look[LOOK_REACHED + i];
        sheet_check(
            s, worksheet_conditional_format_cell(s->worksheet, (lxw_row_t)row, (lxw_col_t)column, &rule));
    }
    sheet_check(s, worksheet_write_comment(
                       s->worksheet, (lxw_row_t)row, (lxw_col_t)column,
                       book_text(b, words_say("Target daerah ini: %s %%", "Target of this region: %s %%"),
                                 words_number(b->arena, target, 2))));
}

static void put_indicator_heads(struct sheet *s)
{
    const struct data *d = s->book->data;
    put_text(s, ROW_ARROWS, 1, words_say("Arah yang baik", "Good direction"), LOOK_SUBTITLE);
    put_text(s, ROW_TARGETS, 1, words_say("Target (* belum diverifikasi)", "Target (* not verified)"),
             LOOK_SUBTITLE);
    put_text(s, ROW_PROVINCE, 1, words_say("Provinsi", "Province"), LOOK_STRONG);
    for (int i = 0; i < data_rows(d, SET_INDICATORS); i++) {
        int c = FIRST + i;
        bool down = strcmp(data_text(d, SET_INDICATORS, i, "direction"), "down") == 0;
        put_text(s, ROW_NAMES, c, sheets_indicator(s->book, SET_INDICATORS, i), LOOK_HEAD_TURNED);
        put_text(s, ROW_ARROWS, c, down ? "▼" : "▲", LOOK_TARGET);
        put_field(s, ROW_TARGETS, c, SET_INDICATORS, i, "target",
                  data_true(d, SET_INDICATORS, i, "verified") ? LOOK_TARGET : LOOK_TARGET_UNVERIFIED);
        put_field(s, ROW_PROVINCE, c, SET_INDICATORS, i, "percent", LOOK_CELL_STRONG);
    }
    sheet_height(s, ROW_NAMES, 200);
}

/* Percentages at their places; what is not there stays a dash. */
static void put_percents(struct sheet *s, int columns)
{
    const struct data *d = s->book->data;
    for (int i = 0; i < data_rows(d, SET_REGENCIES); i++) {
        if (data_rows(d, SET_REGENCIES) <= 20)
            sheet_height(s, ROW_HEAD + 1 + i, 24);
        put_field(s, ROW_HEAD + 1 + i, 0, SET_REGENCIES, i, "region", LOOK_TEXT);
        put_text(s, ROW_HEAD + 1 + i, 1, words_short(data_text(d, SET_REGENCIES, i, "region_name")),
                 LOOK_STRONG);
        for (int c = 0; c < columns; c++)
            put_text(s, ROW_HEAD + 1 + i, FIRST + c, "–", LOOK_NONE);
    }
    for (int i = 0; i < data_rows(d, SET_COVERAGE); i++) {
        int r = data_find(d, SET_REGENCIES, "region", data_text(d, SET_COVERAGE, i, "region"));
        int c = data_find(d, SET_INDICATORS, "code", data_text(d, SET_COVERAGE, i, "indicator"));
        if (r < 0 || c < 0 || data_null(d, SET_COVERAGE, i, "percent"))
            continue;
        put_field(s, ROW_HEAD + 1 + r, FIRST + c, SET_COVERAGE, i, "percent", LOOK_CELL);
        double target = data_number(d, SET_COVERAGE, i, "target");
        if (!data_null(d, SET_COVERAGE, i, "target") &&
            (data_null(d, SET_INDICATORS, c, "target") ||
             target != data_number(d, SET_INDICATORS, c, "target")))
            put_own_target(s, ROW_HEAD + 1 + r, FIRST + c, target,
                           strcmp(data_text(d, SET_INDICATORS, c, "direction"), "down") == 0);
    }
}

static void put_reached(struct sheet *s, int row)
{
    const struct data *d = s->book->data;
    put_text(s, row, 1, words_say("Daerah yang mencapai target", "Regions that reach the target"),
             LOOK_SUBTITLE);
    for (int i = 0; i < data_rows(d, SET_INDICATORS); i++) {
        bool none =
            data_null(d, SET_INDICATORS, i, "compared") || data_number(d, SET_INDICATORS, i, "compared") <= 0;
        put_text(s, row, FIRST + i, none ? "–" : data_text(d, SET_INDICATORS, i, "reached"),
                 none ? LOOK_NONE : LOOK_TARGET);
    }
}

void sheet_coverage(struct book *b)
{
    const char *const labels[4] = {words_say("tercapai (tebal)", "reached (bold)"),
                                   words_say("90–100 % target", "90–100 % of target"),
                                   words_say("75–90 % target", "75–90 % of target"),
                                   words_say("di bawah 75 % (miring)", "below 75 % (italic)")};
    const struct data *d = b->data;
    int columns = data_rows(d, SET_INDICATORS), rows = data_rows(d, SET_REGENCIES);
    struct sheet s = book_sheet(
        b, words_say("Cakupan", "Coverage"),
        words_say("Cakupan layanan menurut indikator (%)", "Coverage of services by indicator (%)"),
        words_say(
            "Warna menunjukkan jarak dari target; – berarti tidak ada data. Rincian indikator di lembar "
            "Definisi.",
            "The colour says how far from the target; – means no data. Indicators are told on sheet "
            "Definitions."),
        COLOUR_TEAL);
    struct column heads[64] = {{words_say("Kode", "Code"), NULL, 8, LOOK_TEXT},
                               {words_say("Kabupaten/Kota", "Regency/City"), NULL, 25, LOOK_TEXT}};
    if (columns == 0 || columns > 62) {
        put_text(&s, ROW_LEGEND, 0,
                 columns ? words_say("Terlalu banyak indikator untuk satu lembar.",
                                     "Too many indicators for one sheet.")
                         : book_nothing(b, SET_COVERAGE),
                 LOOK_SUBTITLE);
        return;
    }
    for (int i = 0; i < columns; i++)
        heads[FIRST + i] = (struct column){data_text(d, SET_INDICATORS, i, "code"), NULL, 5.2, LOOK_CELL};
    sheet_roomy(&s, false);
    put_legend(&s, ROW_LEGEND, FIRST, 4, labels);
    put_indicator_heads(&s);
    put_frame(&s, "tblCakupan", ROW_HEAD, rows, heads, FIRST + columns, false);
    put_percents(&s, columns);
    put_target_classes(&s, ROW_PROVINCE, ROW_PROVINCE, columns);
    put_target_classes(&s, ROW_HEAD + 1, ROW_HEAD + rows, columns);
    put_reached(&s, ROW_HEAD + rows + 1);
    sheet_heads(&s, ROW_NAMES, ROW_HEAD, FIRST);
}

/* --- Aksi --- */

enum { AKSI_NAMES = 4, AKSI_MAXIMUM, AKSI_MEAN, AKSI_HEAD };

static const char *const by_maximum[4] = {
    "=AND(ISNUMBER(@),@>=#*0.9)",
    "=AND(ISNUMBER(@),@>=#*0.75)",
    "=AND(ISNUMBER(@),@>=#*0.5)",
    "=ISNUMBER(@)",
};

static void put_aksi_heads(struct sheet *s, int columns)
{
    const struct data *d = s->book->data;
    put_text(s, AKSI_MAXIMUM, 1, words_say("Nilai maksimum", "Maximum"), LOOK_SUBTITLE);
    put_text(s, AKSI_MEAN, 1, words_say("Rata-rata (% dari maksimum)", "Mean (% of maximum)"), LOOK_SUBTITLE);
    for (int i = 0; i < columns; i++) {
        put_text(s, AKSI_NAMES, FIRST + i, words_aksi((int)data_number(d, SET_AKSI, i, "aksi")),
                 LOOK_HEAD_SMALL);
        put_field(s, AKSI_MAXIMUM, FIRST + i, SET_AKSI, i, "maximum", LOOK_TARGET);
        put_field(s, AKSI_MEAN, FIRST + i, SET_AKSI, i, "mean", LOOK_CELL_STRONG);
    }
    put_text(s, AKSI_MAXIMUM, FIRST + columns, "", LOOK_TARGET);
    put_field(s, AKSI_MAXIMUM, FIRST + columns, SET_HEAD, 0, "score_max", LOOK_TARGET);
    sheet_height(s, AKSI_NAMES, 28);
}

static void put_aksi_scores(struct sheet *s, int columns)
{
    const struct data *d = s->book->data;
    for (int i = 0; i < data_rows(d, SET_ASSESSED); i++) {
        int row = AKSI_HEAD + 1 + i;
        put_field(s, row, 0, SET_ASSESSED, i, "region", LOOK_TEXT);
        put_field(s, row, 1, SET_ASSESSED, i, "region_name", LOOK_STRONG);
        for (int c = 0; c < columns; c++)
            put_text(s, row, FIRST + c, "–", LOOK_NONE);
        put_field(s, row, FIRST + columns, SET_ASSESSED, i, "score", LOOK_STRONG_SCORE);
        put_field(s, row, FIRST + columns + 1, SET_ASSESSED, i, "percent", LOOK_PERCENT);
    }
    for (int i = 0; i < data_rows(d, SET_ASSESSMENT); i++) {
        int r = data_find(d, SET_ASSESSED, "region", data_text(d, SET_ASSESSMENT, i, "region"));
        int c = data_find(d, SET_AKSI, "aksi", data_text(d, SET_ASSESSMENT, i, "aksi"));
        if (r >= 0 && c >= 0)
            put_field(s, AKSI_HEAD + 1 + r, FIRST + c, SET_ASSESSMENT, i, "score", LOOK_SCORE);
    }
}

/* Means as a chart; its names and values stand in rows, so a small block of columns beside the matrix holds
 * them. */
static void put_aksi_chart(struct sheet *s, int row, int columns)
{
    const struct data *d = s->book->data;
    int names = FIRST + columns + 3;
    put_text(s, AKSI_HEAD, names, words_say("Dasar diagram", "Behind the chart"), LOOK_HEAD_SMALL);
    for (int i = 0; i < columns; i++) {
        const char *name =
            book_text(s->book, words_say("Aksi %s", "Action %s"), data_text(d, SET_AKSI, i, "aksi"));
        put_text(s, AKSI_HEAD + 1 + i, names, name, LOOK_HEAD_SMALL);
        put_field(s, AKSI_HEAD + 1 + i, names + 1, SET_AKSI, i, "mean", LOOK_CELL);
    }
    sheet_check(s, worksheet_print_area(s->worksheet, 0, 0, (lxw_row_t)row + 12, (lxw_col_t)(names - 2)));
    struct chart chart = {.title = words_say("Rata-rata nilai Aksi (% dari maksimum)",
                                             "Mean score of each Action (% of maximum)"),
                          .description = words_say(
                              "Diagram batang rata-rata nilai setiap Aksi dalam persen dari nilai maksimum",
                              "Bars of the mean score of each Action in per cent of the maximum"),
                          .upright = true,
                          .names = names,
                          .first = AKSI_HEAD + 1,
                          .last = AKSI_HEAD + columns,
                          .series = {{words_say("Rata-rata (%)", "Mean (%)"), names + 1, COLOUR_TEAL}},
                          .n = 1,
                          .max = 100,
                          .row = row,
                          .column = 1,
                          .width = 940,
                          .height = 270};
    put_chart(s, &chart);
}

void sheet_aksi(struct book *b)
{
    const char *const labels[4] = {words_say("≥ 90 % maksimum", "≥ 90 % of maximum"), "75–90 %", "50–75 %",
                                   words_say("di bawah 50 %", "below 50 %")};
    const struct data *d = b->data;
    int columns = data_rows(d, SET_AKSI), rows = data_rows(d, SET_ASSESSED);
    struct sheet s = book_sheet(
        b, words_say("Aksi", "Actions"),
        words_say("Nilai Aksi Konvergensi", "Scores of the Convergence Actions"),
        words_say(
            "Nilai tim penilai per Aksi menurut instrumen; warna menurut bagian dari nilai maksimum; – belum "
            "dinilai.",
            "The panel's scores by Action, by the instrument; coloured by the share of the maximum; – not "
            "scored yet."),
        COLOUR_TEAL);
    struct column heads[64] = {{words_say("Kode", "Code"), NULL, 8, LOOK_TEXT},
                               {words_say("Kabupaten/Kota", "Regency/City"), NULL, 32, LOOK_TEXT}};
    if (columns == 0 || columns > 60) {
        put_text(&s, 2, 0,
                 words_say("Instrumen tidak memuat butir Aksi.", "The instrument has no items of Actions."),
                 LOOK_SUBTITLE);
        return;
    }
    for (int i = 0; i < columns; i++)
        heads[FIRST + i] = (struct column){
            book_text(b, words_say("Aksi %s", "Action %s"), data_text(d, SET_AKSI, i, "aksi")), NULL, 12,
            LOOK_SCORE};
    heads[FIRST + columns] = (struct column){words_say("Jumlah", "Total"), NULL, 12, LOOK_SCORE};
    heads[FIRST + columns + 1] =
        (struct column){words_say("% dari maksimum", "% of maximum"), NULL, 13, LOOK_PERCENT};
    sheet_roomy(&s, false);
    put_legend(&s, 2, FIRST, 2, labels);
    put_aksi_heads(&s, columns);
    sheet_height(&s, AKSI_HEAD, 30);
    put_frame(&s, "tblAksi", AKSI_HEAD, rows, heads, FIRST + columns + 2, true);
    put_aksi_scores(&s, columns);
    const char *made[4];
    for (int i = 0; i < 4; i++)
        made[i] = sheets_rule(b, by_maximum[i], "C", AKSI_HEAD + 2, AKSI_MAXIMUM + 1);
    put_classes(&s, AKSI_HEAD + 1, FIRST, AKSI_HEAD + rows, FIRST + columns - 1, made);
    sheet_heads(&s, AKSI_NAMES, AKSI_HEAD, FIRST);
    put_aksi_chart(&s, AKSI_HEAD + rows + 2, columns);
}
