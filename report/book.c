#include "book.h"
#include "shown.h"
#include "words.h"

#include <stdio.h>
#include <string.h>

/* --- formats --- */

struct recipe {
    double size;
    int colour, fill;    /* 0: the default */
    unsigned char align; /* lxw_format_alignments; 0: general */
    bool bold, italic, wrap, top, line, box;
    const char *number;
    signed char indent;
};

/* Up, down, the same; and what stands behind it. */
#define ARROWS(mark) "\"▲ \"0.0" mark ";\"▼ \"0.0" mark ";\"=\"" mark

static const struct recipe recipes[LOOKS] = {
    [LOOK_PLAIN] = {.size = 10.5},
    [LOOK_KICKER] = {.size = 10, .colour = COLOUR_TEAL, .bold = true},
    [LOOK_TITLE] = {.size = 22, .colour = COLOUR_NAVY, .bold = true},
    [LOOK_SUBTITLE] = {.size = 10.5, .colour = COLOUR_GREY},
    [LOOK_WARNING] = {.size = 11, .colour = 0x6B4300, .fill = 0xFBE7BF, .bold = true, .indent = 1},
    [LOOK_SECTION] = {.size = 12, .colour = COLOUR_NAVY, .bold = true, .line = true},
    [LOOK_NOTE] = {.size = 9, .colour = COLOUR_GREY, .wrap = true, .top = true},
    [LOOK_CARD_LABEL] = {.size = 9, .colour = COLOUR_GREY, .fill = COLOUR_PALE, .indent = 1},
    [LOOK_CARD_VALUE] = {.size = 20, .colour = COLOUR_NAVY, .fill = COLOUR_PALE, .bold = true, .indent = 1},
    [LOOK_CARD_NOTE] =
        {.size = 8.5, .colour = COLOUR_GREY, .fill = COLOUR_PALE, .wrap = true, .top = true, .indent = 1},
    [LOOK_SENTENCE] = {.size = 10.5, .wrap = true},
    [LOOK_HEAD] = {.size = 10,
                   .colour = 0xFFFFFF,
                   .fill = COLOUR_NAVY,
                   .bold = true,
                   .wrap = true,
                   .align = LXW_ALIGN_CENTER},
    [LOOK_HEAD_LEFT] = {.size = 10,
                        .colour = 0xFFFFFF,
                        .fill = COLOUR_NAVY,
                        .bold = true,
                        .wrap = true,
                        .align = LXW_ALIGN_LEFT},
    [LOOK_HEAD_TURNED] = {.size = 9, .colour = COLOUR_INK, .wrap = true},
    [LOOK_HEAD_SMALL] = {.size = 9, .colour = COLOUR_GREY, .wrap = true, .align = LXW_ALIGN_CENTER},
    [LOOK_TEXT] = {.size = 10.5, .line = true},
    [LOOK_WRAP] = {.size = 10, .line = true, .wrap = true},
    [LOOK_WRAP_STRONG] = {.size = 10, .line = true, .wrap = true, .bold = true},
    [LOOK_SMALL] = {.size = 7.5, .colour = COLOUR_GREY, .line = true, .wrap = true},
    [LOOK_CENTER] = {.size = 10.5, .line = true, .align = LXW_ALIGN_CENTER},
    [LOOK_STRONG] = {.size = 10.5, .line = true, .bold = true},
    [LOOK_NONE] = {.size = 10.5, .colour = 0x9AA5B1, .line = true, .align = LXW_ALIGN_CENTER},
    [LOOK_REACHED] =
        {.size = 9, .colour = 0xFFFFFF, .fill = 0x2F6F8F, .bold = true, .align = LXW_ALIGN_CENTER},
    [LOOK_NEAR] = {.size = 9, .colour = COLOUR_INK, .fill = 0xC9E0EA, .align = LXW_ALIGN_CENTER},
    [LOOK_BEHIND] = {.size = 9, .colour = COLOUR_INK, .fill = 0xFBE7BF, .align = LXW_ALIGN_CENTER},
    [LOOK_FAR] = {.size = 9, .colour = 0x7A2E0E, .fill = 0xF0B48A, .italic = true, .align = LXW_ALIGN_CENTER},
    [LOOK_COUNT] = {.size = 10.5, .line = true, .number = "#,##0", .align = LXW_ALIGN_RIGHT, .indent = 1},
    [LOOK_PERCENT] =
        {.size = 10.5, .line = true, .number = "#,##0.00", .align = LXW_ALIGN_RIGHT, .indent = 1},
    [LOOK_VALUE] =
        {.size = 10.5, .line = true, .number = "#,##0.00####", .align = LXW_ALIGN_RIGHT, .indent = 1},
    [LOOK_SCORE] = {.size = 10.5, .line = true, .align = LXW_ALIGN_CENTER},
    [LOOK_STRONG_SCORE] = {.size = 10.5, .line = true, .bold = true, .align = LXW_ALIGN_RIGHT, .indent = 1},
    [LOOK_FIGURE] = {.size = 10.5, .line = true, .bold = true, .align = LXW_ALIGN_RIGHT},
    [LOOK_CELL] = {.size = 9.5, .box = true, .number = "0.0", .align = LXW_ALIGN_CENTER},
    [LOOK_CELL_STRONG] = {.size = 9.5, .box = true, .bold = true, .number = "0.0", .align = LXW_ALIGN_CENTER},
    [LOOK_CHANGE] = {.size = 10.5, .line = true, .number = ARROWS(""), .align = LXW_ALIGN_CENTER},
    [LOOK_PLACES] = {.size = 10.5,
                     .line = true,
                     .number = "\"▲ \"0;\"▼ \"0;\"=\"",
                     .align = LXW_ALIGN_CENTER},
    [LOOK_MOVED] = {.size = 9, .box = true, .number = ARROWS(""), .align = LXW_ALIGN_CENTER},
    [LOOK_MOVED_NOTED] = {.size = 9, .box = true, .number = ARROWS("\"*\""), .align = LXW_ALIGN_CENTER},
    [LOOK_TARGET] = {.size = 9.5, .fill = COLOUR_PALE, .number = "0.##", .align = LXW_ALIGN_CENTER},
    [LOOK_TARGET_UNVERIFIED] =
        {.size = 9.5, .fill = COLOUR_PALE, .italic = true, .number = "0.##\"*\"", .align = LXW_ALIGN_CENTER},
    [LOOK_DAY] = {.size = 10, .line = true, .number = "dd/mm/yyyy", .align = LXW_ALIGN_CENTER},
};

