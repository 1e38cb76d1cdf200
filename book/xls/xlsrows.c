#include "xlsbook.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A cell's place, and the record that holds it. */
struct place {
    uint16_t row, col; /* from 0 */
    uint32_t at;
};

struct xls_rows {
    const struct xls *x;
    struct biff *biff;
    struct place *place;
    size_t places, place_room, next;
    unsigned char hidden[XLS_MAX_ROW / 8]; /* a bit for each row */
    bool calculated; /* who wrote it stored the results of formulas that ask to be calculated */
    struct arena arena;
    struct cell *cell; /* of the present row */
    size_t room;
};

/* --- where the cells are --- */

static bool add_place(struct xls_rows *r, unsigned row, unsigned col, struct err *e)
{
    if (r->places == XLS_MAX_CELLS)
        return biff_fault(r->biff, "a sheet with too many cells", e);
    if (col >= BOOK_MAX_COL)
        return biff_fault(r->biff, "a cell beyond the last column", e);
    if (r->places == r->place_room) {
        r->place_room = r->place_room ? r->place_room * 2 : 1024;
        r->place = mem_grow(r->place, r->place_room * sizeof *r->place);
    }
    r->place[r->places++] = (struct place){(uint16_t)row, (uint16_t)col, r->biff->at};
    return true;
}

enum { ON_LOAD = 2, RESULT = 8 }; /* of a formula: it asks to be calculated; bytes of its last result */

/* Zero or empty. */
static bool is_nothing(const unsigned char *result)
{
    static const unsigned char zero[RESULT] = {0}, empty[RESULT] = {3, 0, 0, 0, 0, 0, 0xFF, 0xFF};
    return memcmp(result, zero, RESULT) == 0 || memcmp(result, empty, RESULT) == 0;
}

/* Programs that cannot calculate store nothing and leave it to whoever opens the file. Others ask for that,
 * too (OpenOffice, Excel 5), but one result tells that they have calculated. */
static void note_result(struct xls_rows *r)
{
    enum { BEHIND_STYLE = 6 };
    const struct biff *b = r->biff;
    const unsigned char *result = b->data + BEHIND_STYLE;
    if (b->len > BEHIND_STYLE + RESULT && (result[RESULT] & ON_LOAD) && !is_nothing(result))
        r->calculated = true;
}

static bool add_places(struct xls_rows *r, struct err *e)
{
    enum { PLACE = 4, RK = 6, LAST_COLUMN = 2 };
    struct biff *b = r->biff;
    unsigned row, col;
    size_t n = 1;
    switch (b->type) {
    case BIFF_MULRK:
        n = b->len > PLACE + LAST_COLUMN ? (b->len - PLACE - LAST_COLUMN) / RK : 0;
        break;
    case BIFF_NUMBER:
    case BIFF_RK:
    case BIFF_LABEL:
    case BIFF_RSTRING:
    case BIFF_LABELSST:
    case BIFF_BOOLERR:
        break;
    case BIFF_FORMULA:
    case BIFF_FORMULA_3:
    case BIFF_FORMULA_4:
        note_result(r);
        break;
    default:
        return true;
    }
    if (!biff_u16(b, &row, e) || !biff_u16(b, &col, e))
        return false;
    for (size_t i = 0; i < n; i++)
        if (!add_place(r, row, col + (unsigned)i, e))
            return false;
    return true;
}

/* A row's format, with what makes it hidden. */
static bool add_row(struct xls_rows *r, struct err *e)
{
    enum { FLAGS = 12, HIDDEN = 0x20 };
    unsigned row, flags;
    if (!biff_u16(r->biff, &row, e) || !biff_take(r->biff, NULL, FLAGS - 2, e) ||
        !biff_u16(r->biff, &flags, e))
        return false;
    if (flags & HIDDEN)
        r->hidden[row / 8] |= (unsigned char)(1 << row % 8);
    return true;
}

/* By rows, then columns; of two records for one cell the later one counts and comes last. */
static int by_place(const void *left, const void *right)
{
    const struct place *a = left, *b = right;
    if (a->row != b->row)
        return a->row - b->row;
    if (a->col != b->col)
        return a->col - b->col;
    return (a->at > b->at) - (a->at < b->at);
}

