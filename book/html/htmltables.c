#include "htmltables.h"
#include "limit.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    MOST_COLUMNS = 1000, /* that one cell may span, and rows: HTML Standard 4.9.11 */
    MOST_ROWS = 65534,
};

/* --- text of a cell --- */

static void add(struct htmltables *r, const char *text, size_t len)
{
    const char *fault = celltext_add(&r->text, (struct str){text, len});
    r->fault = fault ? fault : r->fault;
}

static bool at_line_start(const struct htmltables *r)
{
    return r->text.len == 0 || r->text.ptr[r->text.len - 1] == '\n';
}

static void add_folded(struct htmltables *r, const char *s, size_t len)
{
    for (size_t i = 0; i < len && !r->fault; i++) {
        if (strchr(" \t\r\n\f", s[i])) {
            r->blank = true;
            continue;
        }
        if (r->blank && !at_line_start(r))
            add(r, " ", 1);
        r->blank = false;
        add(r, s + i, 1);
    }
}

/* A new line, where the present one holds something. */
static void break_line(struct htmltables *r)
{
    if (!at_line_start(r))
        add(r, "\n", 1);
    r->blank = false;
}

/* --- cells and rows --- */

static long span(const unsigned char **attributes, const char *name, long most)
{
    for (; attributes && attributes[0]; attributes += 2) {
        if (strcasecmp((const char *)attributes[0], name) != 0 || !attributes[1])
            continue;
        long n = strtol((const char *)attributes[1], NULL, 10);
        return n < 1 ? 1 : n < most ? n : most;
    }
    return 1;
}

/* The columns that a cell takes, and those it covers in rows to come. */
static void cover(struct htmltables *r, long cols, long rows)
{
    int last = r->col + (int)cols - 1 < BOOK_MAX_COL ? r->col + (int)cols - 1 : BOOK_MAX_COL;
    struct range merged = {r->row, r->row + rows - 1, r->col, last};
    for (int col = r->col; col <= last; col++)
        r->covered[col] = r->row + rows - 1;
    if (r->noting && (cols > 1 || rows > 1) && !spans_add(&r->spans, merged))
        r->fault = limit_fault(LIMIT_MERGED);
}

static void end_cell(struct htmltables *r)
{
    if (!r->in_cell)
        return;
    r->in_cell = false;
    while (r->text.len > 0 && r->text.ptr[r->text.len - 1] == '\n')
        r->text.len--;
    if (r->text.len == 0 || r->table != r->wanted)
        return;
    if (r->cells == r->room) {
        r->room = r->room ? r->room * 2 : 64;
        r->cell = mem_grow(r->cell, r->room * sizeof *r->cell);
    }
    struct str text = arena_dup(&r->pending, celltext_get(&r->text));
    r->cell[r->cells++] = (struct cell){.col = r->col, .type = CELL_TEXT, .text = text};
}

static void end_row(struct htmltables *r)
{
    end_cell(r);
    if (!r->in_row)
        return;
    r->in_row = false;
    if (r->cells > 0) {
        struct cell *cells = arena_alloc(&r->arena, r->cells * sizeof *cells);
        for (size_t i = 0; i < r->cells; i++) {
            cells[i] = r->cell[i];
            cells[i].text = arena_dup(&r->arena, r->cell[i].text);
        }
        if (r->rows == r->queue_room) {
            r->queue_room = r->queue_room ? r->queue_room * 2 : 256;
            r->queue = mem_grow(r->queue, r->queue_room * sizeof *r->queue);
        }
        r->queue[r->rows++] = (struct row){r->row, cells, r->cells, r->hidden};
    }
    arena_reset(&r->pending);
    r->cells = r->text.row = 0;
}

/* The first row of a table: those without any are no sheets. */
static void begin_sheet(struct htmltables *r)
{
    struct htmlsheets *h = r->noting;
    r->in_sheet = true;
    r->table++;
    r->row = 0;
    memset(r->covered, 0, (BOOK_MAX_COL + 1) * sizeof *r->covered);
    if (!h)
        return;
    if (h->n == limit_of(LIMIT_SHEETS)) {
        r->fault = limit_fault(LIMIT_SHEETS);
        return;
    }
    if ((h->n & (h->n - 1)) == 0)
        h->sheet = mem_grow(h->sheet, (h->n ? h->n * 2 : 1) * sizeof *h->sheet);
    h->sheet[h->n++] =
        (struct htmlsheet){{arena_printf(&h->arena, "table %zu", r->table), true}, {.ranges = 0}};
}

/* By its own attributes; style sheets are not asked. */
static bool is_hidden(const unsigned char **attributes)
{
    for (; attributes && attributes[0]; attributes += 2) {
        const char *name = (const char *)attributes[0], *value = (const char *)attributes[1];
        const char *display = value && strcasecmp(name, "style") == 0 ? strcasestr(value, "display:") : NULL;
        if (strcasecmp(name, "hidden") == 0)
            return true;
        if (display && strncasecmp(display + 8 + strspn(display + 8, " "), "none", 4) == 0)
            return true;
    }
    return false;
}

