#include "scansheet.h"
#include "book.h"

#include <stdio.h>
#include <stdlib.h>

struct scansheet {
    struct scan scan;
    bool begun; /* <sheetData> was passed */
    bool ended;
    long row;
    int col;
    char digits[16]; /* the row's number as text, to compare references with */
    size_t digits_len;
    struct scan_cell *cell;
    size_t cells;
};

struct scansheet *scansheet_open(struct zip_part *part)
{
    struct scansheet *s = mem_alloc(sizeof *s);
    scan_open(&s->scan, part, "</row>");
    s->cell = mem_alloc(BOOK_MAX_COL * sizeof *s->cell);
    return s;
}

void scansheet_close(struct scansheet *s)
{
    if (!s)
        return;
    scan_close(&s->scan);
    free(s->cell);
    free(s);
}

/* The column of a reference such as AB12, whose row must be the present one. */
static bool reference_column(const struct scansheet *s, struct str ref, int *col)
{
    long n = 0;
    size_t i = 0;
    for (; i < ref.len && ref.ptr[i] >= 'A' && ref.ptr[i] <= 'Z'; i++) {
        n = n * 26 + (ref.ptr[i] - 'A' + 1);
        if (n > BOOK_MAX_COL)
            return false;
    }
    long row;
    *col = (int)n;
    return n > 0 && scan_number((struct str){ref.ptr + i, ref.len - i}, BOOK_MAX_ROW, &row) && row == s->row;
}

/* Attributes up to > or />; NULL: unknown. *empty tells which. */
static char *row_attributes(struct scansheet *s, char *p, struct scan_row *row, bool *empty)
{
    struct str name, value;
    long number_given = s->row + 1;
    row->hidden = false;
    while (scan_blank(*p)) {
        p = scan_blanks(p);
        if (*p == '/' || *p == '>')
            break;
        if (!(p = scan_attribute(p, &name, &value)))
            return NULL;
        if (str_is(name, "r") && !scan_number(value, BOOK_MAX_ROW, &number_given))
            return NULL;
        if (str_is(name, "hidden"))
            row->hidden = str_is(value, "1") || str_is(value, "true");
    }
    if (number_given <= s->row)
        return NULL;
    s->row = row->number = number_given;
    s->digits_len = (size_t)snprintf(s->digits, sizeof s->digits, "%ld", number_given);
    *empty = *p == '/';
    p += *empty;
    return *p == '>' ? p + 1 : NULL;
}

static bool cell_type(struct str value, char *type)
{
    static const struct {
        const char *name;
        char type;
    } types[] = {{"s", 's'}, {"str", 'S'},       {"n", 'n'}, {"b", 'b'},
                 {"e", 'e'}, {"inlineStr", 'i'}, {"d", 'd'}};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (str_is(value, types[i].name)) {
            *type = types[i].type;
            return true;
        }
    return false;
}

static char *cell_attributes(struct scansheet *s, char *p, struct scan_cell *cell, bool *empty)
{
    struct str name, value;
    long style = 0;
    cell->col = s->col + 1;
    cell->type = 'n';
    while (scan_blank(*p)) {
        p = scan_blanks(p);
        if (*p == '/' || *p == '>')
            break;
        if (!(p = scan_attribute(p, &name, &value)))
            return NULL;
        if (name.len != 1)
            continue;
        if (*name.ptr == 'r' && !reference_column(s, value, &cell->col))
            return NULL;
        if (*name.ptr == 's' && !scan_number(value, 65535 * 16, &style))
            return NULL;
        if (*name.ptr == 't' && !cell_type(value, &cell->type))
            return NULL;
    }
    if (cell->col <= s->col || cell->col > BOOK_MAX_COL)
        return NULL;
    s->col = cell->col;
    cell->style = (unsigned)style;
    *empty = *p == '/';
    p += *empty;
    return *p == '>' ? p + 1 : NULL;
}

