#include "head.h"
#include "limit.h"

#include <string.h>

void heads_init(struct heads *h, struct book *b)
{
    *h = (struct heads){.book = b};
    h->head = arena_alloc(&h->arena, book_sheets(b) * sizeof *h->head);
}

void heads_done(struct heads *h)
{
    arena_done(&h->arena);
}

static bool keep_row(struct heads *h, struct head *head, const struct row *row, struct err *e)
{
    h->bytes += row->n * sizeof *row->cell;
    for (size_t i = 0; i < row->n; i++)
        h->bytes += row->cell[i].text.len;
    if (h->bytes > limit_of(LIMIT_HEAD_BYTES))
        return limit_refuse(LIMIT_HEAD_BYTES, book_path(h->book), e);
    struct row *kept = &head->row[head->rows++];
    *kept =
        (struct row){row->number, arena_alloc(&h->arena, row->n * sizeof *row->cell), row->n, row->hidden};
    for (size_t i = 0; i < row->n; i++) {
        kept->cell[i] = row->cell[i];
        kept->cell[i].text = arena_dup(&h->arena, row->cell[i].text);
    }
    return true;
}

const struct head *heads_get(struct heads *h, size_t sheet, struct err *e)
{
    if (h->head[sheet])
        return h->head[sheet];
    struct rows *rows = rows_open(h->book, sheet, e);
    if (!rows)
        return NULL;
    struct head *head = arena_alloc(&h->arena, sizeof *head);
    head->row = arena_alloc(&h->arena, HEAD_ROWS * sizeof *head->row);
    struct row row;
    int got;
    while ((got = rows_next(rows, &row, e)) > 0 && row.number <= HEAD_ROWS && head->rows < HEAD_ROWS)
        if (!keep_row(h, head, &row, e)) {
            got = -1;
            break;
        }
    rows_close(rows);
    head->preface = got < 0 ? NULL : book_preface(h->book, sheet, e);
    if (!head->preface)
        return NULL;
    return h->head[sheet] = head;
}

/* A heading's cell: its text, and the column in which that is typed; 0: it is typed above the heading. */
struct place {
    struct str text;
    int col;
};

/* The heading's cells: a square of rows levels and width columns. */
struct grid {
    struct place *place;
    long first, rows;
    int width;
};

static struct place *at(const struct grid *g, long level, int col)
{
    return &g->place[(size_t)level * (size_t)(g->width + 1) + (size_t)col];
}

static struct str cell_text(const struct head *head, long row, int col)
{
    for (size_t i = 0; i < head->rows; i++)
        for (size_t k = 0; head->row[i].number == row && k < head->row[i].n; k++)
            if (head->row[i].cell[k].col == col)
                return str_trim(head->row[i].cell[k].text);
    return STR("");
}

static void put_cells(struct grid *g, const struct head *head)
{
    for (size_t i = 0; i < head->rows; i++) {
        long level = head->row[i].number - g->first;
        if (level < 0 || level >= g->rows)
            continue;
        for (size_t k = 0; k < head->row[i].n; k++)
            if (head->row[i].cell[k].col <= g->width)
                *at(g, level, head->row[i].cell[k].col) =
                    (struct place){str_trim(head->row[i].cell[k].text), head->row[i].cell[k].col};
    }
}

/* A merged cell's text goes to the uppermost of its rows within the heading, in all its columns. Merged cells
 * that lie over one another, which no program writes, are put in as far as they would fill the grid once. */
static void put_merged(struct grid *g, const struct head *head, const struct survey *survey)
{
    long left = g->rows * g->width;
    for (size_t i = 0; i < survey->ranges && left > 0; i++) {
        const struct range *r = &survey->range[i];
        if (r->row2 < g->first || r->row1 >= g->first + g->rows || r->col1 > g->width)
            continue;
        struct str text = cell_text(head, r->row1, r->col1);
        long top = r->row1 > g->first ? r->row1 : g->first;
        for (long row = top; row <= r->row2 && row < g->first + g->rows; row++)
            for (int col = r->col1; col <= r->col2 && col <= g->width; col++, left--)
                *at(g, row - g->first, col) =
                    row == top ? (struct place){text, top == r->row1 ? r->col1 : 0} : (struct place){0};
    }
}

static bool below_filled(const struct grid *g, long level, int col)
{
    for (long k = level + 1; k < g->rows; k++)
        if (at(g, k, col)->text.len > 0)
            return true;
    return false;
}

/* Delimited text has no merged cells: an upper heading goes on to the right, as far as the headings above it
 * do; columns without any heading do not end it. */
