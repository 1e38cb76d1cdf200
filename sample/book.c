#include "book.h"

#include "out.h"
#include "str.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

struct book {
    enum book_form form;
    char *path;
    lxw_workbook *workbook;
    lxw_worksheet *sheet;
    lxw_format *date;
    lxw_error failed; /* the first failure */
    struct out *out;  /* of a text file */
    int row;          /* last row written, text files */
};

void line_clear(struct line *l)
{
    for (int i = 0; i < l->used; i++)
        l->cell[i].type = CELL_EMPTY;
    l->used = 0;
}

static struct cell *cell_at(struct line *l, int column, enum cell_type type)
{
    if (column < 1 || column > BOOK_COLUMNS)
        BUG("a column outside the line");
    if (column > l->used)
        l->used = column;
    struct cell *c = &l->cell[column - 1];
    c->type = type;
    c->error = NULL;
    return c;
}

void line_text(struct line *l, int column, const char *format, ...)
{
    struct cell *c = cell_at(l, column, CELL_TYPED_TEXT);
    va_list args;
    va_start(args, format);
    int n = vsnprintf(c->text, sizeof c->text, format, args);
    va_end(args);
    if (n < 0 || n >= (int)sizeof c->text)
        BUG("cell text too long");
    if (n == 0)
        c->type = CELL_EMPTY;
}

void line_number(struct line *l, int column, double value)
{
    cell_at(l, column, CELL_NUMBER)->value = value;
}

void line_date(struct line *l, int column, int serial)
{
    cell_at(l, column, CELL_DATE)->value = serial;
}

void line_formula(struct line *l, int column, const char *formula, double value, const char *error)
{
    struct cell *c = cell_at(l, column, CELL_FORMULA);
    snprintf(c->text, sizeof c->text, "%s", formula);
    c->value = value;
    c->error = error;
}

const char *book_address(int column, int row, char text[16])
{
    if (column > 26)
        snprintf(text, 16, "%c%c%d", 'A' + (column - 1) / 26 - 1, 'A' + (column - 1) % 26, row);
    else
        snprintf(text, 16, "%c%d", 'A' + column - 1, row);
    return text;
}

static bool open_workbook(struct book *b, struct err *e)
{
    lxw_workbook_options options = {.constant_memory = b->form == BOOK_XLSX_STREAM};
    lxw_doc_properties properties = {.created = 1704067200};
    b->workbook = workbook_new_opt(b->path, &options);
    if (!b->workbook)
        return err_set(e, ST_CANTCREATE, "cannot create '%s'", b->path);
    b->failed = workbook_set_properties(b->workbook, &properties);
    b->date = workbook_add_format(b->workbook);
    format_set_num_format(b->date, "dd/mm/yyyy");
    return true;
}

static const char delimiters[] = {[BOOK_CSV] = ',',      [BOOK_CSV_BOM] = ';',  [BOOK_CSV_PLAIN] = ',',
                                  [BOOK_CSV_SEMI] = ';', [BOOK_CSV_PIPE] = '|', [BOOK_CSV_TAB] = '\t'};

bool book_form_is_text(enum book_form form)
{
    return delimiters[form] != '\0';
}

struct book *book_open(const char *path, enum book_form form, struct err *e)
{
    struct book *b = mem_alloc(sizeof *b);
    b->form = form;
    b->path = strdup(path);
    bool opened;
    if (book_form_is_text(form)) {
        b->out = out_open(path, e);
        opened = b->out != NULL;
        if (opened && form == BOOK_CSV_BOM)
            out_write(b->out, "\xEF\xBB\xBF", 3);
    } else {
        opened = open_workbook(b, e);
    }
    if (opened)
        return b;
    free(b->path);
    free(b);
    return NULL;
}

static void note(struct book *b, lxw_error error)
{
    if (!b->failed)
        b->failed = error;
}

