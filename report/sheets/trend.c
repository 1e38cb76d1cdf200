/* Sheet Tren: how each figure of each kabupaten/kota moved since last year, and the province over the years
 */
#include "plot.h"
#include "sheets.h"

#include <string.h>

/* The matrix: three figures of the review, then the indicators. */
enum {
    FIRST = 2,
    OWN = 3,
    HEAD_NAMES = 4,
    HEAD_ARROWS,
    HEAD_LAST,
    HEAD_NOW,
    HEAD_MOVE,
    HEAD,
    MATRIX_MAX = 60
};

/* How much better or worse: @ is the cell, # the good direction in the fixed row. */
static const char *const by_move[4] = {
    "=AND(ISNUMBER(@),IF(#=\"▼\",-@,@)>=5)",
    "=AND(ISNUMBER(@),IF(#=\"▼\",-@,@)>0)",
    "=AND(ISNUMBER(@),@<>0,IF(#=\"▼\",-@,@)>-5)",
    "=AND(ISNUMBER(@),@<>0)",
};

/* A column of the matrix: a figure of the review, or a row of SET_INDICATORS. */
struct moved {
    const char *subject, *code, *name;
    bool down;
};

/* Those of which a change is known; how many. */
static int choose(struct book *b, struct moved *moved)
{
    const struct moved own[OWN] = {
        {"prevalence", "ST", words_say("Balita stunting", "Stunted under-fives"), true},
        {"convergence", "KV", words_say("Layanan diterima", "Services received"), false},
        {"complete", "PL", words_say("Paket layanan lengkap", "Complete package of services"), false}};
    const struct data *d = b->data;
    int n = 0;
    for (int i = 0; i < OWN + data_rows(d, SET_INDICATORS) && n < MATRIX_MAX; i++) {
        int at = i - OWN;
        const char *code = at < 0 ? "" : data_text(d, SET_INDICATORS, at, "code");
        moved[n] = at < 0
                       ? own[i]
                       : (struct moved){code, code, sheets_indicator(b, SET_INDICATORS, at),
                                        strcmp(data_text(d, SET_INDICATORS, at, "direction"), "down") == 0};
        n += data_find(d, SET_MOVEMENT, "code", moved[n].subject) >= 0;
    }
    return n;
}

static int column_of(const struct moved *moved, int n, const char *subject)
{
    for (int c = 0; c < n; c++)
        if (strcmp(moved[c].subject, subject) == 0)
            return c;
    return -1;
}

static void put_heads(struct sheet *s, const struct moved *moved, int columns)
{
    put_text(s, HEAD_ARROWS, 1, words_say("Arah yang baik", "Good direction"), LOOK_SUBTITLE);
    put_text(s, HEAD_LAST, 1, words_say("Provinsi, tahun lalu (%)", "Province, last year (%)"),
             LOOK_SUBTITLE);
    put_text(s, HEAD_NOW, 1, words_say("Provinsi, tahun ini (%)", "Province, this year (%)"), LOOK_STRONG);
    put_text(s, HEAD_MOVE, 1, words_say("Perubahan (poin)", "Change (points)"), LOOK_STRONG);
    for (int c = 0; c < columns; c++) {
        put_text(s, HEAD_NAMES, FIRST + c, moved[c].name, LOOK_HEAD_TURNED);
        put_text(s, HEAD_ARROWS, FIRST + c, moved[c].down ? "▼" : "▲", LOOK_TARGET);
        for (int row = HEAD_LAST; row <= HEAD_MOVE; row++)
            put_text(s, row, FIRST + c, "–", LOOK_NONE);
    }
    sheet_height(s, HEAD_NAMES, 200);
}

static void put_moves(struct sheet *s, const struct moved *moved, int columns)
{
    const struct data *d = s->book->data;
    for (int i = 0; i < data_rows(d, SET_REGENCIES); i++) {
        put_field(s, HEAD + 1 + i, 0, SET_REGENCIES, i, "region", LOOK_TEXT);
        put_text(s, HEAD + 1 + i, 1, words_short(data_text(d, SET_REGENCIES, i, "region_name")), LOOK_STRONG);
        for (int c = 0; c < columns; c++)
            put_text(s, HEAD + 1 + i, FIRST + c, "–", LOOK_NONE);
    }
    for (int i = 0; i < data_rows(d, SET_MOVEMENT); i++) {
        int c = column_of(moved, columns, data_text(d, SET_MOVEMENT, i, "code")),
            r = data_find(d, SET_REGENCIES, "region", data_text(d, SET_MOVEMENT, i, "region"));
        bool province = data_number(d, SET_MOVEMENT, i, "region_level") < 2;
        if (c < 0 || (r < 0 && !province))
            continue;
        put_field(s, province ? HEAD_MOVE : HEAD + 1 + r, FIRST + c, SET_MOVEMENT, i, "change",
                  data_true(d, SET_MOVEMENT, i, "comparable") ? LOOK_MOVED : LOOK_MOVED_NOTED);
        if (province) {
            put_field(s, HEAD_LAST, FIRST + c, SET_MOVEMENT, i, "last_percent", LOOK_CELL);
            put_field(s, HEAD_NOW, FIRST + c, SET_MOVEMENT, i, "percent", LOOK_CELL_STRONG);
        }
    }
}

