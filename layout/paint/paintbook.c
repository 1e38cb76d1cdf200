#include "paintbook.h"

#include "checktell.h"
#include "paintlegend.h"

#include "limit.h"

#include <stdlib.h>

enum {
    MOST_MERGED = 5000,
    LARGEST_MERGED = 10000,
    NARROWEST = 8,
    WIDEST = 42,
    FATE_WIDTH = 18,
    MOST_LINES = 8,
    PAGE_COLUMNS = 16
};

struct paintbook {
    struct legend legend; /* with the workbook */
    const char *folder;
    struct arena *a;
    const struct check_file *f;
    /* the present sheet */
    const struct check_sheet *s;
    lxw_worksheet *sheet;
    const struct range **merged; /* by their first rows */
    size_t merges, merge;        /* the next one to begin */
    size_t begun;                /* the first that may reach into the present row */
    int last;                    /* last column with anything in it */
    uint64_t cells;              /* written, on all sheets */
    size_t *wide;                /* by column, texts below the heading */
};

/* --- merged cells --- */

static bool overlap(const struct range *x, const struct range *y)
{
    return x->row1 <= y->row2 && y->row1 <= x->row2 && x->col1 <= y->col2 && y->col1 <= x->col2;
}

static int by_first_row(const void *left, const void *right)
{
    const struct range *x = *(const struct range *const *)left, *y = *(const struct range *const *)right;
    if (x->row1 != y->row1)
        return x->row1 < y->row1 ? -1 : 1;
    return x->col1 - y->col1;
}

static uint64_t size_of(const struct range *r)
{
    return (uint64_t)(r->row2 - r->row1 + 1) * (uint64_t)(r->col2 - r->col1 + 1);
}

/* Merged cells that lie over one another, which no spreadsheet program writes or opens, are left out; so are
 * those beyond any form, in number or size. */
static void take_merged(struct paintbook *b, const struct survey *survey)
{
    b->merged = arena_alloc(b->a, MOST_MERGED * sizeof *b->merged);
    b->merges = b->merge = b->begun = 0;
    for (size_t i = 0; i < survey->ranges && b->merges < MOST_MERGED; i++) {
        const struct range *r = &survey->range[i];
        bool apart = size_of(r) > 1 && size_of(r) <= LARGEST_MERGED;
        for (size_t k = 0; k < b->merges && apart; k++)
            apart = !overlap(r, b->merged[k]);
        if (apart)
            b->merged[b->merges++] = r;
    }
    qsort(b->merged, b->merges, sizeof *b->merged, by_first_row);
}

/* The merged cells that begin in the row's cell; NULL when there are none. */
static const struct range *begins(const struct paintbook *b, long row, int col)
{
    for (size_t i = b->merge; i < b->merges && b->merged[i]->row1 <= row; i++)
        if (b->merged[i]->row1 == row && b->merged[i]->col1 == col)
            return b->merged[i];
    return NULL;
}

/* The cell is covered by merged cells that begin in another. */
static bool covered(const struct paintbook *b, long row, int col)
{
    for (size_t i = b->begun; i < b->merges && b->merged[i]->row1 <= row; i++) {
        const struct range *r = b->merged[i];
        if (row <= r->row2 && col >= r->col1 && col <= r->col2 && (row > r->row1 || col > r->col1))
            return true;
    }
    return false;
}

static void pass_merged(struct paintbook *b, long row)
{
    while (b->merge < b->merges && b->merged[b->merge]->row1 < row)
        b->merge++;
    while (b->begun < b->merges && b->merged[b->begun]->row2 < row)
        b->begun++;
}

/* --- cells --- */

static void put_cell(struct paintbook *b, long row, const struct painted_cell *c)
{
    struct legend *l = &b->legend;
    lxw_format *format = legend_format(l, c->role, c->carried);
    lxw_row_t at = (lxw_row_t)(row - 1);
    lxw_col_t col = (lxw_col_t)(c->col - 1);
    const struct range *r = begins(b, row, c->col);
    char *text =
        arena_cstr(&l->scratch, c->carried ? arena_printf(&l->scratch, "↓ %.*s", STR_ARG(c->text)) : c->text);
    b->cells += r ? size_of(r) : 1;
    if (r)
        legend_note(l, worksheet_merge_range(b->sheet, at, col, (lxw_row_t)(r->row2 - 1),
                                             (lxw_col_t)(r->col2 - 1), "", format));
    if (c->type == CELL_NUMBER && !c->masked && !c->carried)
        legend_note(l, worksheet_write_number(b->sheet, at, col, strtod(text, NULL), format));
    else
        legend_text(l, b->sheet, row - 1, c->col - 1, str_c(text), format);
    if (c->became.len > 0)
        legend_comment(l, b->sheet, row - 1, c->col - 1,
                       arena_printf(&l->scratch, "→ %.*s", STR_ARG(c->became)));
}

/* The library holds the workbook in memory, and does not bear having none. */
static bool too_many(const struct paintbook *b)
{
    enum { BYTES_OF_CELL = 160, OTHER_BYTES = 64 * 1024 * 1024 };
    return OTHER_BYTES + b->cells * BYTES_OF_CELL > limit_of(LIMIT_MEMORY);
}

void paintbook_row(struct paintbook *b, const struct painted_row *row)
{
    if (too_many(b))
        return;
    const char *fate = row->heading                            ? "judul kolom"
                       : row->fate == FATE_DATA && row->hidden ? "data (tersembunyi)"
                                                               : tell_fate(row->fate, true);
    pass_merged(b, row->number);
    for (size_t i = 0; i < row->n; i++) {
        const struct painted_cell *c = &row->cell[i];
        size_t n = row->fate == FATE_DATA || row->fate == FATE_BLOCK ? str_characters(c->text) : 0;
        if (c->col > b->last || covered(b, row->number, c->col))
            continue;
        put_cell(b, row->number, c);
        if (n > b->wide[c->col])
            b->wide[c->col] = n;
    }
    if (*fate)
        legend_text(&b->legend, b->sheet, row->number - 1, b->last, str_c(fate), b->legend.fate);
    arena_reset(&b->legend.scratch);
}

