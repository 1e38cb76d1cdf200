#include "spread.h"
#include "limit.h"

#include <stdlib.h>
#include <string.h>

/* A merged area that reaches into the present row; its text is its own. */
struct area {
    struct range range;
    struct cell cell;
};

struct spread {
    struct rows *rows;
    struct range *range; /* by their first cells */
    size_t ranges, next;
    struct area *area; /* by columns */
    size_t areas, area_room;
    struct row held; /* read, and not handed out yet */
    bool holding, ended;
    long at; /* row handed out last */
    long filled;
    uint64_t bytes;    /* of text that the areas repeat */
    struct cell *cell; /* of the row handed out */
    size_t cells, room;
};

static int by_first_cell(const void *left, const void *right)
{
    const struct range *a = left, *b = right;
    if (a->row1 != b->row1)
        return a->row1 < b->row1 ? -1 : 1;
    return a->col1 - b->col1;
}

static int by_column(const void *left, const void *right)
{
    return ((const struct area *)left)->range.col1 - ((const struct area *)right)->range.col1;
}

struct spread *spread_open(struct rows *rows, const struct survey *survey)
{
    struct spread *s = mem_alloc(sizeof *s);
    s->rows = rows;
    s->ranges = survey->ranges;
    s->range = mem_alloc(s->ranges * sizeof *s->range);
    if (s->ranges > 0)
        memcpy(s->range, survey->range, s->ranges * sizeof *s->range);
    qsort(s->range, s->ranges, sizeof *s->range, by_first_cell);
    return s;
}

void spread_close(struct spread *s)
{
    if (!s)
        return;
    for (size_t i = 0; i < s->areas; i++)
        free((char *)(uintptr_t)s->area[i].cell.text.ptr);
    free(s->area);
    free(s->range);
    free(s->cell);
    free(s);
}

static bool add_area(struct spread *s, const struct range *r, struct cell cell, struct err *e)
{
    long cells = (r->row2 - r->row1 + 1) * (r->col2 - r->col1 + 1);
    s->filled += cells;
    s->bytes += (uint64_t)cells * cell.text.len;
    if (s->bytes > limit_of(LIMIT_TEXT_BYTES)) {
        err_set(e, ST_UNREADABLE, "the merged areas repeat more text than limit text-bytes allows a sheet");
        return err_hint(e, "read the sheet without spreading them");
    }
    if (s->filled > SPREAD_MAX_CELLS) {
        err_set(e, ST_UNREADABLE, "the merged areas have more than %d cells", SPREAD_MAX_CELLS);
        return err_hint(e, "read the sheet without spreading them");
    }
    if (s->areas == s->area_room) {
        s->area_room = s->area_room ? s->area_room * 2 : 64;
        s->area = mem_grow(s->area, s->area_room * sizeof *s->area);
    }
    char *text = mem_grow(NULL, cell.text.len);
    memcpy(text, cell.text.ptr, cell.text.len);
    cell.text.ptr = text;
    s->area[s->areas++] = (struct area){*r, cell};
    return true;
}

/* Takes up the areas whose first cell is in the row held; those that began above it began blank. */
static bool begin_areas(struct spread *s, struct err *e)
{
    const struct row *row = &s->held;
    size_t before = s->areas, i = 0;
    while (s->next < s->ranges && s->range[s->next].row1 < row->number)
        s->next++;
    for (; s->next < s->ranges && s->range[s->next].row1 == row->number; s->next++) {
        const struct range *r = &s->range[s->next];
        while (i < row->n && row->cell[i].col < r->col1)
            i++;
        if (i < row->n && row->cell[i].col == r->col1 && row->cell[i].text.len > 0 &&
            !add_area(s, r, row->cell[i], e))
            return false;
    }
    if (before > 0 && s->areas > before)
        qsort(s->area, s->areas, sizeof *s->area, by_column);
    return true;
}

static void end_areas(struct spread *s)
{
    size_t kept = 0;
    for (size_t i = 0; i < s->areas; i++) {
        if (s->area[i].range.row2 > s->at)
            s->area[kept++] = s->area[i];
        else
            free((char *)(uintptr_t)s->area[i].cell.text.ptr);
    }
    s->areas = kept;
}

static void add_cell(struct spread *s, struct cell cell, int col)
{
    if (s->cells == s->room) {
        s->room = s->room ? s->room * 2 : 64;
        s->cell = mem_grow(s->cell, s->room * sizeof *s->cell);
    }
    s->cell[s->cells] = cell;
    s->cell[s->cells++].col = col;
}

/* The n cells of the sheet's own row, and over them those of the areas. */
static void fill(struct spread *s, const struct cell *own, size_t n)
{
    int done = 0;
    size_t i = 0;
    s->cells = 0;
    for (size_t k = 0; k < s->areas; k++) {
        const struct area *a = &s->area[k];
        for (; i < n && own[i].col < a->range.col1; i++)
            if (own[i].col > done)
                add_cell(s, own[i], own[i].col);
        for (int col = a->range.col1; col <= a->range.col2; col++)
            if (col > done)
                add_cell(s, a->cell, col);
        done = a->range.col2 > done ? a->range.col2 : done;
    }
    for (; i < n; i++)
        if (own[i].col > done)
            add_cell(s, own[i], own[i].col);
}

int spread_next(struct spread *s, struct row *row, struct err *e)
{
    if (!s->holding && !s->ended) {
        int got = rows_next(s->rows, &s->held, e);
        if (got < 0)
            return -1;
        s->holding = got > 0;
        s->ended = got == 0;
    }
    end_areas(s);
    if (!s->holding && s->areas == 0)
        return 0;
    bool own = s->holding && (s->areas == 0 || s->held.number == s->at + 1);
    if (own && !begin_areas(s, e))
        return -1;
    s->at = own ? s->held.number : s->at + 1;
    fill(s, s->held.cell, own ? s->held.n : 0);
    s->holding = s->holding && !own;
    *row = (struct row){s->at, s->cell, s->cells, own && s->held.hidden};
    return 1;
}
