/* The workbook of Aksi 8 of one kabupaten/kota: coverage against targets, filled as far as the review knows
 * it, and activities with their budget, of which the warehouse knows nothing, for the officer. */
#include "aksi8.h"
#include "scorecard.h"
#include "words.h"

enum { HEAD_ROW = 3, EMPTY_LINES = 20 };

#define SAY(b, ...) arena_cstr((b)->arena, arena_printf((b)->arena, __VA_ARGS__))

/* How a figure that is a field of the indicators is shown. */
static const struct {
    const char *field;
    enum look look;
} shown[AKSI8_FIGURES] = {
    [AKSI8_EMPTY] = {NULL, LOOK_WRAP},
    [AKSI8_NUMBER] = {NULL, LOOK_COUNT},
    [AKSI8_CODE] = {"indicator", LOOK_TEXT},
    [AKSI8_NAME] = {NULL, LOOK_WRAP},
    [AKSI8_KIND] = {"kind", LOOK_TEXT},
    [AKSI8_UNIT] = {"unit", LOOK_CENTER},
    [AKSI8_NUMERATOR_DEFINITION] = {"numerator_definition", LOOK_WRAP},
    [AKSI8_DENOMINATOR_DEFINITION] = {"denominator_definition", LOOK_WRAP},
    [AKSI8_NUMERATOR] = {"numerator", LOOK_COUNT},
    [AKSI8_DENOMINATOR] = {"denominator", LOOK_COUNT},
    [AKSI8_PERCENT] = {"percent", LOOK_PERCENT},
    [AKSI8_LAST_PERCENT] = {"last_percent", LOOK_PERCENT},
    [AKSI8_CHANGE] = {"change", LOOK_PERCENT},
    [AKSI8_TARGET] = {"target", LOOK_PERCENT},
    [AKSI8_TARGET_SOURCE] = {"target_source", LOOK_WRAP},
    [AKSI8_ATTAINMENT] = {"attainment", LOOK_PERCENT},
    [AKSI8_SHORT] = {"short", LOOK_COUNT},
    [AKSI8_STATUS] = {NULL, LOOK_CENTER},
    [AKSI8_CAUSE] = {NULL, LOOK_WRAP},
    [AKSI8_OWNER] = {"owner_name", LOOK_WRAP},
};

static void put_status(struct sheet *s, int row, int column, int at)
{
    const struct data *d = s->book->data;
    if (data_null(d, SET_CARD_INDICATORS, at, "percent"))
        put_text(s, row, column, words_say("belum ada data", "no data"), LOOK_FAR);
    else if (data_null(d, SET_CARD_INDICATORS, at, "target"))
        put_text(s, row, column, words_say("tanpa target", "no target"), LOOK_CENTER);
    else if (data_true(d, SET_CARD_INDICATORS, at, "reached"))
        put_text(s, row, column, words_say("tercapai", "reached"), LOOK_REACHED);
    else
        put_text(s, row, column, words_say("belum tercapai", "not reached"), LOOK_BEHIND);
}

/* The text of a figure that may need several lines; NULL for one that is no text of its own. */
static const char *text_of(struct book *b, enum aksi8_figure figure, int at)
{
    if (figure == AKSI8_NAME)
        return scorecard_indicator(b->data, SET_CARD_INDICATORS, at);
    if (figure == AKSI8_CAUSE)
        return scorecard_cause(b, at);
    if (figure != AKSI8_EMPTY && shown[figure].look == LOOK_WRAP)
        return data_text(b->data, SET_CARD_INDICATORS, at, shown[figure].field);
    return NULL;
}