void book_sheet(struct book *b, const char *name)
{
    if (!b->workbook)
        return;
    b->sheet = workbook_add_worksheet(b->workbook, name);
    if (!b->sheet)
        BUG("a sheet name that Excel refuses");
}

void book_hidden_sheet(struct book *b, const char *name, const char *text)
{
    lxw_worksheet *hidden = b->workbook ? workbook_add_worksheet(b->workbook, name) : NULL;
    if (!hidden)
        return;
    note(b, worksheet_write_string(hidden, 0, 0, text, NULL));
    worksheet_hide(hidden);
}

static lxw_error put(struct book *b, lxw_row_t row, lxw_col_t column, const struct cell *c)
{
    switch (c->type) {
    case CELL_EMPTY:
        return LXW_NO_ERROR;
    case CELL_TYPED_TEXT:
        return worksheet_write_string(b->sheet, row, column, c->text, NULL);
    case CELL_NUMBER:
        return worksheet_write_number(b->sheet, row, column, c->value, NULL);
    case CELL_DATE:
        return worksheet_write_number(b->sheet, row, column, c->value, b->date);
    case CELL_FORMULA:
        return c->error ? worksheet_write_formula_str(b->sheet, row, column, c->text, NULL, c->error)
                        : worksheet_write_formula_num(b->sheet, row, column, c->text, NULL, c->value);
    }
    BUG("no such type of cell");
}

/* UTF-8 no-break blanks as the single byte that they are in Windows-1252; all else in such a file is ASCII.
 */
static struct str old_code_page(char *text)
{
    size_t n = 0;
    for (const char *p = text; *p; p++)
        if (*p != '\xC2')
            text[n++] = *p;
    return (struct str){text, n};
}

/* A cell of a text file: only text occurs there. */
static void put_text(struct book *b, const struct cell *c)
{
    char text[CELL_TEXT] = "";
    if (c->type == CELL_TYPED_TEXT)
        memcpy(text, c->text, sizeof text);
    else if (c->type != CELL_EMPTY)
        BUG("a typed cell in a text file");
    /* out_field() quotes for our own files, where the comma is the delimiter */
    bool quoted = !strpbrk(text, ",\"\r\n") && strchr(text, delimiters[b->form]);
    if (quoted)
        out_write(b->out, "\"", 1);
    out_field(b->out, b->form == BOOK_CSV ? old_code_page(text) : str_c(text));
    if (quoted)
        out_write(b->out, "\"", 1);
}

static void text_row(struct book *b, int row, const struct line *l)
{
    while (++b->row < row)
        out_line(b->out);
    for (int i = 0; i < l->used; i++) {
        if (i > 0)
            out_write(b->out, &delimiters[b->form], 1);
        put_text(b, &l->cell[i]);
    }
    out_line(b->out);
}

void book_row(struct book *b, int row, const struct line *l)
{
    if (b->out) {
        text_row(b, row, l);
        return;
    }
    for (int i = 0; i < l->used; i++)
        note(b, put(b, (lxw_row_t)(row - 1), (lxw_col_t)i, &l->cell[i]));
}

void book_merge(struct book *b, int row, int column, int last_row, int last_column, const char *text)
{
    if (row == last_row && column == last_column)
        note(b, worksheet_write_string(b->sheet, (lxw_row_t)(row - 1), (lxw_col_t)(column - 1), text, NULL));
    else
        note(b, worksheet_merge_range(b->sheet, (lxw_row_t)(row - 1), (lxw_col_t)(column - 1),
                                      (lxw_row_t)(last_row - 1), (lxw_col_t)(last_column - 1), text, NULL));
}

bool book_close(struct book *b, struct err *e)
{
    bool good = true;
    if (b->out) {
        good = out_commit(b->out, e);
    } else {
        note(b, workbook_close(b->workbook));
        if (b->failed)
            good = err_set(e, ST_CANTCREATE, "cannot write '%s': %s", b->path, lxw_strerror(b->failed));
    }
    free(b->path);
    free(b);
    return good;
}
