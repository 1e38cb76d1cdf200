/* Sheets of the scorecard with villages: Desa, one row each as a heat map, and Rincian, one row for each
 * village and indicator with its counts. */
#include "scorecard.h"
#include "words.h"

#include <string.h>

enum {
    NAMES = 3, /* rows of Desa */
    ARROWS,
    TARGETS,
    OWN, /* the kabupaten/kota itself */
    HEAD,
    FIRST = 9, /* column of the first indicator */
    MOST = 50  /* of them: a table has at most 64 columns, and a page is only so wide */
};

static const char *title(struct book *b, const char *what)
{
    return arena_cstr(b->arena, arena_printf(b->arena, "%s, %s %s", what,
                                             data_text(b->data, SET_CARD, 0, "region_name"), b->data->year));
}

/* --- Desa --- */

/* The indicators that have figures here, as rows of SET_CARD_INDICATORS, in their order. */
struct shown {
    int at[MOST];
    int n, left_out;
};

static struct shown find_shown(const struct data *d)
{
    struct shown s = {.n = 0};
    for (int i = 0; i < data_rows(d, SET_CARD_INDICATORS); i++)
        if (data_null(d, SET_CARD_INDICATORS, i, "parts"))
            continue;
        else if (s.n < MOST)
            s.at[s.n++] = i;
        else
            s.left_out++;
    return s;
}

static void put_heads(struct sheet *s, const struct shown *shown)
{
    const struct data *d = s->book->data;
    put_text(s, ARROWS, 2, words_say("Arah yang baik", "Good direction"), LOOK_SUBTITLE);
    put_text(s, TARGETS, 2, words_say("Target (* belum diverifikasi)", "Target (* not verified)"),
             LOOK_SUBTITLE);
    put_text(s, OWN, 2, data_text(d, SET_CARD, 0, "region_name"), LOOK_STRONG);
    for (int i = 0; i < shown->n; i++) {
        int at = shown->at[i];
        bool up = strcmp(data_text(d, SET_CARD_INDICATORS, at, "direction"), "up") == 0;
        put_text(s, NAMES, FIRST + i, scorecard_indicator(d, SET_CARD_INDICATORS, at), LOOK_HEAD_TURNED);
        put_text(s, ARROWS, FIRST + i, up ? "▲" : "▼", LOOK_TARGET);
        put_field(s, TARGETS, FIRST + i, SET_CARD_INDICATORS, at, "target",
                  data_true(d, SET_CARD_INDICATORS, at, "verified") ? LOOK_TARGET : LOOK_TARGET_UNVERIFIED);
        put_field(s, OWN, FIRST + i, SET_CARD_INDICATORS, at, "percent", LOOK_CELL_STRONG);
    }
    sheet_height(s, NAMES, 200);
}

static void put_village(struct sheet *s, int row, int at)
{
    static const struct {
        const char *field;
        enum look look;
    } fields[FIRST] = {{"village", LOOK_TEXT},         {"district_name", LOOK_TEXT},
                       {"village_name", LOOK_STRONG},  {NULL, LOOK_CENTER},
                       {"measured", LOOK_COUNT},       {"affected", LOOK_COUNT},
                       {"stunted_percent", LOOK_CELL}, {"received_percent", LOOK_CELL},
                       {"complete_percent", LOOK_CELL}};
    for (int c = 0; c < FIRST; c++)
        if (fields[c].field)
            put_field(s, row, c, SET_CARD_VILLAGES, at, fields[c].field, fields[c].look);
    put_text(s, row, 3,
             data_true(s->book->data, SET_CARD_VILLAGES, at, "is_lokus") ? words_say("ya", "yes") : "",
             LOOK_CENTER);
}

