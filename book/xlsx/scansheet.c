#include "scansheet.h"
#include "cell.h"
#include "shape.h"

#include <stdlib.h>

struct scansheet {
    struct scan scan;
    const struct strings *string;
    bool begun; /* <sheetData> was passed */
    bool ended;
    struct shapes shapes; /* shapes.row is the present row */
    int col;
    bool hidden; /* the row is */
    struct line {
        struct sheetcell *cell;
        size_t room;
    } line, other; /* of the row that is scanned, and of the one before or after */
    size_t cells;  /* of line */
    bool ahead;    /* the next row was scanned already, and gave: */
    enum scan_result next;
    struct scan_row next_row;
};

struct scansheet *scansheet_open(struct zip_part *part, const struct strings *string)
{
    static const struct strings none;
    struct scansheet *s = mem_alloc(sizeof *s);
    s->string = string ? string : &none;
    scan_open(&s->scan, part, "</row>");
    shapes_init(&s->shapes);
    return s;
}

void scansheet_close(struct scansheet *s)
{
    if (!s)
        return;
    scan_close(&s->scan);
    shapes_done(&s->shapes);
    free(s->line.cell);
    free(s->other.cell);
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
    return n > 0 && scan_number((struct str){ref.ptr + i, ref.len - i}, BOOK_MAX_ROW, &row) &&
           row == s->shapes.row;
}

/* A row's attributes up to > or />, behind "<row"; NULL: unknown. *empty tells which. */
static char *row_attributes(struct scansheet *s, char *p, bool *empty)
{
    struct scan_attributes a = {0};
    long number = s->shapes.row + 1;
    const char *tail = NULL;
    bool first = SCAN_IS(p, " r=\"");
    s->hidden = false;
    while ((p = scan_attribute(p, &a)) && a.name.len > 0) {
        if (str_is(a.name, "r") && !scan_number(a.value, BOOK_MAX_ROW, &number))
            return NULL;
        if (first && !tail)
            tail = a.value.ptr + a.value.len;
        if (str_is(a.name, "hidden"))
            s->hidden = str_is(a.value, "1") || str_is(a.value, "true");
    }
    if (!p || number <= s->shapes.row || number > BOOK_MAX_ROW || !(p = scan_tag_end(p, empty)))
        return NULL;
    shapes_row(&s->shapes, number, tail && !*empty ? (struct str){tail, (size_t)(p - tail)} : STR(""));
    return p;
}