static void begin_row(struct htmltables *r, const unsigned char **attributes)
{
    end_row(r);
    r->hidden = is_hidden(attributes);
    if (!r->in_sheet)
        begin_sheet(r);
    r->in_row = true;
    r->col = 0;
    if (++r->row > BOOK_MAX_ROW)
        r->fault = "a row beyond the last one";
}

static void begin_cell(struct htmltables *r, const unsigned char **attributes)
{
    end_cell(r);
    if (!r->in_row)
        begin_row(r, NULL);
    do
        r->col++;
    while (r->col <= BOOK_MAX_COL && r->covered[r->col] >= r->row);
    if (r->col > BOOK_MAX_COL) {
        r->fault = "a cell beyond the last column";
        return;
    }
    cover(r, span(attributes, "colspan", MOST_COLUMNS), span(attributes, "rowspan", MOST_ROWS));
    r->in_cell = true;
    r->text.len = 0;
    r->blank = false;
}

static void end_table(struct htmltables *r)
{
    if (r->nested == 0)
        return;
    if (--r->nested > 0) {
        break_line(r);
        return;
    }
    end_row(r);
    if (r->noting && r->in_sheet)
        spans_keep(&r->spans, &r->noting->arena, &r->noting->sheet[r->table - 1].survey);
    r->in_sheet = false;
}

/* A table where a row or cell should be ends the one it stands in, as in a browser. */
static void begin_table(struct htmltables *r)
{
    if (r->nested == 1 && !r->in_cell)
        end_table(r);
    if (r->nested++ > 0)
        break_line(r);
}

/* --- elements --- */

static bool is_one_of(const char *name, const char *const *names)
{
    for (; *names; names++)
        if (strcmp(name, *names) == 0)
            return true;
    return false;
}

static void begin_within(struct htmltables *r, const char *name, const unsigned char **attributes)
{
    static const char *const blocks[] = {"p",  "div", "li", "tr", "h1", "h2", "h3", "h4",
                                         "h5", "h6",  "ul", "ol", "dt", "dd", NULL};
    static const char *const cells[] = {"td", "th", NULL};
    if (r->nested == 1 && strcmp(name, "tr") == 0) {
        begin_row(r, attributes);
    } else if (r->nested == 1 && is_one_of(name, cells)) {
        begin_cell(r, attributes);
    } else if (r->in_cell && strcmp(name, "br") == 0) {
        add(r, "\n", 1);
        r->blank = false;
    } else if (r->in_cell && is_one_of(name, cells)) {
        r->blank = true;
    } else if (r->in_cell && is_one_of(name, blocks)) {
        break_line(r);
    }
}

void htmltables_start(void *context, const unsigned char *tag, const unsigned char **attributes)
{
    static const char *const silent[] = {"script", "style", "title", "xml", NULL};
    struct htmltables *r = context;
    const char *name = (const char *)tag;
    r->depth++;
    if (r->fault || r->silent)
        return;
    if ((uint64_t)r->depth > limit_of(LIMIT_HTML_DEPTH))
        r->fault = limit_fault(LIMIT_HTML_DEPTH);
    else if (is_one_of(name, silent))
        r->silent = r->depth;
    else if (strcmp(name, "table") == 0)
        begin_table(r);
    else if (r->nested > 0)
        begin_within(r, name, attributes);
}

void htmltables_end(void *context, const unsigned char *tag)
{
    struct htmltables *r = context;
    const char *name = (const char *)tag;
    int depth = r->depth--;
    if (r->silent)
        r->silent = depth <= r->silent ? 0 : r->silent;
    else if (r->fault)
        return;
    else if (strcmp(name, "table") == 0)
        end_table(r);
    else if (r->nested == 1 && strcmp(name, "tr") == 0)
        end_row(r);
    else if (r->nested == 1 && (strcmp(name, "td") == 0 || strcmp(name, "th") == 0))
        end_cell(r);
    else if (r->in_cell && (strcmp(name, "p") == 0 || strcmp(name, "div") == 0))
        break_line(r);
}

void htmltables_text(void *context, const unsigned char *text, int len)
{
    struct htmltables *r = context;
    if (r->in_cell && !r->silent && !r->fault)
        add_folded(r, (const char *)text, (size_t)len);
}

void htmltables_init(struct htmltables *r, size_t wanted, struct htmlsheets *noting)
{
    *r = (struct htmltables){.wanted = wanted, .noting = noting};
    r->covered = mem_alloc((BOOK_MAX_COL + 1) * sizeof *r->covered);
}

void htmltables_done(struct htmltables *r)
{
    arena_done(&r->pending);
    arena_done(&r->arena);
    free(r->spans.range);
    free(r->covered);
    free(r->cell);
    free(r->queue);
    celltext_done(&r->text);
}
