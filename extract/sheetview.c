#include "sheetview.h"
#include "spread.h"

#include <stdlib.h>
#include <string.h>

/* --- the rows shown --- */

bool walk_open(struct walk *w, const struct view *v, struct book *b, size_t i, struct err *e)
{
    const struct survey *survey = v->spread ? book_survey(b, i, e) : NULL;
    *w = (struct walk){.first = v->first, .last = v->last};
    if (v->spread && !survey)
        return false;
    w->rows = rows_open(b, i, e);
    if (w->rows && survey && survey->ranges > 0)
        w->spread = spread_open(w->rows, survey);
    return w->rows != NULL;
}

/* A delimited file may end in an empty field, which is a cell but holds nothing. */
static size_t filled(const struct row *row)
{
    return row->n > 0 && row->cell[row->n - 1].text.len == 0 ? row->n - 1 : row->n;
}

int walk_next(struct walk *w, struct row *row, struct err *e)
{
    while (w->at < w->last) {
        int got = w->spread ? spread_next(w->spread, row, e) : rows_next(w->rows, row, e);
        if (got <= 0)
            return got;
        w->at = row->number;
        row->n = filled(row);
        if (w->at >= w->first && w->at <= w->last && row->n > 0)
            return 1;
    }
    return 0;
}

void walk_close(struct walk *w)
{
    spread_close(w->spread);
    rows_close(w->rows);
}

/* --- fields --- */

void view_text(struct view *v, struct str s)
{
    out_field(v->out, v->terminal ? str_visible(&v->arena, s) : s);
}

void view_head(struct view *v, const char *columns)
{
    if (!v->headed && v->file)
        out_write(v->out, "file,", 5);
    if (!v->headed)
        out_write(v->out, columns, strlen(columns));
    v->headed = true;
}

void view_file(struct view *v)
{
    if (!v->file)
        return;
    view_text(v, str_c(v->file));
    out_comma(v->out);
}

/* --- a sheet --- */

/* A row that is too wide for the buffer, or that a terminal is to show. */
static void print_slowly(struct view *v, const struct row *row)
{
    int col = 1;
    for (size_t i = 0; i < row->n; i++) {
        for (; col < row->cell[i].col; col++)
            out_comma(v->out);
        view_text(v, row->cell[i].text);
    }
    out_line(v->out);
}

static void print_row(struct view *v, const struct row *row)
{
    size_t room = (size_t)row->cell[row->n - 1].col + 1;
    for (size_t i = 0; i < row->n; i++)
        room += OUT_FIELD_ROOM(row->cell[i].text.len);
    char *to = v->terminal ? NULL : out_room(v->out, room);
    int col = 1;
    if (!to) {
        print_slowly(v, row);
        return;
    }
    for (size_t i = 0; i < row->n; i++) {
        const struct cell *c = &row->cell[i];
        for (; col < c->col; col++)
            *to++ = ',';
        to = c->plain ? str_copy(to, c->text) : out_put_field(to, c->text);
    }
    *to++ = '\n';
    out_filled(v->out, to);
}

/* A date, a time, or both; hours of a day end at 23. */
static const char *name_of_date(struct str iso)
{
    if (memchr(iso.ptr, 'T', iso.len))
        return "datetime";
    const char *colon = memchr(iso.ptr, ':', iso.len);
    if (!colon)
        return "date";
    return colon - iso.ptr == 2 && memcmp(iso.ptr, "24", 2) < 0 ? "time" : "duration";
}

static const char *name_of_type(const struct cell *c)
{
    switch (c->type) {
    case CELL_NUMBER:
        return "number";
    case CELL_DATE:
        return name_of_date(c->text);
    case CELL_DURATION:
        return "duration";
    case CELL_BOOL:
        return "boolean";
    case CELL_ERROR:
        return str_is(c->text, BOOK_UNCALCULATED) ? "uncalculated" : "error";
    case CELL_TEXT:
    case CELL_LAST:
        break;
    }
    return "text";
}

static void print_type(struct view *v, const char *name)
{
    out_write(v->out, name, strlen(name));
    out_comma(v->out);
}

static void print_types(struct view *v, const struct row *row)
{
    char at[ADDRESS_SIZE];
    for (size_t i = 0; i < row->n; i++) {
        view_file(v);
        out_write(v->out, at, address(row->number, row->cell[i].col, at));
        out_comma(v->out);
        print_type(v, name_of_type(&row->cell[i]));
        view_text(v, row->cell[i].text);
        out_line(v->out);
    }
}

/* Line n of the output is row n of those asked for, as long as no cell holds a line break. */
static bool print_rows(struct view *v, struct walk *w, long *rows, struct err *e)
{
    struct row row;
    long line = v->first - 1;
    int got = 0;
    while (!out_failed(v->out) && (got = walk_next(w, &row, e)) > 0) {
        for (; !v->types && line + 1 < row.number; line++)
            out_line(v->out);
        line = row.number;
        arena_reset(&v->arena);
        if (v->types)
            print_types(v, &row);
        else
            print_row(v, &row);
        ++*rows;
    }
    return got >= 0;
}

/* --- single cells --- */

struct found {
    const struct wanted *wanted;
    struct str text;
    const char *type;
};

static int by_place(const void *left, const void *right)
{
    const struct wanted *a = (*(struct found *const *)left)->wanted,
                        *b = (*(struct found *const *)right)->wanted;
    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    return a->col - b->col;
}

/* Fills what is found in the row; the cells from **next on are still to be found, by rows and columns. */
static void look(struct found ***next, struct found **end, const struct row *row, struct arena *a)
{
    size_t i = 0;
    for (; *next < end && (**next)->wanted->row <= row->number; ++*next) {
        struct found *f = **next;
        while (f->wanted->row == row->number && i < row->n && row->cell[i].col < f->wanted->col)
            i++;
        if (f->wanted->row == row->number && i < row->n && row->cell[i].col == f->wanted->col) {
            f->text = arena_dup(a, row->cell[i].text);
            f->type = name_of_type(&row->cell[i]);
        }
    }
}

static bool print_cells(struct view *v, struct walk *w, struct err *e)
{
    struct arena a = {0};
    struct row row;
    struct found *found = arena_alloc(&a, v->wanteds * sizeof *found),
                 **sorted = arena_alloc(&a, v->wanteds * sizeof(struct found *)), **next = sorted;
    for (size_t k = 0; k < v->wanteds; k++) {
        found[k] = (struct found){&v->wanted[k], STR(""), ""};
        sorted[k] = &found[k];
    }
    qsort(sorted, v->wanteds, sizeof(struct found *), by_place);
    w->last = sorted[v->wanteds - 1]->wanted->row;
    int got;
    while ((got = walk_next(w, &row, e)) > 0)
        look(&next, sorted + v->wanteds, &row, &a);
    for (size_t k = 0; got >= 0 && k < v->wanteds; k++) {
        view_file(v);
        out_field(v->out, found[k].wanted->address);
        out_comma(v->out);
        if (v->types)
            print_type(v, found[k].type);
        view_text(v, found[k].text);
        out_line(v->out);
    }
    arena_done(&a);
    return got >= 0;
}

bool view_sheet(struct view *v, struct book *b, size_t i, long *rows, struct err *e)
{
    struct walk w;
    bool ok = walk_open(&w, v, b, i, e);
    if (ok && v->types)
        view_head(v, "cell,type,text\n");
    if (ok)
        ok = v->wanted ? print_cells(v, &w, e) : print_rows(v, &w, rows, e);
    walk_close(&w);
    return ok;
}