static bool find_places(struct xls_rows *r, size_t i, struct err *e)
{
    struct sheet_pass p;
    bool ok = xls_pass_begin(&p, r->x, i, e), sorted = true;
    int got = 0;
    r->biff = p.biff;
    while (ok && (got = xls_pass_next(&p, e)) > 0)
        ok = r->biff->type == BIFF_ROW ? add_row(r, e) : add_places(r, e);
    for (size_t k = 1; k < r->places && sorted; k++)
        sorted = by_place(&r->place[k - 1], &r->place[k]) < 0;
    if (!sorted)
        qsort(r->place, r->places, sizeof *r->place, by_place);
    return ok && got == 0;
}

/* --- cells --- */

static const double sure_whole = 1e15; /* below it fifteen digits print every whole number */

static void put_number(struct xls_rows *r, double value, unsigned style, struct cell *c)
{
    const struct xls *x = r->x;
    enum number_kind kind = style < x->styles ? (enum number_kind)x->kind[style] : NUMBER_PLAIN;
    bool whole = value == trunc(value) && fabs(value) < sure_whole;
    struct str stored = arena_printf(&r->arena, whole ? "%.0f" : "%.16e", value + 0.0);
    c->type = kind == NUMBER_ELAPSED ? CELL_DURATION : CELL_DATE;
    if (kind != NUMBER_PLAIN && number_date(&r->arena, stored, kind, x->epoch1904, &c->text))
        return;
    c->type = CELL_NUMBER;
    if (number_plain(&r->arena, stored, &c->text))
        return;
    c->type = CELL_ERROR; /* infinite, or no number at all */
    c->text = STR("#NUM!");
}

/* 30 bits with two flags: a whole number or the upper half of a double, perhaps in hundredths. */
static double rk(uint32_t bits)
{
    double value;
    if (bits & 2) {
        value = (double)((int32_t)(bits & ~(uint32_t)3) / 4);
    } else {
        uint64_t wide = (uint64_t)(bits & ~(uint32_t)3) << 32;
        memcpy(&value, &wide, sizeof value);
    }
    return bits & 1 ? value / 100 : value;
}

static struct str error_text(unsigned code)
{
    switch (code) {
    case 0x00:
        return STR("#NULL!");
    case 0x07:
        return STR("#DIV/0!");
    case 0x0F:
        return STR("#VALUE!");
    case 0x17:
        return STR("#REF!");
    case 0x1D:
        return STR("#NAME?");
    case 0x24:
        return STR("#NUM!");
    case 0x2B:
        return STR("#GETTING_DATA");
    default:
        return STR("#N/A");
    }
}

static void put_bool_or_error(struct cell *c, unsigned value, bool error)
{
    c->type = error ? CELL_ERROR : CELL_BOOL;
    c->text = error ? error_text(value) : value ? STR("TRUE") : STR("FALSE");
}

static struct str taken(struct xls_rows *r)
{
    return arena_dup(&r->arena, (struct str){r->biff->text, r->biff->text_len});
}

/* The text that a formula gave follows in a record of its own, behind those that tell more of the formula. */
static bool put_formula_text(struct xls_rows *r, struct cell *c, struct err *e)
{
    enum { ARRAY = 0x0221, TABLE = 0x0236, SHARED = 0x04BC, SHARED_5 = 0x00BC };
    struct biff *b = r->biff;
    unsigned len;
    int got;
    do
        got = biff_next(b, e);
    while (got > 0 && (b->type == ARRAY || b->type == TABLE || b->type == SHARED || b->type == SHARED_5 ||
                       b->type == BIFF_CONTINUE));
    if (got < 0)
        return false;
    if (got == 0 || b->type != BIFF_STRING)
        return true;
    if (!biff_u16(b, &len, e) || (len > 0 && !biff_text(b, len, e)))
        return false;
    c->text = len > 0 ? taken(r) : STR("");
    return true;
}

/* The last result of a formula: a number, or what the first byte says when the last two have all bits set. */
static bool put_formula(struct xls_rows *r, unsigned style, struct cell *c, struct err *e)
{
    enum { TEXT = 0, BOOL = 1, ERROR = 2 };
    unsigned char result[RESULT];
    unsigned flags;
    if (!biff_take(r->biff, result, sizeof result, e) || !biff_u16(r->biff, &flags, e))
        return false;
    if (!r->calculated && (flags & ON_LOAD) && is_nothing(result)) {
        c->type = CELL_ERROR;
        c->text = STR(BOOK_UNCALCULATED);
        return true;
    }
    if (result[6] != 0xFF || result[7] != 0xFF) {
        uint64_t bits = 0;
        double value;
        for (int i = 7; i >= 0; i--)
            bits = bits << 8 | result[i];
        memcpy(&value, &bits, sizeof value);
        put_number(r, value, style, c);
    } else if (result[0] == TEXT) {
        return put_formula_text(r, c, e);
    } else if (result[0] == BOOL || result[0] == ERROR) {
        put_bool_or_error(c, result[2], result[0] == ERROR);
    }
    return true;
}

