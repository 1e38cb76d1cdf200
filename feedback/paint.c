#include "paint.h"

#include <stdlib.h>

/* Levels of the elements of a worksheet. */
enum { ROOT = 1, SECTION, ROW, CELL };

/* What stands behind the drawing of comments (CT_Worksheet). */
static const char *const behind_drawing[] = {"legacyDrawingHF", "drawingHF",       "picture",    "oleObjects",
                                             "controls",        "webPublishItems", "tableParts", "extLst"};

struct columns_format {
    long first, last, format;
};

struct painter {
    struct painting *g;
    struct xmlpipe *pipe;
    struct arena scratch;
    struct str prefix;
    size_t at;       /* the first mark not yet painted */
    long row, col;   /* the present ones */
    long row_format; /* of the row's cells that are not there; -1: their column's */
    long added;      /* the last column put into the row; 0: none */
    struct columns_format *column;
    size_t columns, room;
    bool in_rows, drawn;
};

static const struct mark *next_mark(const struct painter *p)
{
    return p->at < p->g->marks->n ? &p->g->marks->mark[p->at] : NULL;
}

static long column_format(const struct painter *p, long col)
{
    for (size_t i = 0; i < p->columns; i++)
        if (p->column[i].first <= col && col <= p->column[i].last)
            return p->column[i].format;
    return 0;
}

static void add_columns(struct painter *p, const struct tag *t)
{
    if (p->columns == BOOK_MAX_COL)
        return;
    if (p->columns == p->room) {
        p->room = p->room ? p->room * 2 : 32;
        p->column = mem_grow(p->column, p->room * sizeof *p->column);
    }
    p->column[p->columns++] =
        (struct columns_format){tag_number(t, "min", 0), tag_number(t, "max", 0), tag_number(t, "style", 0)};
}

/* A cell of its own for the next mark, and the marks of that cell done. */
static struct str new_cell(struct painter *p)
{
    const struct mark *m = next_mark(p);
    char ref[ADDRESS_SIZE];
    enum paint paint;
    size_t len = address(m->row, m->col, ref);
    long format = p->row_format >= 0 ? p->row_format : column_format(p, m->col);
    p->added = m->col;
    p->at += marks_cell(p->g->marks, p->at, &paint);
    return arena_printf(&p->scratch, "<%.*sc r=\"%.*s\" s=\"%ld\"/>", STR_ARG(p->prefix), (int)len, ref,
                        styles_painted(p->g->styles, format, paint));
}

/* The marked cells that the present row lacks up to a column, in front of the present tag. */
static void add_cells(struct painter *p, long before)
{
    for (const struct mark *m; (m = next_mark(p)) && (long)m->row == p->row && (long)m->col < before;)
        xmlpipe_before(p->pipe, new_cell(p));
}

/* The marked rows that the sheet lacks up to a row, in front of the present tag. */
static void add_rows(struct painter *p, long before)
{
    p->row_format = -1;
    for (const struct mark *m; (m = next_mark(p)) && (long)m->row < before;) {
        p->row = m->row;
        xmlpipe_before(p->pipe, arena_printf(&p->scratch, "<%.*srow r=\"%ld\">", STR_ARG(p->prefix), p->row));
        add_cells(p, BOOK_MAX_COL + 1);
        xmlpipe_before(p->pipe, arena_printf(&p->scratch, "</%.*srow>", STR_ARG(p->prefix)));
        arena_reset(&p->scratch);
    }
}

static void end_tag(struct painter *p, const struct tag *t)
{
    xmlpipe_before(p->pipe, arena_printf(&p->scratch, "</%.*s%.*s>", STR_ARG(t->prefix), STR_ARG(t->name)));
}

static bool begin_row(struct painter *p, const struct tag *t, struct err *e)
{
    long number = tag_number(t, "r", p->row + 1);
    struct str custom;
    if (number <= p->row)
        return xmlpipe_fault(p->pipe, "rows of a sheet are out of order", e);
    add_rows(p, number);
    const struct mark *m = next_mark(p);
    p->row = number;
    p->col = p->added = 0;
    p->row_format =
        tag_attribute(t, "customFormat", &custom) && (str_is(custom, "1") || str_is(custom, "true"))
            ? tag_number(t, "s", 0)
            : -1;
    if (t->kind == TAG_EMPTY && m && (long)m->row == number) {
        xmlpipe_instead(p->pipe, tag_opened(t, &p->scratch));
        add_cells(p, BOOK_MAX_COL + 1);
        end_tag(p, t);
    }
    return true;
}