/* A formula, behind "<f": passed over. */
static char *pass_formula(char *p, const char *stop)
{
    bool empty;
    if (!(p = scan_tag(p, &empty)) || empty)
        return p;
    struct str ignored;
    char *end = scan_next_tag(p, stop);
    if (!end || !SCAN_IS(end, "</f>") || !scan_text(p, end, &ignored))
        return NULL;
    return end + 4;
}

/* A value, behind "<v". */
static char *take_value(char *p, const char *stop, struct scan_cell *cell)
{
    bool empty = false;
    if (*p == '>')
        p++;
    else if (!(p = scan_tag(p, &empty)))
        return NULL;
    if (empty)
        return p;
    char *end = scan_next_tag(p, stop);
    if (!end || !SCAN_IS(end, "</v>") || !scan_text(p, end, &cell->value))
        return NULL;
    return end + 4;
}

/* An inline string of one text, behind "<is": <t>…</t>. Runs are for the general parser. */
static char *take_inline(char *p, const char *stop, struct scan_cell *cell)
{
    bool empty;
    if (*p++ != '>')
        return NULL;
    p = scan_blanks(p);
    if (!SCAN_IS(p, "<t") || !(p = scan_tag(p + 2, &empty)))
        return NULL;
    if (!empty) {
        char *end = scan_next_tag(p, stop);
        if (!end || !SCAN_IS(end, "</t>") || !scan_text(p, end, &cell->value))
            return NULL;
        p = end + 4;
    }
    p = scan_blanks(p);
    return SCAN_IS(p, "</is>") ? p + 5 : NULL;
}

/* A cell, behind "<c". NULL: unknown. */
static char *take_cell(struct scansheet *s, char *p, struct scan_cell *cell)
{
    bool empty;
    cell->value = (struct str){p, 0};
    cell->formula = false;
    if (!(p = cell_attributes(s, p, cell, &empty)) || empty) {
        cell->type = 0;
        return p;
    }
    bool filled = false;
    for (;;) {
        p = scan_blanks(p);
        if (SCAN_IS(p, "</c>"))
            break;
        if (p[0] != '<' || p[1] == '\0')
            return NULL;
        if (p[1] == 'v' && (p[2] == '>' || p[2] == ' ' || p[2] == '/') && !filled && cell->type != 'i') {
            p = take_value(p + 2, s->scan.stop, cell);
            filled = true;
        } else if (p[1] == 'f' && (p[2] == '>' || p[2] == ' ' || p[2] == '/') && !filled) {
            p = pass_formula(p + 2, s->scan.stop);
            cell->formula = true;
        } else if (SCAN_IS(p, "<is>") && !filled && cell->type == 'i') {
            p = take_inline(p + 3, s->scan.stop, cell);
            filled = true;
        } else {
            return NULL;
        }
        if (!p)
            return NULL;
    }
    if (cell->value.len == 0 && !cell->formula)
        cell->type = 0;
    return p + 4;
}

static uint64_t load8(const char *p)
{
    uint64_t v;
    memcpy(&v, p, sizeof v);
    return v;
}

/* Bytes that may stand in a value without any work on it: printable ASCII but <, & and >. */
static const unsigned char plain_byte[256] = {
    [' '] = 1,  ['!'] = 1, ['"'] = 1, ['#'] = 1,         ['$'] = 1, ['%'] = 1,
    ['\''] = 1, ['('] = 1, [')'] = 1, ['*'] = 1,         ['+'] = 1, [','] = 1,
    ['-'] = 1,  ['.'] = 1, ['/'] = 1, ['0' ... ';'] = 1, ['='] = 1, ['?' ... '~'] = 1,
};

/* The shape in which nearly every cell comes: <c r="B3" s="1" t="s"><v>123</v></c>, s and t optional. Tried
 * first because it needs no general attributes. NULL when the cell has another shape: nothing is decided by
 * that. */