/* --- sheets --- */

/* The last column of the heading or of a read cell: behind it stands what became of the rows. */
static int last_column(const struct check_sheet *s)
{
    int last = s->palette.width;
    for (size_t i = 0; i < s->head->rows; i++) {
        const struct row *r = &s->head->row[i];
        last = r->n > 0 && r->cell[r->n - 1].col > last ? r->cell[r->n - 1].col : last;
    }
    return last < BOOK_MAX_COL ? last : BOOK_MAX_COL - 1;
}

static double width_of(const struct paintbook *b, int col)
{
    size_t n = b->wide[col];
    return (double)(n < NARROWEST ? NARROWEST : n > WIDEST ? WIDEST : n) + 2;
}

/* The lines that the texts of a heading row need, each in the width and height of its merged cells. */
static double lines_of(const struct paintbook *b, const struct row *row)
{
    double most = 1;
    for (size_t i = 0; i < row->n; i++) {
        const struct cell *c = &row->cell[i];
        struct range r = {row->number, row->number, c->col, c->col};
        for (size_t k = 0; k < b->merges; k++)
            if (b->merged[k]->row1 == row->number && b->merged[k]->col1 == c->col)
                r = *b->merged[k];
        double width = 0, rows = (double)(r.row2 - r.row1 + 1);
        for (int col = r.col1; col <= r.col2 && col <= b->last; col++)
            width += width_of(b, col);
        double lines = width > 0 ? (double)str_characters(c->text) * 1.2 / width / rows : 0;
        most = lines > most ? lines : most;
    }
    return most < MOST_LINES ? (double)(long)(most + 0.99) : MOST_LINES;
}

/* What is known of the columns only when all rows are there: their widths, and how high the heading is then.
 */
static void end_sheet(struct paintbook *b)
{
    if (!b->sheet)
        return;
    const struct plan *plan = b->s->palette.plan;
    for (int col = 1; col <= b->last; col++)
        legend_note(&b->legend, worksheet_set_column(b->sheet, (lxw_col_t)(col - 1), (lxw_col_t)(col - 1),
                                                     width_of(b, col), NULL));
    legend_note(&b->legend,
                worksheet_set_column(b->sheet, (lxw_col_t)b->last, (lxw_col_t)b->last, FATE_WIDTH, NULL));
    for (size_t i = 0; i < b->s->head->rows; i++) {
        const struct row *r = &b->s->head->row[i];
        if (r->number >= plan->heading && r->number < plan->first_row)
            legend_note(&b->legend,
                        worksheet_set_row(b->sheet, (lxw_row_t)(r->number - 1), 15 * lines_of(b, r), NULL));
    }
    b->sheet = NULL;
}

/* What each column became, as notes on the lowest cells of the heading. */
static void put_notes(struct paintbook *b)
{
    const struct plan *plan = b->s->palette.plan;
    for (size_t i = 0; i < b->s->paths; i++) {
        int col = b->s->path[i].col;
        struct str became = tell_column(&b->s->palette, col, &b->legend.scratch);
        long row = plan->heading;
        for (size_t m = 0; m < plan->marks; m++)
            if (plan->mark[m].col == col && plan->heading + plan->mark[m].level > row)
                row = plan->heading + plan->mark[m].level;
        if (became.len > 0)
            legend_comment(&b->legend, b->sheet, row - 1, col - 1, became);
    }
    arena_reset(&b->legend.scratch);
}

bool paintbook_sheet(struct paintbook *b, const struct check_sheet *s, struct err *e)
{
    const struct plan *plan = s->palette.plan;
    const struct survey *survey = book_survey(b->f->book, plan->sheet, e);
    if (!survey)
        return false;
    end_sheet(b);
    b->s = s;
    b->last = last_column(b->s);
    b->wide = arena_alloc(b->a, ((size_t)b->last + 2) * sizeof *b->wide);
    take_merged(b, survey);
    b->sheet = legend_sheet(&b->legend, b->s->name);
    if (!b->sheet)
        return err_set(e, ST_CANTCREATE, "cannot make a sheet for '%.*s'", STR_ARG(b->s->name));
    worksheet_freeze_panes(b->sheet, (lxw_row_t)(plan->first_row - 1), 0);
    worksheet_set_landscape(b->sheet);
    if (b->last <= PAGE_COLUMNS)
        worksheet_fit_to_pages(b->sheet, 1, 0);
    worksheet_repeat_rows(b->sheet, (lxw_row_t)(plan->heading - 1), (lxw_row_t)(plan->first_row - 2));
    put_notes(b);
    return true;
}

/* --- the workbook --- */

struct paintbook *paintbook_open(const char *path, const char *folder, const struct check_file *f,
                                 struct arena *a, struct err *e)
{
    struct paintbook *b = arena_alloc(a, sizeof *b);
    b->folder = arena_cstr(a, str_c(folder));
    b->a = a;
    b->f = f;
    return legend_open(&b->legend, path, b->folder, e) ? b : NULL;
}

bool paintbook_close(struct paintbook *b, bool whole, struct err *e)
{
    end_sheet(b);
    if (whole)
        legend_write(&b->legend, b->f);
    bool closed = legend_close(&b->legend, e);
    if (too_many(b))
        return limit_refuse(LIMIT_MEMORY, arena_cstr(b->a, b->f->name), e);
    return closed;
}
