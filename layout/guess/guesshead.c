/* Where the heading of a sheet stands: every block of rows that could be one is given points, the best one
 * wins.
 *
 * A heading is text over cells of another look, it is at hand for all columns that have data, words of it are
 * known, and the row below it is no heading. What stands alone in its row is a title. */
#include "guesssheet.h"
#include "look.h"

enum { COMPARED = 30, LONGEST_HEADING = 160, EMPTY_FORM = 2, HOPELESS = -5 };

/* A block of rows under trial. */
struct block {
    struct gsheet *s;
    const struct gplaces *places;
    struct arena *a; /* scratch */
    long top, bottom;
    size_t data;              /* index of the first row below that is no row of column numbers */
    size_t rows;              /* that are compared */
    const struct path **path; /* by column */
    int width;
    double points;
    size_t evidence; /* of all columns with data, by evidence_of() */
};

/* What stands below a heading. */
struct below {
    size_t filled, figures, years, typed, texts, places, same;
    enum sort first;
    size_t rest_figures; /* without the first row */
    size_t rest;
};

/* --- columns --- */

static struct below look_below(const struct block *b, int col, struct str leaf)
{
    struct below below = {0};
    for (size_t i = b->data; i < b->data + b->rows; i++) {
        const struct cell *c = gsheet_cell(&b->s->row[i], col);
        enum sort sort = gsheet_sort(b->s, c);
        bool figure = sort == SORT_NUMBER || sort == SORT_TYPED || sort == SORT_DATE || sort == SORT_YEAR;
        if (i == b->data)
            below.first = sort;
        if (sort == SORT_EMPTY || sort == SORT_NOTHING)
            continue;
        below.filled++;
        below.figures += figure;
        below.years += sort == SORT_YEAR;
        below.typed += sort == SORT_TYPED;
        below.texts += sort == SORT_TEXT;
        below.rest += i > b->data;
        below.rest_figures += i > b->data && figure;
        below.places += sort == SORT_TEXT && gplaces_named(b->places, c->text) != 0;
        below.same += str_eq(str_fold(b->a, c->text), leaf);
    }
    return below;
}

static struct str leaf_of(struct str path)
{
    for (size_t i = path.len; i > 2; i--)
        if (memcmp(path.ptr + i - 3, " > ", 3) == 0)
            return (struct str){path.ptr + i, path.len - i};
    return path;
}

static enum sort sort_of_leaf(const struct block *b, const struct path *p, struct str leaf)
{
    struct cell typed = {.col = p->col, .type = CELL_TEXT, .text = leaf};
    for (size_t i = 0; i < b->s->rows && b->s->row[i].number <= b->bottom; i++) {
        const struct cell *c = b->s->row[i].number >= b->top ? gsheet_cell(&b->s->row[i], p->col) : NULL;
        if (c && str_eq(str_trim(c->text), str_trim(leaf)))
            typed.type = c->type;
    }
    return gsheet_sort(b->s, &typed);
}

/* Points of a text as heading of what stands below. */
static double text_points(const struct block *b, struct str leaf, const struct below *below)
{
    if (words_say(words_of(b->a, leaf)).say != SAY_NOTHING)
        return 3;
    if (below->same > 0)
        return -2;
    if (below->texts > 0 && below->places * 2 >= below->texts && gplaces_named(b->places, leaf) != 0)
        return -3;
    if (leaf.len > LONGEST_HEADING)
        return 0;
    return below->figures * 10 >= below->filled * 6 ? 2 : 1;
}

static double heading_points(const struct block *b, const struct path *p, const struct below *below)
{
    struct str leaf = leaf_of(p->folded);
    enum sort sort = sort_of_leaf(b, p, leaf_of(p->typed));
    if (gsheet_personal(leaf))
        return -20;
    if (below->filled == 0)
        return sort == SORT_TEXT    ? words_say(words_of(b->a, leaf)).say != SAY_NOTHING ? 1 : 0.3
               : sort == SORT_TYPED ? 0
                                    : -0.5;
    bool above = leaf.len < p->folded.len;
    switch (sort) {
    case SORT_YEAR:
        if (below->years * 2 >= below->filled)
            return -2;
        return below->figures * 10 < below->filled * 6 ? -1 : above ? 2 : 1;
    case SORT_TYPED:
        return below->typed * 2 >= below->filled ? -3 : 0.5;
    case SORT_TEXT:
        return text_points(b, leaf, below);
    default:
        return -3;
    }
}