static char *take_common_cell(struct scansheet *s, char *p, struct scan_cell *cell)
{
    long column = 0;
    unsigned style = 0;
    char type = 'n';
    if (!SCAN_IS(p, " r=\""))
        return NULL;
    p += 4;
    for (; *p >= 'A' && *p <= 'Z' && column <= BOOK_MAX_COL; p++)
        column = column * 26 + (*p - 'A' + 1);
    if (column <= s->col || column > BOOK_MAX_COL || memcmp(p, s->digits, s->digits_len) != 0)
        return NULL;
    p += s->digits_len;
    if (SCAN_IS(p, "\" s=\"")) {
        p += 5;
        if (*p < '0' || *p > '9')
            return NULL;
        for (; *p >= '0' && *p <= '9' && style < 100000; p++)
            style = style * 10 + (unsigned)(*p - '0');
    }
    if (SCAN_IS(p, "\" t=\"s")) {
        type = p[6] == '"' ? 's' : p[6] == 't' && p[7] == 'r' ? 'S' : 0;
        p += type == 's' ? 6 : 8;
    }
    if (!type || !SCAN_IS(p, "\"><v>"))
        return NULL;
    char *value = p += 5;
    while (plain_byte[(unsigned char)*p])
        p++;
    if (p == value || load8(p) != load8("</v></c>"))
        return NULL;
    cell->value = (struct str){value, (size_t)(p - value)};
    cell->col = s->col = (int)column;
    cell->style = style;
    cell->formula = false;
    cell->type = type;
    return p + 8;
}

/* Everything up to and with <sheetData>. */
static enum scan_result begin(struct scansheet *s, struct err *e)
{
    enum scan_result got = scan_fill(&s->scan, e);
    if (got != SCAN_FOUND)
        return got;
    char *p = scan_root(&s->scan, "worksheet", "<sheetData");
    if (!p)
        return SCAN_UNKNOWN;
    bool empty;
    p = scan_tag(strstr(p, "<sheetData") + strlen("<sheetData"), &empty);
    if (!p)
        return SCAN_UNKNOWN;
    s->begun = true;
    s->scan.at = p;
    return empty ? SCAN_END : SCAN_FOUND;
}

/* The cells of a row, behind its start tag. Returns what follows the row; NULL: unknown. */
static char *take_cells(struct scansheet *s, char *p)
{
    for (;;) {
        p = scan_blanks(p);
        if (SCAN_IS(p, "</row>"))
            return p + 6;
        if (p[0] != '<' || p[1] != 'c' || (!scan_blank(p[2]) && p[2] != '>' && p[2] != '/') ||
            s->cells == BOOK_MAX_COL)
            return NULL;
        struct scan_cell *cell = &s->cell[s->cells];
        char *after = take_common_cell(s, p + 2, cell);
        if (!after && !(after = take_cell(s, p + 2, cell)))
            return NULL;
        p = after;
        s->cells += cell->type != 0;
    }
}

static enum scan_result next(struct scansheet *s, struct scan_row *row, struct err *e)
{
    struct scan *scan = &s->scan;
    enum scan_result got = s->begun ? SCAN_FOUND : begin(s, e);
    if (got != SCAN_FOUND)
        return got;
    char *p = scan_blanks(scan->at);
    if (p >= scan->stop) {
        scan->at = p < scan->end ? p : scan->end;
        if ((got = scan_fill(scan, e)) != SCAN_FOUND)
            return got;
        p = scan_blanks(scan->at);
    }
    if (SCAN_IS(p, "</sheetData>"))
        return SCAN_END;
    bool empty;
    s->col = 0;
    s->cells = 0;
    if (!SCAN_IS(p, "<row") || !(p = row_attributes(s, p + 4, row, &empty)) ||
        (!empty && !(p = take_cells(s, p))))
        return SCAN_UNKNOWN;
    row->cell = s->cell;
    row->n = s->cells;
    scan->at = p;
    return SCAN_FOUND;
}

enum scan_result scansheet_next(struct scansheet *s, struct scan_row *row, struct err *e)
{
    if (s->ended)
        return SCAN_END;
    enum scan_result got = next(s, row, e);
    if (got == SCAN_END) {
        s->ended = true;
        got = scan_drain(&s->scan, e);
    }
    return got;
}