static bool put_shared(struct xls_rows *r, struct cell *c, struct err *e)
{
    uint32_t i;
    if (!biff_u32(r->biff, &i, e))
        return false;
    if (i >= r->x->strings)
        return biff_fault(r->biff, "a cell refers to a shared string that does not exist", e);
    c->text = r->x->string[i];
    return true;
}

static bool put_content(struct xls_rows *r, unsigned style, struct cell *c, struct err *e)
{
    struct biff *b = r->biff;
    unsigned value, error;
    uint32_t bits;
    double number;
    switch (b->type) {
    case BIFF_NUMBER:
        if (!biff_double(b, &number, e))
            return false;
        put_number(r, number, style, c);
        return true;
    case BIFF_RK:
    case BIFF_MULRK:
        if (!biff_u32(b, &bits, e))
            return false;
        put_number(r, rk(bits), style, c);
        return true;
    case BIFF_BOOLERR:
        if (!biff_u8(b, &value, e) || !biff_u8(b, &error, e))
            return false;
        put_bool_or_error(c, value, error);
        return true;
    case BIFF_LABELSST:
        return put_shared(r, c, e);
    case BIFF_FORMULA:
    case BIFF_FORMULA_3:
    case BIFF_FORMULA_4:
        return put_formula(r, style, c, e);
    default: /* a text of the cell's own */
        if (!biff_u16(b, &value, e) || (value > 0 && !biff_text(b, value, e)))
            return false;
        c->text = value > 0 ? taken(r) : STR("");
        return true;
    }
}

/* Reads the record at a place again, this time for its content. */
static bool read_cell(struct xls_rows *r, const struct place *p, struct cell *c, struct err *e)
{
    struct biff *b = r->biff;
    unsigned row, first, style;
    *c = (struct cell){.col = p->col + 1, .type = CELL_TEXT, .text = STR("")};
    if (b->at == p->at && b->type == BIFF_MULRK) {
        b->used = 0; /* the next one of several cells in a record */
    } else {
        biff_seek(b, p->at);
        if (biff_next(b, e) < 0)
            return false;
    }
    if (!biff_u16(b, &row, e) || !biff_u16(b, &first, e))
        return false;
    if (b->type == BIFF_MULRK && !biff_take(b, NULL, (size_t)(p->col - first) * 6, e))
        return false;
    return biff_u16(b, &style, e) && put_content(r, style, c, e);
}

struct xls_rows *xls_rows_open(const struct xls *x, size_t i, struct err *e)
{
    struct xls_rows *r = mem_alloc(sizeof *r);
    r->x = x;
    r->calculated = x->by_calc;
    if (find_places(r, i, e))
        return r;
    xls_rows_close(r);
    return NULL;
}

/* The cells of the row at r->next that hold something. */
static bool read_row(struct xls_rows *r, size_t *n, struct err *e)
{
    unsigned number = r->place[r->next].row;
    arena_reset(&r->arena);
    for (*n = 0; r->next < r->places && r->place[r->next].row == number; r->next++) {
        const struct place *p = &r->place[r->next];
        if (r->next + 1 < r->places && p[1].row == p->row && p[1].col == p->col)
            continue;
        if (*n == r->room) {
            r->room = r->room ? r->room * 2 : 64;
            r->cell = mem_grow(r->cell, r->room * sizeof *r->cell);
        }
        if (!read_cell(r, p, &r->cell[*n], e))
            return false;
        *n += r->cell[*n].text.len > 0;
    }
    return true;
}

int xls_rows_next(struct xls_rows *r, struct row *row, struct err *e)
{
    while (r->next < r->places) {
        size_t n;
        unsigned at = r->place[r->next].row;
        if (!read_row(r, &n, e))
            return -1;
        *row = (struct row){(long)at + 1, r->cell, n, r->hidden[at / 8] >> at % 8 & 1};
        if (n > 0)
            return 1;
    }
    return 0;
}

void xls_rows_close(struct xls_rows *r)
{
    if (!r)
        return;
    biff_close(r->biff);
    arena_done(&r->arena);
    free(r->place);
    free(r->cell);
    free(r);
}