/* Passes a row's tag. NULL: unknown. */
static char *take_row(struct scansheet *s, char *p, bool *empty)
{
    char *after = shapes_next_row(&s->shapes, p, s->scan.end);
    *empty = false;
    return after ? after : SCAN_IS(p, "<row") ? row_attributes(s, p + 4, empty) : NULL;
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

static char *cell_attributes(struct scansheet *s, char *p, struct sheetcell *cell, bool *empty)
{
    struct scan_attributes a = {0};
    long style = 0;
    cell->col = s->col + 1;
    cell->type = 'n';
    while ((p = scan_attribute(p, &a)) && a.name.len > 0) {
        if (a.name.len != 1)
            continue;
        if (*a.name.ptr == 'r' && !reference_column(s, a.value, &cell->col))
            return NULL;
        if (*a.name.ptr == 's' && !scan_number(a.value, 65535 * 16, &style))
            return NULL;
        if (*a.name.ptr == 't' && !cell_type(a.value, &cell->type))
            return NULL;
    }
    if (!p || cell->col <= s->col || cell->col > BOOK_MAX_COL)
        return NULL;
    s->col = cell->col;
    cell->style = (unsigned)style;
    return scan_tag_end(p, empty);
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
static char *take_value(char *p, const char *stop, struct sheetcell *cell)
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
static char *take_inline(char *p, const char *stop, struct sheetcell *cell)
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

/* The strings of a row lie far from each other: their offsets are asked for when their cells are scanned,
 * they themselves at the row's end, before the first of them is waited for. */
static bool set_index(const struct scansheet *s, struct sheetcell *cell, long index)
{
    if (index >= (long)s->string->n)
        return false;
    cell->index = (uint32_t)index;
    __builtin_prefetch(&s->string->at[index]);
    return true;
}

static void fetch_strings(const struct scansheet *s)
{
    for (size_t i = 0; i < s->cells; i++)
        if (s->line.cell[i].type == 's' && s->line.cell[i].value.len > 0)
            __builtin_prefetch(s->string->text + s->string->at[s->line.cell[i].index]);
}

/* False: unknown. */
static bool shared_index(const struct scansheet *s, struct sheetcell *cell)
{
    long index;
    if (cell->value.len == 0) /* of a formula that was never calculated */
        return true;
    return scan_number(cell->value, STRINGS_MOST_BYTES, &index) && set_index(s, cell, index);
}

/* A cell, behind "<c". NULL: unknown. */
static char *take_cell(struct scansheet *s, char *p, struct sheetcell *cell)
{
    bool empty;
    cell->value = (struct str){p, 0};
    cell->kinds = TEXT_WORK;
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
    else if (!filled)
        cell->type = 'n'; /* a formula without result, whatever its type says */
    return cell->type != 's' || shared_index(s, cell) ? p + 4 : NULL;
}

/* --- cells that look like the one above them --- */

/* The index of a shared string, at p, and the end of its cell. NULL when there is more to it. */
static char *take_shaped_index(const struct scansheet *s, char *p, struct sheetcell *cell)
{
    enum { MOST_DIGITS = 9 };
    char *from = p;
    long index = 0;
    for (; *p >= '0' && *p <= '9' && p - from < MOST_DIGITS; p++)
        index = index * 10 + (*p - '0');
    cell->value = (struct str){from, (size_t)(p - from)};
    return p > from && load8(p) == load8("</v></c>") && set_index(s, cell, index) ? p + 8 : NULL;
}

/* The value of a cell of a known shape, at p. NULL when there is more to it. */
static char *take_shaped_value(const struct scansheet *s, char *p, struct sheetcell *cell)
{
    if (cell->type == 's')
        return take_shaped_index(s, p, cell);
    char *end = vector_text(p, &cell->kinds);
    cell->value = (struct str){p, (size_t)(end - p)};
    if (end == p || cell->kinds & TEXT_WORK)
        return NULL;
    if (cell->type == 'i')
        return load8(end) == load8("</t></is") && SCAN_IS(end + 8, "></c>") ? end + 13 : NULL;
    return load8(end) == load8("</v></c>") ? end + 8 : NULL;
}

/* The cell at p, if it is in the next column and begins as one above it did. NULL when not: nothing is
 * decided by that. */
static char *take_shaped_cell(struct scansheet *s, char *p, struct sheetcell *cell)
{
    const struct shape *shape = shapes_find(&s->shapes, s->col + 1, p, &p);
    if (!shape)
        return NULL;
    cell->type = shape->type;
    cell->style = shape->style;
    cell->formula = false;
    if (cell->type != 0 && !(p = take_shaped_value(s, p, cell)))
        return NULL;
    cell->col = ++s->col;
    return p;
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
    char *data = strstr(p, "<sheetData");
    if (memmem(p, (size_t)(data - p), ":sheetData", strlen(":sheetData")) ||
        !(p = scan_tag(data + strlen("<sheetData"), &empty)))
        return SCAN_UNKNOWN;
    s->begun = true;
    s->scan.at = p;
    return empty ? SCAN_END : SCAN_FOUND;
}

/* Room for the next cell: no more than BOOK_MAX_COL, since their columns rise. */
static struct sheetcell *next_cell(struct scansheet *s)
{
    struct line *l = &s->line;
    if (s->cells == l->room) {
        l->room = l->room ? l->room * 2 : 64;
        l->cell = mem_grow(l->cell, l->room * sizeof *l->cell);
    }
    return &l->cell[s->cells];
}

/* The cells of a row, behind its start tag. Returns what follows the row; NULL: unknown. */
static char *take_cells(struct scansheet *s, char *p)
{
    for (;;) {
        struct sheetcell *cell = next_cell(s);
        char *after = take_shaped_cell(s, p, cell);
        if (!after) {
            p = scan_blanks(p);
            if (SCAN_IS(p, "</row>"))
                return p + 6;
            if (p[0] != '<' || p[1] != 'c' || (!scan_blank(p[2]) && p[2] != '>' && p[2] != '/') ||
                !(after = take_cell(s, p + 2, cell)))
                return NULL;
            if (!cell->formula)
                shapes_learn(&s->shapes, s->col, p, cell->type == 0 ? after : cell->value.ptr, cell->style,
                             cell->type);
        }
        p = after;
        s->cells += cell->type != 0;
    }
}

/* The row at p, which is in the window as a whole. */
static enum scan_result scan_row(struct scansheet *s, char *p, struct scan_row *row)
{
    bool empty;
    if (SCAN_IS(p, "</sheetData>"))
        return SCAN_END;
    s->col = 0;
    s->cells = 0;
    if (!(p = take_row(s, p, &empty)) || (!empty && !(p = take_cells(s, p))))
        return SCAN_UNKNOWN;
    *row = (struct scan_row){s->shapes.row, s->line.cell, s->cells, s->hidden};
    s->scan.at = p;
    return SCAN_FOUND;
}

/* Scans the row behind the one that is handed out, so that its strings are on their way when they are needed.
 * It must be in the window: reading on would take the present row away. */
static void look_ahead(struct scansheet *s)
{
    char *p = scan_blanks(s->scan.at);
    if (p >= s->scan.stop)
        return;
    struct line other = s->other;
    s->other = s->line;
    s->line = other;
    s->ahead = true;
    s->next = scan_row(s, p, &s->next_row);
    if (s->next == SCAN_FOUND)
        fetch_strings(s);
}

static enum scan_result next(struct scansheet *s, struct scan_row *row, struct err *e)
{
    struct scan *scan = &s->scan;
    enum scan_result got = s->begun ? SCAN_FOUND : begin(s, e);
    if (got != SCAN_FOUND)
        return got;
    if (s->ahead) {
        s->ahead = false;
        *row = s->next_row;
        return s->next;
    }
    char *p = scan_blanks(scan->at);
    if (p >= scan->stop) {
        scan->at = p < scan->end ? p : scan->end;
        if ((got = scan_fill(scan, e)) != SCAN_FOUND)
            return got;
        p = scan_blanks(scan->at);
    }
    return scan_row(s, p, row);
}

enum scan_result scansheet_next(struct scansheet *s, struct scan_row *row, struct err *e)
{
    if (s->ended)
        return SCAN_END;
    enum scan_result got = next(s, row, e);
    if (got == SCAN_FOUND)
        look_ahead(s);
    if (got == SCAN_END) {
        s->ended = true;
        got = scan_drain(&s->scan, e);
    }
    return got;
}