static void format_border(lxw_format *f, const struct recipe *r)
{
    if (r->line) {
        format_set_bottom(f, LXW_BORDER_THIN);
        format_set_bottom_color(f, COLOUR_LINE);
    }
    if (r->box) {
        format_set_border(f, LXW_BORDER_THIN);
        format_set_border_color(f, 0xFFFFFF);
    }
}

static lxw_format *make_format(struct book *b, enum look look)
{
    const struct recipe *r = &recipes[look];
    lxw_format *f = workbook_add_format(b->workbook);
    format_set_font_size(f, r->size);
    format_set_font_color(f, (lxw_color_t)(r->colour ? r->colour : COLOUR_INK));
    format_set_align(f, r->top ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
    if (r->fill)
        format_set_bg_color(f, (lxw_color_t)r->fill);
    if (r->align)
        format_set_align(f, r->align);
    if (r->bold)
        format_set_bold(f);
    if (r->italic)
        format_set_italic(f);
    if (r->wrap)
        format_set_text_wrap(f);
    if (r->indent)
        format_set_indent(f, (uint8_t)r->indent);
    if (r->number)
        format_set_num_format(f, r->number);
    if (look == LOOK_HEAD_TURNED) {
        format_set_rotation(f, 90);
        format_set_align(f, LXW_ALIGN_VERTICAL_BOTTOM);
        format_set_align(f, LXW_ALIGN_CENTER);
    }
    if (look == LOOK_SCORE || look == LOOK_STRONG_SCORE) {
        int decimals = (int)data_number(b->data, SET_HEAD, 0, "decimals");
        format_set_num_format(f, decimals > 0
                                     ? arena_cstr(b->arena, arena_printf(b->arena, "#,##0.%0*d", decimals, 0))
                                     : "#,##0");
    }
    format_border(f, r);
    return f;
}

/* --- the book --- */

/* In headers and footers & begins a code, so a name with one has it doubled. */
static const char *plain_header(struct arena *a, const char *text)
{
    struct str s = STR("");
    for (; *text; text++)
        s = arena_printf(a, "%.*s%s%c", STR_ARG(s), *text == '&' ? "&" : "", *text);
    return arena_cstr(a, s);
}

static lxw_error set_properties(struct book *b)
{
    const struct data *d = b->data;
    const char *title =
        book_text(b,
                  words_say("Reviu kinerja konvergensi stunting %s, Provinsi %s, %s",
                            "Performance review of stunting convergence %s, province of %s, %s"),
                  d->year, data_text(d, SET_HEAD, 0, "province_name"), shown_words(d, b->arena));
    lxw_doc_properties properties = {
        .title = (char *)(uintptr_t)title,
        .author = (char *)(uintptr_t) "KP2S",
        .created = (time_t)words_day((long long)data_number(d, SET_HEAD, 0, "computed_at")),
    };
    return workbook_set_properties(b->workbook, &properties);
}

bool book_open(struct book *b, const char *path, const struct data *data, struct arena *a, struct err *e)
{
    *b = (struct book){.data = data, .arena = a};
    b->workbook = workbook_new(path);
    if (!b->workbook)
        return err_set(e, ST_CANTCREATE, "cannot create '%s'", path);
    for (int i = 0; i < LOOKS; i++)
        b->look[i] = make_format(b, (enum look)i);
    b->failed = set_properties(b);
    b->failed_at = "properties";
    b->header =
        book_text(b,
                  words_say("&L&9&K6B7785Provinsi %s: reviu konvergensi stunting %s&R&9&K6B7785%s",
                            "&L&9&K6B7785Province of %s: review of stunting convergence %s&R&9&K6B7785%s"),
                  plain_header(a, data_text(data, SET_HEAD, 0, "province_name")), data->year,
                  data_true(data, SET_HEAD, 0, "confirmed")
                      ? ""
                      : words_say("INSTRUMEN BELUM DIKONFIRMASI", "INSTRUMENT NOT CONFIRMED"));
    b->footer = book_text(b,
                          words_say("&L&9&K6B7785KP2S, %s&C&9&K6B7785&A&R&9&K6B7785hal. &P dari &N",
                                    "&L&9&K6B7785KP2S, %s&C&9&K6B7785&A&R&9&K6B7785page &P of &N"),
                          plain_header(a, shown_foot(data, a)));
    return true;
}

bool book_close(struct book *b, const char *path, struct err *e)
{
    lxw_error error = workbook_close(b->workbook);
    if (b->failed)
        return err_set(e, ST_BUG, "sheet '%s' of '%s': %s", b->failed_at, path, lxw_strerror(b->failed));
    if (error)
        return err_set(e, ST_IO, "cannot write '%s': %s", path, lxw_strerror(error));
    return true;
}

void sheet_check(struct sheet *s, lxw_error error)
{
    if (error && !s->book->failed) {
        s->book->failed = error;
        s->book->failed_at = s->name;
    }
}

struct sheet book_sheet(struct book *b, const char *name, const char *title, const char *subtitle, int colour)
{
    struct sheet s = {b, workbook_add_worksheet(b->workbook, name), name};
    if (!s.worksheet)
        BUG("a sheet that cannot be added");
    worksheet_set_landscape(s.worksheet);
    worksheet_set_paper(s.worksheet, 9); /* A4 */
    worksheet_set_margins(s.worksheet, 0.45, 0.45, 0.65, 0.6);
    worksheet_fit_to_pages(s.worksheet, 1, 0);
    worksheet_center_horizontally(s.worksheet);
    worksheet_gridlines(s.worksheet, LXW_HIDE_ALL_GRIDLINES);
    worksheet_set_tab_color(s.worksheet, (lxw_color_t)colour);
    sheet_check(&s, worksheet_set_header(s.worksheet, b->header));
    sheet_check(&s, worksheet_set_footer(s.worksheet, b->footer));
    if (title) {
        sheet_height(&s, 0, 30);
        sheet_height(&s, 1, 22);
        put_text(&s, 0, 0, title, LOOK_TITLE);
        put_text(&s, 1, 0, subtitle, LOOK_SUBTITLE);
    }
    return s;
}

void sheet_roomy(struct sheet *s, bool tall)
{
    if (tall)
        worksheet_set_portrait(s->worksheet);
    worksheet_set_default_row(s->worksheet, 18, LXW_FALSE);
    worksheet_fit_to_pages(s->worksheet, 1, 1);
}

void sheet_heads(struct sheet *s, int top, int row, int columns)
{
    worksheet_freeze_panes(s->worksheet, (lxw_row_t)row + 1, (lxw_col_t)columns);
    sheet_check(s, worksheet_repeat_rows(s->worksheet, (lxw_row_t)top, (lxw_row_t)row));
}

void sheet_title(struct sheet *s, int columns)
{
    worksheet_freeze_panes(s->worksheet, 2, (lxw_col_t)columns);
    sheet_check(s, worksheet_repeat_rows(s->worksheet, 0, 0));
}

void sheet_width(struct sheet *s, int first, int last, double width)
{
    sheet_check(s, worksheet_set_column(s->worksheet, (lxw_col_t)first, (lxw_col_t)last, width, NULL));
}

void sheet_height(struct sheet *s, int row, double points)
{
    sheet_check(s, worksheet_set_row(s->worksheet, (lxw_row_t)row, points, NULL));
}

/* --- cells --- */

void put_text(struct sheet *s, int row, int column, const char *text, enum look look)
{
    sheet_check(s, worksheet_write_string(s->worksheet, (lxw_row_t)row, (lxw_col_t)column, text,
                                          s->book->look[look]));
}

void put_number(struct sheet *s, int row, int column, double value, enum look look)
{
    sheet_check(s, worksheet_write_number(s->worksheet, (lxw_row_t)row, (lxw_col_t)column, value,
                                          s->book->look[look]));
}

void put_wide(struct sheet *s, int row, int first, int last, const char *text, enum look look)
{
    sheet_check(s, worksheet_merge_range(s->worksheet, (lxw_row_t)row, (lxw_col_t)first, (lxw_row_t)row,
                                         (lxw_col_t)last, text, s->book->look[look]));
}

void put_field(struct sheet *s, int row, int column, enum set set, int at, const char *field, enum look look)
{
    const struct data *d = s->book->data;
    if (data_null(d, set, at, field))
        put_text(s, row, column, "–", LOOK_NONE);
    else if (look >= LOOK_COUNT)
        put_number(s, row, column, data_number(d, set, at, field), look);
    else
        put_text(s, row, column, data_text(d, set, at, field), look);
}

/* --- tables --- */

enum { COLUMNS_MAX = 64 };

void put_frame(struct sheet *s, const char *name, int row, int rows, const struct column *columns, int n,
               bool filter)
{
    lxw_table_column made[COLUMNS_MAX] = {0}, *list[COLUMNS_MAX + 1] = {0};
    if (n > COLUMNS_MAX)
        BUG("a table with too many columns");
    for (int i = 0; i < n; i++) {
        bool left = columns[i].look < LOOK_COUNT && columns[i].look != LOOK_CENTER;
        made[i] = (lxw_table_column){.header = (char *)(uintptr_t)columns[i].head,
                                     .header_format = s->book->look[left ? LOOK_HEAD_LEFT : LOOK_HEAD]};
        list[i] = &made[i];
        if (columns[i].width > 0)
            sheet_width(s, i, i, columns[i].width);
    }
    lxw_table_options options = {.name = (char *)(uintptr_t)name,
                                 .columns = list,
                                 .no_autofilter = !filter,
                                 .no_banded_rows = true,
                                 .style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
                                 .style_type_number = 0};
    sheet_check(s, worksheet_add_table(s->worksheet, (lxw_row_t)row, 0, (lxw_row_t)(row + rows),
                                       (lxw_col_t)(n - 1), &options));
}

/* Readers do not grow the rows of a file by themselves, so a row with wrapped text gets its height here, from
 * the number of characters a line of the column holds. */
static double lines(const char *text, double width)
{
    double characters = 0;
    for (; *text; text++)
        characters += (*text & 0xC0) != 0x80;
    double whole = (double)(long)(characters / width);
    return whole * width < characters ? whole + 1 : whole;
}

double text_points(const char *text, double width)
{
    double n = lines(text, width);
    return n > 1 ? 4 + 13.2 * n : 18;
}

void sheet_fit(struct sheet *s, int row, const char *text, double width)
{
    double n = lines(text, width);
    if (n > 1)
        sheet_height(s, row, text_points(text, width));
}

static void fit_row(struct sheet *s, int row, enum set set, int at, const struct column *columns, int n)
{
    double most = 1;
    for (int c = 0; c < n; c++) {
        if (!columns[c].field || (columns[c].look != LOOK_WRAP && columns[c].look != LOOK_SMALL) ||
            columns[c].width <= 0)
            continue;
        double width = columns[c].look == LOOK_SMALL ? columns[c].width * 1.15 : columns[c].width * 1.08;
        double needed = lines(data_text(s->book->data, set, at, columns[c].field), width);
        most = needed > most ? needed : most;
    }
    if (most > 1)
        sheet_height(s, row, 4 + 13.2 * most);
}

const char *book_nothing(const struct book *b, enum set set)
{
    return data_lacks(b->data, set) ? words_say("Edisi ini dibekukan tanpa bagian ini.",
                                                "This edition was frozen without this part.")
                                    : words_say("Belum ada data.", "No data yet.");
}

int put_rows(struct sheet *s, const char *name, int row, enum set set, int first,
             const struct column *columns, int n)
{
    int rows = data_rows(s->book->data, set) - first;
    sheet_height(s, row, 34);
    put_frame(s, name, row, rows, columns, n, true);
    for (int i = 0; i < rows; i++) {
        fit_row(s, row + 1 + i, set, first + i, columns, n);
        for (int c = 0; c < n; c++)
            if (columns[c].field)
                put_field(s, row + 1 + i, c, set, first + i, columns[c].field, columns[c].look);
    }
    return row + 1 + rows;
}

int put_table(struct sheet *s, const char *name, int row, enum set set, const struct column *columns, int n)
{
    if (data_rows(s->book->data, set) > 0)
        return put_rows(s, name, row, set, 0, columns, n);
    for (int i = 0; i < n; i++)
        if (columns[i].width > 0)
            sheet_width(s, i, i, columns[i].width);
    put_text(s, row, 0, book_nothing(s->book, set), LOOK_SUBTITLE);
    return row + 1;
}

/* --- classes --- */

void put_classes(struct sheet *s, int first_row, int first_column, int last_row, int last_column,
                 const char *const formula[4])
{
    for (int i = 0; i < 4; i++) {
        lxw_conditional_format rule = {.type = LXW_CONDITIONAL_TYPE_FORMULA,
                                       .value_string = (char *)(uintptr_t)formula[i],
                                       .format = s->book->look[LOOK_REACHED + i],
                                       .stop_if_true = true};
        sheet_check(s, worksheet_conditional_format_range(s->worksheet, (lxw_row_t)first_row,
                                                          (lxw_col_t)first_column, (lxw_row_t)last_row,
                                                          (lxw_col_t)last_column, &rule));
    }
}

void put_legend(struct sheet *s, int row, int column, int span, const char *const label[4])
{
    for (int i = 0; i < 4; i++)
        put_wide(s, row, column + i * span, column + (i + 1) * span - 1, label[i],
                 (enum look)(LOOK_REACHED + i));
}

void sheet_fit_all(struct sheet *s, int row, const char *const *text, const double *width, int n)
{
    int longest = -1;
    double most = 1;
    for (int i = 0; i < n; i++) {
        double needed = text[i] ? lines(text[i], width[i]) : 0;
        if (needed > most) {
            longest = i;
            most = needed;
        }
    }
    if (longest >= 0)
        sheet_fit(s, row, text[longest], width[longest]);
}