static void put_move_classes(struct sheet *s, int first, int last, int columns)
{
    const char *made[4];
    for (int i = 0; i < 4; i++)
        made[i] = sheets_rule(s->book, by_move[i], "C", first + 1, HEAD_ARROWS + 1);
    put_classes(s, first, FIRST, last, FIRST + columns - 1, made);
}

/* The years below the matrix, and their chart. */
static void put_years(struct sheet *s, int row)
{
    static const char *const fields[OWN] = {"stunted", "received", "complete"};
    const char *const heads[OWN] = {"Stunting", words_say("Layanan", "Services"),
                                    words_say("Paket", "Package")};
    const struct data *d = s->book->data;
    int n = data_rows(d, SET_TREND);
    struct chart chart = {
        .title = words_say("Provinsi dari tahun ke tahun (%)", "The province over the years (%)"),
        .description =
            words_say("Diagram garis: balita stunting, layanan diterima, dan paket lengkap provinsi "
                      "menurut tahun",
                      "Lines of stunting, services received and complete packages of the province by "
                      "year"),
        .names = 1,
        .first = row + 1,
        .last = row + n,
        .series = {{words_say("Balita stunting (%)", "Stunted under-fives (%)"), FIRST, COLOUR_NAVY},
                   {words_say("Layanan diterima (%)", "Services received (%)"), FIRST + 1, COLOUR_TEAL},
                   {words_say("Paket lengkap (%)", "Complete package (%)"), FIRST + 2, COLOUR_SAND}},
        .n = OWN,
        .max = 100,
        .row = row,
        .column = FIRST + OWN + 1,
        .width = 900,
        .height = 300};
    put_text(s, row, 1, words_say("Tahun", "Year"), LOOK_HEAD_SMALL);
    for (int c = 0; c < OWN; c++)
        put_text(s, row, FIRST + c, heads[c], LOOK_HEAD_SMALL);
    for (int i = 0; i < n; i++) {
        put_field(s, row + 1 + i, 1, SET_TREND, i, "year", LOOK_CENTER);
        for (int c = 0; c < OWN; c++)
            if (!data_null(d, SET_TREND, i, fields[c])) /* an empty cell is a gap in the line */
                put_field(s, row + 1 + i, FIRST + c, SET_TREND, i, fields[c], LOOK_CELL);
    }
    put_lines(s, &chart);
}

void sheet_trend(struct book *b)
{
    const char *const labels[4] = {words_say("membaik ≥ 5 poin (tebal)", "better by ≥ 5 points (bold)"),
                                   words_say("membaik", "better"), words_say("memburuk", "worse"),
                                   words_say("memburuk ≥ 5 poin (miring)", "worse by ≥ 5 points (italic)")};
    const struct data *d = b->data;
    struct moved moved[MATRIX_MAX];
    int columns = choose(b, moved), rows = data_rows(d, SET_REGENCIES);
    struct sheet s = book_sheet(
        b, words_say("Tren", "Trend"), words_say("Perubahan sejak tahun lalu", "Change since last year"),
        words_say("Dalam poin persen: ▲ angkanya naik, ▼ turun; warna menunjukkan apakah itu baik. "
                  "* definisi atau triwulannya lain dari tahun lalu.",
                  "In percentage points: ▲ the figure rose, ▼ it fell; the colour says whether that is good. "
                  "* by another definition or quarter than last year."),
        COLOUR_TEAL);
    if (columns == 0) {
        put_text(&s, 3, 0,
                 data_lacks(d, SET_MOVEMENT) ? book_nothing(b, SET_MOVEMENT)
                                             : words_say("Belum ada reviu tahun lalu untuk dibandingkan.",
                                                         "There is no review of last year to compare with."),
                 LOOK_SUBTITLE);
        return;
    }
    struct column heads[FIRST + MATRIX_MAX] = {
        {words_say("Kode", "Code"), NULL, 8, LOOK_TEXT},
        {words_say("Kabupaten/Kota", "Regency/City"), NULL, 25, LOOK_TEXT}};
    for (int c = 0; c < columns; c++)
        heads[FIRST + c] = (struct column){moved[c].code, NULL, 6.2, LOOK_CELL};
    sheet_roomy(&s, false);
    put_legend(&s, 2, FIRST, 4, labels);
    put_heads(&s, moved, columns);
    put_frame(&s, "tblTren", HEAD, rows, heads, FIRST + columns, false);
    put_moves(&s, moved, columns);
    put_move_classes(&s, HEAD_MOVE, HEAD_MOVE, columns);
    put_move_classes(&s, HEAD + 1, HEAD + rows, columns);
    sheet_heads(&s, HEAD_NAMES, HEAD, FIRST);
    if (data_rows(d, SET_TREND) > 1)
        put_years(&s, HEAD + rows + 2);
}