static void put_indicator(struct sheet *s, const struct aksi8_column *columns, int n, int row, int at)
{
    const char *text[AKSI8_COLUMNS];
    double width[AKSI8_COLUMNS];
    for (int c = 0; c < n; c++) {
        enum aksi8_figure figure = columns[c].figure;
        text[c] = text_of(s->book, figure, at);
        width[c] = columns[c].width * 1.1;
        if (figure == AKSI8_STATUS)
            put_status(s, row, c, at);
        else if (figure == AKSI8_NUMBER)
            put_number(s, row, c, at + 1, LOOK_COUNT);
        else if (text[c])
            put_text(s, row, c, text[c], LOOK_WRAP);
        else if (shown[figure].field)
            put_field(s, row, c, SET_CARD_INDICATORS, at, shown[figure].field, shown[figure].look);
        else
            put_text(s, row, c, "", LOOK_WRAP);
    }
    sheet_fit_all(s, row, text, width, n);
}

/* Title, subtitle and the frame of a table; its rows are the caller's. */
static struct sheet begin(struct book *b, const char *name, const char *what, const char *subtitle,
                          const char *table, int rows, const struct aksi8_column *columns, int n)
{
    struct sheet s =
        book_sheet(b, name, SAY(b, "%s: %s", what, data_text(b->data, SET_CARD, 0, "region_name")), subtitle,
                   COLOUR_NAVY);
    struct column heads[AKSI8_COLUMNS];
    for (int c = 0; c < n; c++)
        heads[c] = (struct column){words_lang() == LANG_EN ? columns[c].head_en : columns[c].head, NULL,
                                   columns[c].width, shown[columns[c].figure].look};
    sheet_height(&s, HEAD_ROW, 40);
    put_frame(&s, table, HEAD_ROW, rows, heads, n, true);
    sheet_heads(&s, HEAD_ROW, HEAD_ROW, n < 3 ? 1 : 3);
    return s;
}

static void put_coverage(struct book *b, const struct aksi8_layout *l)
{
    int rows = data_rows(b->data, SET_CARD_INDICATORS);
    const char *subtitle = SAY(b,
                               words_say("Aksi 8, tahun kinerja %s. Capaian: bagian dari target yang "
                                         "tercapai, paling tinggi 100. Kolom kosong diisi petugas.",
                                         "Aksi 8, performance year %s. Attainment: how much of the target "
                                         "was reached, at most 100. Empty columns are the officer's."),
                               b->data->year);
    struct sheet s = begin(
        b, words_say("Cakupan", "Coverage"), words_say("Reviu kinerja cakupan layanan", "Review of coverage"),
        subtitle, "tblAksi8Cakupan", rows ? rows : 1, l->column[AKSI8_COVERAGE], l->n[AKSI8_COVERAGE]);
    for (int i = 0; i < rows; i++)
        put_indicator(&s, l->column[AKSI8_COVERAGE], l->n[AKSI8_COVERAGE], HEAD_ROW + 1 + i, i);
    worksheet_activate(s.worksheet);
}

static void put_activities(struct book *b, const struct aksi8_layout *l)
{
    const struct aksi8_column *columns = l->column[AKSI8_ACTIVITIES];
    int n = l->n[AKSI8_ACTIVITIES];
    struct sheet s = begin(b, words_say("Kegiatan", "Activities"),
                           words_say("Realisasi kegiatan dan anggaran", "Activities and budget"),
                           words_say("Diisi petugas: gudang data tidak memuat kegiatan dan anggaran.",
                                     "For the officer: the warehouse holds no activities and budgets."),
                           "tblAksi8Kegiatan", EMPTY_LINES, columns, n);
    for (int i = 0; i < EMPTY_LINES; i++)
        for (int c = 0; c < n; c++)
            if (columns[c].figure == AKSI8_NUMBER)
                put_number(&s, HEAD_ROW + 1 + i, c, i + 1, LOOK_COUNT);
            else
                put_text(&s, HEAD_ROW + 1 + i, c, "", LOOK_WRAP);
}

static void fill(struct book *b, const void *with)
{
    const struct aksi8_layout *l = with;
    put_coverage(b, l);
    if (l->n[AKSI8_ACTIVITIES] > 0)
        put_activities(b, l);
}

struct cards aksi8_cards(const struct aksi8_layout *l)
{
    return (struct cards){.prefix = "aksi8", .last = SET_CARD_INDICATORS, .fill = fill, .with = l};
}