static void put_to_the_right(struct grid *g)
{
    for (long level = 0; level + 1 < g->rows; level++)
        for (int col = 1, left = 0; col <= g->width; col++) {
            bool headed = at(g, level, col)->text.len > 0, same = !headed && below_filled(g, level, col);
            if (!headed && !same)
                continue;
            for (long above = 0; above < level && left > 0; above++)
                same = same && str_eq(at(g, above, col)->text, at(g, above, left)->text);
            if (same && left > 0)
                *at(g, level, col) = *at(g, level, left);
            left = col;
        }
}

static int widest(const struct head *head, long first, long rows)
{
    int width = 0;
    for (size_t i = 0; i < head->rows; i++) {
        const struct row *r = &head->row[i];
        if (r->number >= first && r->number < first + rows && r->n > 0 && r->cell[r->n - 1].col > width)
            width = r->cell[r->n - 1].col;
    }
    return width < HEAD_COLUMNS ? width : HEAD_COLUMNS;
}

static void collect(const struct grid *g, const struct survey *preface, struct arena *a, struct path *path,
                    size_t *n)
{
    size_t k = 0; /* the first hidden columns that do not lie to the left */
    for (int col = 1; col <= g->width; col++) {
        struct str typed = STR("");
        while (k < preface->hiddens && preface->hidden[k].last < col)
            k++;
        bool hidden = k < preface->hiddens && preface->hidden[k].first <= col;
        for (long level = 0; level < g->rows; level++) {
            struct str text = at(g, level, col)->text;
            if (text.len > 0)
                typed = typed.len > 0 ? arena_printf(a, "%.*s > %.*s", STR_ARG(typed), STR_ARG(text)) : text;
        }
        if (typed.len > 0)
            path[(*n)++] = (struct path){col, at(g, 0, col)->text.len > 0, hidden, typed, str_fold(a, typed)};
    }
}

static bool make_grid(struct heads *h, size_t sheet, long row, long rows, bool merged, struct arena *a,
                      struct grid *g, struct err *e)
{
    const struct head *head = heads_get(h, sheet, e);
    const struct survey *survey = head && merged ? book_survey(h->book, sheet, e) : NULL;
    if (!head || (merged && !survey))
        return false;
    *g = (struct grid){.first = row, .rows = rows, .width = widest(head, row, rows)};
    g->place = arena_alloc(a, (size_t)rows * (size_t)(g->width + 1) * sizeof *g->place);
    put_cells(g, head);
    if (survey)
        put_merged(g, head, survey);
    if (book_was_text(h->book, sheet))
        put_to_the_right(g);
    return true;
}

/* The headings of one row and depth: many layouts ask for them. */
struct paths {
    struct path *path;
    size_t n;
    bool made;
};

bool heads_paths(struct heads *h, size_t sheet, long row, long rows, bool merged, const struct path **path,
                 size_t *n, struct err *e)
{
    struct grid g;
    struct arena *a = &h->arena;
    if (!heads_get(h, sheet, e))
        return false;
    struct head *head = h->head[sheet];
    struct paths **at_depth = &head->paths[rows == 1 && merged ? LAYOUT_MAX_ROWS : rows - 1];
    if (!*at_depth)
        *at_depth = arena_alloc(a, (LAYOUT_MAX_SEARCH + 1) * sizeof **at_depth);
    struct paths *p = &(*at_depth)[row];
    if (!p->made) {
        if (!make_grid(h, sheet, row, rows, merged || rows > 1, a, &g, e))
            return false;
        p->path = arena_alloc(a, (size_t)g.width * sizeof *p->path);
        collect(&g, head->preface, a, p->path, &p->n);
        p->made = true;
    }
    *path = p->path;
    *n = p->n;
    return true;
}

bool heads_marks(struct heads *h, size_t sheet, long row, long rows, const bool *read, struct arena *a,
                 struct mark **mark, size_t *n, struct err *e)
{
    struct grid g;
    if (!make_grid(h, sheet, row, rows, rows > 1, a, &g, e))
        return false;
    *mark = arena_alloc(a, (size_t)(g.rows * g.width) * sizeof **mark);
    *n = 0;
    for (long level = 0; level < g.rows; level++)
        for (int col = 1, last = 0; col <= g.width; col++) {
            const struct place *p = at(&g, level, col);
            if (!read[col] || p->text.len == 0 || p->col <= last)
                continue;
            last = p->col;
            (*mark)[(*n)++] = (struct mark){level, p->col, str_fold(a, p->text)};
        }
    return true;
}