static bool cell(struct painter *p, const struct tag *t, struct err *e)
{
    struct str ref;
    long row;
    int col = (int)p->col + 1;
    enum paint paint;
    const struct mark *m = next_mark(p);
    if ((!m || (long)m->row != p->row) && p->added == 0)
        return true;
    if (tag_attribute(t, "r", &ref) && !address_parse(ref, &row, &col))
        return xmlpipe_fault(p->pipe, "the address of a cell cannot be read", e);
    if (col <= p->col || col <= p->added) {
        xmlpipe_fault(p->pipe, "cells of a row are out of order", e);
        return err_hint(e, "open it in a spreadsheet program and save it as .xlsx");
    }
    add_cells(p, col);
    p->col = col;
    m = next_mark(p);
    if (!m || (long)m->row != p->row || m->col != col)
        return true;
    p->at += marks_cell(p->g->marks, p->at, &paint);
    long painted = styles_painted(p->g->styles, tag_number(t, "s", 0), paint);
    xmlpipe_instead(p->pipe, tag_with(t, "s", arena_printf(&p->scratch, "%ld", painted), &p->scratch));
    return true;
}

/* The rows of a sheet begin or end. */
static void rows(struct painter *p, const struct tag *t)
{
    p->in_rows = t->kind == TAG_START;
    if (t->kind == TAG_END)
        add_rows(p, BOOK_MAX_ROW + 1);
    if (t->kind == TAG_EMPTY && next_mark(p)) {
        xmlpipe_instead(p->pipe, tag_opened(t, &p->scratch));
        add_rows(p, BOOK_MAX_ROW + 1);
        end_tag(p, t);
    }
}

static void add_drawing(struct painter *p)
{
    if (!p->drawn && p->g->drawing.len > 0)
        xmlpipe_before(p->pipe, arena_printf(&p->scratch, "<%.*slegacyDrawing %.*s/>", STR_ARG(p->prefix),
                                             STR_ARG(p->g->drawing)));
    p->drawn = true;
}

static void section(struct painter *p, const struct tag *t)
{
    struct str id;
    if (str_is(t->name, "sheetData"))
        rows(p, t);
    if (tag_begins(t, "legacyDrawing") && tag_attribute(t, "id", &id)) {
        p->g->has_drawing = arena_dup(p->g->arena, id);
        p->drawn = true;
    }
    for (size_t i = 0; i < sizeof behind_drawing / sizeof *behind_drawing; i++)
        if (tag_begins(t, behind_drawing[i]))
            add_drawing(p);
}

static bool take(struct painter *p, const struct tag *t, struct err *e)
{
    switch (t->depth) {
    case ROOT:
        p->prefix = t->kind == TAG_END ? p->prefix : arena_dup(p->g->arena, t->prefix);
        if (t->kind == TAG_END)
            add_drawing(p);
        return true;
    case SECTION:
        section(p, t);
        return true;
    case ROW:
        if (tag_begins(t, "col"))
            add_columns(p, t);
        if (!p->in_rows || !str_is(t->name, "row"))
            return true;
        if (t->kind == TAG_END)
            add_cells(p, BOOK_MAX_COL + 1);
        return t->kind == TAG_END || begin_row(p, t, e);
    case CELL:
        return !p->in_rows || !tag_begins(t, "c") || cell(p, t, e);
    default:
        return true;
    }
}

bool paint_sheet(struct painting *g, const struct zip *z, const struct zip_entry *part, struct archive *into,
                 struct err *e)
{
    struct painter p = {.g = g, .pipe = xmlpipe_open(z, part, into, e)};
    struct tag t;
    bool ok = p.pipe != NULL;
    int got = 0;
    while (p.at < g->marks->n && g->marks->mark[p.at].row == 0) /* of the whole sheet: they have no cell */
        p.at++;
    while (ok && (got = xmlpipe_next(p.pipe, &t, e)) == 1) {
        ok = take(&p, &t, e);
        arena_reset(&p.scratch);
    }
    if (ok && got == 0 && next_mark(&p))
        ok = xmlpipe_fault(p.pipe, "a sheet has no rows where cells are marked", e);
    xmlpipe_close(p.pipe);
    arena_done(&p.scratch);
    free(p.column);
    return ok && got == 0;
}