/* Villages and their figures come in the same order, so both are passed over once. */
static void put_villages(struct sheet *s, const struct shown *shown)
{
    const struct data *d = s->book->data;
    int figure = 0, figures = data_rows(d, SET_CARD_FIGURES);
    for (int i = 0; i < data_rows(d, SET_CARD_VILLAGES); i++) {
        const char *village = data_text(d, SET_CARD_VILLAGES, i, "village");
        put_village(s, HEAD + 1 + i, i);
        while (figure < figures && strcmp(data_text(d, SET_CARD_FIGURES, figure, "region"), village) < 0)
            figure++;
        for (int c = 0; c < shown->n; c++) {
            const char *indicator = data_text(d, SET_CARD_INDICATORS, shown->at[c], "indicator");
            while (figure < figures &&
                   strcmp(data_text(d, SET_CARD_FIGURES, figure, "region"), village) == 0 &&
                   strcmp(data_text(d, SET_CARD_FIGURES, figure, "indicator"), indicator) < 0)
                figure++;
            if (figure < figures && strcmp(data_text(d, SET_CARD_FIGURES, figure, "region"), village) == 0 &&
                strcmp(data_text(d, SET_CARD_FIGURES, figure, "indicator"), indicator) == 0)
                put_field(s, HEAD + 1 + i, FIRST + c, SET_CARD_FIGURES, figure, "percent", LOOK_CELL);
            else
                put_text(s, HEAD + 1 + i, FIRST + c, "–", LOOK_NONE);
        }
    }
}

/* How far from the target above it: reached, from 90 %, from 75 %, less. J is the first indicator's column.
 */
static void colour_villages(struct sheet *s, int rows, int columns)
{
    static const char *const classes[4] = {
        "=AND(ISNUMBER(J7),ISNUMBER(J$6),IF(J$5=\"▼\",J7<=J$6,J7>=J$6))",
        "=AND(ISNUMBER(J7),ISNUMBER(J$6),IF(J$5=\"▼\",J7*0.9<=J$6,J7>=J$6*0.9))",
        "=AND(ISNUMBER(J7),ISNUMBER(J$6),IF(J$5=\"▼\",J7*0.75<=J$6,J7>=J$6*0.75))",
        "=AND(ISNUMBER(J7),ISNUMBER(J$6))",
    };
    put_classes(s, OWN, FIRST, HEAD + rows, FIRST + columns - 1, classes);
}

static const char *const *class_labels(void)
{
    static const char *labels[4];
    labels[0] = words_say("tercapai (tebal)", "reached (bold)");
    labels[1] = words_say("90–100 % target", "90–100 % of target");
    labels[2] = words_say("75–90 % target", "75–90 % of target");
    labels[3] = words_say("di bawah 75 % (miring)", "below 75 % (italic)");
    return labels;
}

void scorecard_villages(struct book *b)
{
    const struct data *d = b->data;
    struct shown shown = find_shown(d);
    int rows = data_rows(d, SET_CARD_VILLAGES);
    struct column heads[FIRST + MOST] = {
        {words_say("Kode", "Code"), NULL, 13, LOOK_TEXT},
        {words_say("Kecamatan", "District"), NULL, 15, LOOK_TEXT},
        {words_say("Desa/kelurahan", "Village"), NULL, 18, LOOK_TEXT},
        {"Lokus", NULL, 7, LOOK_CENTER},
        {words_say("Anak diukur", "Children measured"), NULL, 8, LOOK_CELL},
        {"Stunting", NULL, 9, LOOK_CELL},
        {"Stunting (%)", NULL, 9, LOOK_CELL},
        {words_say("Layanan diterima (%)", "Services received (%)"), NULL, 9, LOOK_CELL},
        {words_say("Paket lengkap (%)", "Complete package (%)"), NULL, 9, LOOK_CELL}};
    struct sheet s =
        book_sheet(b, words_say("Desa", "Villages"), title(b, words_say("Desa dan kelurahan", "Villages")),
                   scorecard_private(), COLOUR_TEAL);
    if (rows == 0) {
        put_text(&s, NAMES, 0, words_say("Belum ada desa.", "No villages."), LOOK_SUBTITLE);
        return;
    }
    for (int i = 0; i < shown.n; i++)
        heads[FIRST + i] = (struct column){data_text(d, SET_CARD_INDICATORS, shown.at[i], "indicator"), NULL,
                                           5.4, LOOK_CELL};
    put_legend(&s, 2, FIRST, shown.n < 16 ? 2 : 4, class_labels());
    if (shown.left_out > 0)
        put_text(&s, 2, 0,
                 words_say("Tidak semua indikator muat di sini; lembar Rincian memuat semuanya.",
                           "Not all indicators have room here; sheet Details has all of them."),
                 LOOK_KICKER);
    put_heads(&s, &shown);
    sheet_height(&s, HEAD, 42);
    put_frame(&s, "tblDesa", HEAD, rows, heads, FIRST + shown.n, true);
    put_villages(&s, &shown);
    if (shown.n > 0)
        colour_villages(&s, rows, shown.n);
    sheet_heads(&s, NAMES, HEAD, 3);
}