/* How surely a text is a heading and not a first row of data, which might name a person. */
static size_t evidence_of(const struct block *b, struct str leaf, const struct below *below)
{
    struct str words = words_of(b->a, leaf);
    if (words_say(words).say != SAY_NOTHING)
        return 2;
    size_t counts =
        words_role(words) != ROLE_NONE || words_have(words, "jumlah") || words_have(words, "total");
    return counts + (below->figures * 10 >= below->filled * 6 || below->places * 2 > below->filled);
}

static void column_points(struct block *b)
{
    double bare = 0;
    size_t years = 0, others = 0, gaps = 0;
    for (int col = 1; col <= b->width; col++) {
        const struct path *p = b->path[col];
        struct below below = look_below(b, col, p ? leaf_of(p->folded) : STR(""));
        if (p)
            b->points += heading_points(b, p, &below);
        if (p && below.filled > 0)
            b->evidence += evidence_of(b, leaf_of(p->folded), &below);
        if (!p && below.filled > 0)
            bare = bare < 3 ? bare + 1 : bare;
        /* a row below that looks like a heading */
        if (below.first == SORT_TEXT && below.rest >= 2 && below.rest_figures * 10 >= below.rest * 7)
            b->points -= 2;
        years += below.first == SORT_YEAR;
        others += below.first != SORT_YEAR && below.first != SORT_EMPTY;
        gaps += below.first == SORT_EMPTY && below.filled > 0;
    }
    /* years alone, and nothing in the first columns: the last row of a heading */
    if (years > 0 && others == 0 && gaps > 0)
        b->points -= 3;
    b->points -= bare;
}

/* --- levels --- */

static const struct row *row_at(const struct gsheet *s, long number)
{
    for (size_t i = 0; i < s->rows && s->row[i].number <= number; i++)
        if (s->row[i].number == number)
            return &s->row[i];
    return NULL;
}

/* The last column that a cell of a level covers: by a merged area, in delimited text by the empty cells to
 * its right. */
static int covers(const struct block *b, long row, int col)
{
    for (size_t i = 0; i < b->s->survey->ranges; i++) {
        const struct range *r = &b->s->survey->range[i];
        if (r->row1 == row && r->col1 == col)
            return r->col2;
    }
    return b->s->text ? b->width : col;
}

/* Whether a column has a heading of words in the block's rows but this one. */
static bool has_other(const struct block *b, long row, int col)
{
    for (size_t i = 0; i < b->s->rows; i++) {
        const struct row *r = &b->s->row[i];
        if (r->number >= b->top && r->number <= b->bottom && r->number != row &&
            gsheet_sort(b->s, gsheet_cell(r, col)) == SORT_TEXT)
            return true;
    }
    return false;
}

/* A level above the last: more than one heading, or one that is of part of the columns, or the only one of
 * its column. */
static double level_points(const struct block *b, long number)
{
    const struct row *row = row_at(b->s, number);
    const struct cell *only = NULL;
    size_t filled = 0;
    for (size_t i = 0; row && i < row->n; i++) {
        struct str text = str_trim(row->cell[i].text);
        enum sort sort = gsheet_sort(b->s, &row->cell[i]);
        if (sort == SORT_EMPTY)
            continue;
        if (memchr(text.ptr, ':', text.len) && text.ptr[text.len - 1] != ':' && text.len < 60)
            return -6; /* label and value: a title */
        if (sort != SORT_TEXT && sort != SORT_YEAR)
            return -6;
        only = &row->cell[i];
        filled++;
    }
    if (filled == 0)
        return 0;
    if (filled > 1)
        return 1;
    int last = covers(b, number, only->col);
    bool needed = !has_other(b, number, only->col);
    bool part = last > only->col && (only->col > 1 || last < b->width);
    return needed ? 0 : part ? 0.5 : -6;
}

static double merged_points(const struct block *b)
{
    double points = 0;
    for (size_t i = 0; i < b->s->survey->ranges; i++) {
        const struct range *r = &b->s->survey->range[i];
        bool touches = r->row1 <= b->bottom && r->row2 >= b->top;
        if (touches && (r->row1 < b->top || r->row2 > b->bottom))
            points -= 5;
    }
    return points;
}

static void begin_block(struct block *b, long top, long depth)
{
    struct gsheet *s = b->s;
    arena_reset(b->a);
    b->top = top;
    b->bottom = top + depth - 1;
    b->points = -0.5 * (double)(depth - 1);
    b->evidence = 0;
    for (b->data = 0; b->data < s->rows && s->row[b->data].number <= b->bottom; b->data++)
        ;
    while (b->data < s->rows && look_numbers(&s->row[b->data], 0))
        b->data++;
    b->rows = s->rows - b->data < COMPARED ? s->rows - b->data : COMPARED;
    b->width = 0;
    for (size_t i = 0; i < b->data + b->rows; i++) {
        const struct row *row = &s->row[i];
        if (row->number >= top && row->n > 0 && row->cell[row->n - 1].col > b->width)
            b->width = row->cell[row->n - 1].col;
    }
}

