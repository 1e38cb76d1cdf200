#include "textmessy.h"
#include "limit.h"
#include "textcode.h"

#include <libcsv.h>
#include <stdlib.h>
#include <string.h>

struct textmessy {
    struct csv_parser csv;
    char delimiter;
    char *mended;
    size_t mended_room;
    struct arena arena; /* the present row's texts */
    struct cell *cell;
    size_t cells, room;
    int col;
    size_t row_bytes;
    bool whole;
    const char *fault;
};

static void add_cell(struct textmessy *m, struct str text)
{
    if (m->cells == m->room) {
        m->room = m->room ? m->room * 2 : 64;
        m->cell = mem_grow(m->cell, m->room * sizeof *m->cell);
    }
    m->cell[m->cells++] = (struct cell){.col = m->col, .type = CELL_TEXT, .text = text};
}

static void on_field(void *field, size_t len, void *context)
{
    struct textmessy *m = context;
    m->col++;
    if (len == 0)
        return;
    struct str text = text_utf8(&m->arena, arena_dup(&m->arena, (struct str){field, len}));
    m->row_bytes += text.len;
    if (m->col > BOOK_MAX_COL)
        m->fault = "a field beyond the last column";
    else if (m->row_bytes > limit_of(LIMIT_ROW_BYTES))
        m->fault = limit_fault(LIMIT_ROW_BYTES);
    else if (memchr(field, '\0', len))
        m->fault = "a NUL byte, which no text has";
    else
        add_cell(m, text);
}

static void on_row(int terminator, void *context)
{
    struct textmessy *m = context;
    m->whole = true;
    if (terminator >= 0 || m->cells == 0)
        return;
    if (m->cell[m->cells - 1].col < m->col)
        add_cell(m, STR(""));
    m->cell[m->cells - 1].type = CELL_LAST;
}

static int no_blank(unsigned char c)
{
    (void)c;
    return 0;
}

struct textmessy *textmessy_open(char delimiter)
{
    struct textmessy *m = mem_alloc(sizeof *m);
    m->delimiter = delimiter;
    if (csv_init(&m->csv, CSV_REPALL_NL) != 0)
        BUG("csv_init failed");
    csv_set_delim(&m->csv, (unsigned char)delimiter);
    csv_set_space_func(&m->csv, no_blank);
    csv_set_blk_size(&m->csv, 4096);
    return m;
}

void textmessy_close(struct textmessy *m)
{
    if (!m)
        return;
    csv_free(&m->csv);
    arena_done(&m->arena);
    free(m->mended);
    free(m->cell);
    free(m);
}

/* Where a row ends, and what libcsv gets wrong when blanks at the ends of fields are to stay: text behind a
 * closing quotation mark is taken as if the field were still quoted, and swallows what follows. Blanks there
 * are left out, other text is a fault. */
struct mending {
    enum { FIELD_START, FIELD_PLAIN, FIELD_QUOTED, FIELD_CLOSED } state;
    size_t used, len;
    bool ended, fault; /* at a line end; at text behind a closing quotation mark */
};

static struct mending mend(struct str s, char delimiter, char *out)
{
    struct mending r = {.state = FIELD_START};
    bool blank = false; /* behind a closing quotation mark */
    while (r.used < s.len && !r.ended) {
        char c = s.ptr[r.used++];
        bool line_end = c == '\n' || c == '\r';
        if (r.state == FIELD_QUOTED) {
            r.state = c == '"' ? FIELD_CLOSED : FIELD_QUOTED;
            blank = false;
        } else if (line_end || c == delimiter) {
            r.state = FIELD_START;
            r.ended = line_end;
        } else if (r.state == FIELD_CLOSED) {
            blank = blank || c == ' ' || c == '\t';
            if (c == ' ' || c == '\t')
                continue;
            if (c != '"' || blank) {
                r.fault = true;
                break;
            }
            r.state = FIELD_QUOTED;
        } else if (r.state == FIELD_START) {
            r.state = c == '"' ? FIELD_QUOTED : FIELD_PLAIN;
        }
        out[r.len++] = c;
    }
    return r;
}

static void parse(struct textmessy *m, size_t len, bool finish)
{
    if (csv_parse(&m->csv, m->mended, len, on_field, on_row, m) != len)
        BUG("csv_parse failed");
    if (finish && csv_fini(&m->csv, on_field, on_row, m) != 0)
        BUG("csv_fini failed");
}

int textmessy_row(struct textmessy *m, struct str s, bool last, struct row *row, size_t *used,
                  const char **fault, const char **hint)
{
    if (m->mended_room < s.len) {
        m->mended_room = s.len * 2;
        m->mended = mem_grow(m->mended, m->mended_room);
    }
    struct mending r = mend(s, m->delimiter, m->mended);
    bool open = last && r.state == FIELD_QUOTED && !r.fault;
    if (s.len == 0 || (!r.ended && !r.fault && !last))
        return 0;
    arena_reset(&m->arena);
    m->cells = m->row_bytes = 0;
    m->col = 0;
    m->whole = false;
    m->fault = NULL;
    *hint = NULL;
    parse(m, r.len, !r.ended && !r.fault && !open);
    if (!m->fault && r.fault)
        m->fault = "text behind a closing quotation mark";
    /* the quotation mark has swallowed the rest, and csv_fini() would not say so */
    if (!m->fault && open) {
        m->fault = "a quotation mark that never closes";
        *hint = "look for a single \" in this row, double it or take it away";
    }
    *fault = m->fault;
    if (m->fault)
        return -1;
    if (!m->whole)
        BUG("libcsv sees no row's end where there is one");
    row->cell = m->cell;
    row->n = m->cells;
    *used = r.used;
    return 1;
}