/* --- Rincian --- */

void scorecard_figures(struct book *b)
{
    const struct column columns[] = {
        {words_say("Kode", "Code"), "region", 14, LOOK_TEXT},
        {words_say("Kecamatan", "District"), "district_name", 18, LOOK_TEXT},
        {words_say("Desa/kelurahan", "Village"), NULL, 22, LOOK_STRONG},
        {"Lokus", NULL, 8, LOOK_CENTER},
        {words_say("Indikator", "Code of indicator"), "indicator", 11, LOOK_TEXT},
        {words_say("Nama indikator", "Indicator"), NULL, 58, LOOK_TEXT},
        {words_say("Pembilang", "Numerator"), "numerator", 12, LOOK_COUNT},
        {words_say("Penyebut", "Denominator"), "denominator", 13, LOOK_COUNT},
        {words_say("Cakupan (%)", "Coverage (%)"), "percent", 12, LOOK_PERCENT},
        {"Target (%)", "target", 11, LOOK_PERCENT},
        {words_say("Belum terlayani", "Unserved"), "unserved", 12, LOOK_COUNT},
        {words_say("Kurang untuk target", "Lacking to target"), "lacking", 13, LOOK_COUNT}};
    enum { COLUMNS = sizeof columns / sizeof *columns };
    static const char *const classes[4] = {
        "=AND(ISNUMBER($I5),ISNUMBER($J5),$L5=0)",
        "=AND(ISNUMBER($I5),ISNUMBER($J5),MIN($I5,$J5)>=0.9*MAX($I5,$J5))",
        "=AND(ISNUMBER($I5),ISNUMBER($J5),MIN($I5,$J5)>=0.75*MAX($I5,$J5))",
        "=AND(ISNUMBER($I5),ISNUMBER($J5))",
    };
    const struct data *d = b->data;
    struct sheet s = book_sheet(
        b, words_say("Rincian", "Details"),
        title(b, words_say("Pembilang dan penyebut per desa", "Numerators and denominators by village")),
        scorecard_private(), COLOUR_TEAL);
    int rows = data_rows(d, SET_CARD_FIGURES);
    put_table(&s, "tblRincian", 3, SET_CARD_FIGURES, columns, COLUMNS);
    for (int i = 0; i < rows; i++) {
        bool village = data_number(d, SET_CARD_FIGURES, i, "level") > 3;
        put_text(&s, 4 + i, 2,
                 village ? data_text(d, SET_CARD_FIGURES, i, "region_name")
                         : words_say("(sekecamatan)", "(whole district)"),
                 LOOK_STRONG);
        put_text(&s, 4 + i, 3, data_true(d, SET_CARD_FIGURES, i, "is_lokus") ? words_say("ya", "yes") : "",
                 LOOK_CENTER);
        put_text(&s, 4 + i, 5, scorecard_indicator(d, SET_CARD_FIGURES, i), LOOK_TEXT);
    }
    sheet_heads(&s, 3, 3, 3);
    if (rows > 0)
        put_classes(&s, 4, 8, 3 + rows, 8, classes);
}