/* True when a heading merged downwards ends in the row. */
static bool ends_merged(const struct block *b, long row)
{
    for (size_t i = 0; i < b->s->survey->ranges; i++)
        if (b->s->survey->range[i].row2 == row && b->s->survey->range[i].row1 >= b->top)
            return true;
    return false;
}

/* What the rows of the block are by themselves; below HOPELESS nothing makes a heading of them. */
static void row_points(struct block *b)
{
    for (long row = b->top; row <= b->bottom; row++) {
        const struct row *r = row_at(b->s, row);
        bool lacks = !r && (row == b->top || (row == b->bottom && !ends_merged(b, row)));
        if (lacks || (r && look_numbers(r, 0)))
            b->points += 2 * HOPELESS;
        else if (row < b->bottom)
            b->points += level_points(b, row);
    }
    b->points += merged_points(b);
}

static bool block_points(struct block *b, struct err *e)
{
    const struct path *path;
    size_t n;
    row_points(b);
    if (b->points < HOPELESS)
        return true;
    if (!heads_paths(b->s->heads, b->s->index, b->top, b->bottom - b->top + 1, false, &path, &n, e))
        return false;
    b->path = arena_alloc(b->a, (size_t)(b->width + 1) * sizeof *b->path);
    for (size_t i = 0; i < n && path[i].col <= b->width; i++)
        b->path[path[i].col] = &path[i];
    column_points(b);
    return true;
}

/* --- sheets that are no table --- */

/* Labels that stand one below the other, each beside its value: names of fields, or texts beside values of
 * all sorts. */
static bool is_vertical(const struct gsheet *s, const struct gplaces *places, struct arena *a)
{
    size_t labels = 0, rows = 0, kinds[SORT_NOTHING + 1] = {0}, most = 0;
    bool headed = false;
    for (size_t i = 0; i < s->rows && i < COMPARED; i++) {
        const struct row *row = &s->row[i];
        const struct cell *label = row->n > 0 ? &row->cell[0] : NULL;
        if (row->n > 3)
            return false;
        if (gsheet_sort(s, label) != SORT_TEXT)
            continue;
        enum say say = words_say(words_of(a, label->text)).say;
        labels += say != SAY_NOTHING && say != SAY_OTHER && gplaces_named(places, label->text) == 0;
        headed |= i == 0 && say != SAY_NOTHING;
        rows += row->n >= 2;
        kinds[gsheet_sort(s, &row->cell[row->n - 1])] += row->n >= 2;
    }
    for (int k = 0; k <= SORT_NOTHING; k++)
        most = kinds[k] > most ? kinds[k] : most;
    return labels >= 2 || (!headed && rows >= 3 && rows * 2 >= s->rows && most * 10 < rows * 7);
}

bool gsheet_heading(struct gsheet *s, const struct gplaces *places, struct err *e)
{
    struct arena scratch = {0};
    struct block b = {.s = s, .places = places, .a = &scratch};
    double best = 0;
    bool ok = true;
    for (size_t i = 0; ok && i < s->rows && i < GSHEET_TOPS && s->row[i].number <= LAYOUT_MAX_SEARCH; i++)
        for (long depth = 1; ok && depth <= LAYOUT_MAX_ROWS; depth++) {
            begin_block(&b, s->row[i].number, depth);
            ok = block_points(&b, e);
            /* of a form without data only known words tell; texts above texts may be anything, also persons
             */
            bool enough = b.rows > 0 ? b.evidence >= 2 : b.points >= EMPTY_FORM;
            if (ok && b.points > best && enough) {
                best = b.points;
                s->heading = b.top;
                s->depth = depth;
                s->data = b.data;
            }
        }
    s->lack = s->rows == 0 ? LACK_ROWS : LACK_HEADING;
    if (ok && is_vertical(s, places, &scratch)) {
        s->heading = 0;
        s->lack = LACK_COLUMNS;
    }
    for (size_t i = 0; i < s->data && s->heading > 0; i++)
        if (s->row[i].number >= s->heading + s->depth && look_numbers(&s->row[i], 0))
            s->numbers = s->row[i].number;
    arena_done(&scratch);
    return ok;
}
