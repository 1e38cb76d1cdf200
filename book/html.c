#include "html.h"
#include "celltext.h"
#include "limit.h"
#include "spans.h"
#include "text.h"

#include <errno.h>
#include <libxml/HTMLparser.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

enum {
    CHUNK = 64 * 1024,
    MOST_COLUMNS = 1000, /* that one cell may span, and rows: HTML Standard 4.9.11 */
    MOST_ROWS = 65534,
};

struct html_sheet {
    struct sheet face;
    struct survey survey;
};

struct html {
    int fd;
    const char *path;
    enum text_encoding encoding;
    size_t skip; /* byte-order mark */
    struct arena arena;
    struct html_sheet *sheet;
    size_t sheets;
};

struct html_rows {
    const struct html *html;
    size_t wanted; /* number of the table, from 1; 0: none, only what is noted of them */
    struct html *noting;
    struct spans spans;

    /* the file */
    htmlParserCtxtPtr parser;
    off_t at;
    size_t kept; /* bytes of a character that the buffer's end cut in two */
    size_t held; /* decoded ones of a tag likewise */
    bool ended;
    const char *fault;
    unsigned char in[CHUNK + 4];
    char decoded[CHUNK + (CHUNK + 4) * 3];

    /* where in the page */
    int depth, nested; /* of elements, of tables */
    int silent;        /* depth of an element that is not shown; 0: none */
    size_t table;
    bool in_sheet, in_row, in_cell, hidden;
    long row;
    int col;
    long *covered; /* last row that is covered from above, of each column */

    /* the present row, and those that are complete */
    struct arena pending, arena;
    struct cell *cell;
    size_t cells, room;
    struct row *queue;
    size_t rows, queue_room, next;

    /* the present cell */
    struct celltext text;
    bool blank; /* a blank is due before the next character */
};

/* --- what is a page --- */

static bool starts(struct str s, const char *word)
{
    size_t len = strlen(word);
    return s.len >= len && strncasecmp(s.ptr, word, len) == 0;
}

static bool contains(struct str s, const char *word)
{
    for (; s.len > 0; s.ptr++, s.len--)
        if (*s.ptr == '<' && starts(s, word))
            return true;
    return false;
}

/* Without blanks, comments and XML's own declaration at the beginning. */
static struct str first_tag(struct str s)
{
    for (;;) {
        s = str_trim(s);
        const char *end = starts(s, "<!--")    ? memmem(s.ptr, s.len, "-->", 3)
                          : starts(s, "<?xml") ? memchr(s.ptr, '>', s.len)
                                               : NULL;
        if (!end)
            return s;
        end += *end == '-' ? 3 : 1;
        s = (struct str){end, s.len - (size_t)(end - s.ptr)};
    }
}

bool html_is(struct str sample)
{
    static const char *const first[] = {"<html",  "<!doctype html", "<head",  "<body", "<meta",
                                        "<title", "<style",         "<table", "<link", "<script"};
    size_t skip, n = 0;
    char *text = mem_alloc(sample.len * 3);
    enum text_encoding encoding = text_encoding(sample, &skip);
    text_decode(encoding, (const unsigned char *)sample.ptr + skip, sample.len - skip, true, text, &n);
    struct str page = first_tag((struct str){text, n});
    bool is = false;
    for (size_t i = 0; i < sizeof first / sizeof *first; i++)
        is = is || starts(page, first[i]);
    bool tag = page.len > 1 && page.ptr[0] == '<' && ((page.ptr[1] | 32) >= 'a' && (page.ptr[1] | 32) <= 'z');
    is = is || (tag && contains(page, "<table") && contains(page, "<tr"));
    free(text);
    return is;
}

/* --- text of a cell --- */

static void add(struct html_rows *r, const char *text, size_t len)
{
    const char *fault = celltext_add(&r->text, (struct str){text, len});
    r->fault = fault ? fault : r->fault;
}

static bool at_line_start(const struct html_rows *r)
{
    return r->text.len == 0 || r->text.ptr[r->text.len - 1] == '\n';
}

static void add_folded(struct html_rows *r, const char *s, size_t len)
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
static void break_line(struct html_rows *r)
{
    if (!at_line_start(r))
        add(r, "\n", 1);
    r->blank = false;
}

/* --- cells and rows --- */

static long span(const xmlChar **attributes, const char *name, long most)
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
static void cover(struct html_rows *r, long cols, long rows)
{
    int last = r->col + (int)cols - 1 < BOOK_MAX_COL ? r->col + (int)cols - 1 : BOOK_MAX_COL;
    struct range merged = {r->row, r->row + rows - 1, r->col, last};
    for (int col = r->col; col <= last; col++)
        r->covered[col] = r->row + rows - 1;
    if (r->noting && (cols > 1 || rows > 1) && !spans_add(&r->spans, merged))
        r->fault = limit_fault(LIMIT_MERGED);
}

static void end_cell(struct html_rows *r)
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

static void end_row(struct html_rows *r)
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
static void begin_sheet(struct html_rows *r)
{
    struct html *h = r->noting;
    r->in_sheet = true;
    r->table++;
    r->row = 0;
    memset(r->covered, 0, (BOOK_MAX_COL + 1) * sizeof *r->covered);
    if (!h)
        return;
    if (h->sheets == limit_of(LIMIT_SHEETS)) {
        r->fault = limit_fault(LIMIT_SHEETS);
        return;
    }
    if ((h->sheets & (h->sheets - 1)) == 0)
        h->sheet = mem_grow(h->sheet, (h->sheets ? h->sheets * 2 : 1) * sizeof *h->sheet);
    h->sheet[h->sheets++] =
        (struct html_sheet){{arena_printf(&h->arena, "table %zu", r->table), true}, {.ranges = 0}};
}

/* By its own attributes; style sheets are not asked. */
static bool is_hidden(const xmlChar **attributes)
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

static void begin_row(struct html_rows *r, const xmlChar **attributes)
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

static void begin_cell(struct html_rows *r, const xmlChar **attributes)
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

static void end_table(struct html_rows *r)
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
static void begin_table(struct html_rows *r)
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

static void begin_within(struct html_rows *r, const char *name, const xmlChar **attributes)
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

static void on_start(void *context, const xmlChar *tag, const xmlChar **attributes)
{
    static const char *const silent[] = {"script", "style", "title", "xml", NULL};
    struct html_rows *r = context;
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

static void on_end(void *context, const xmlChar *tag)
{
    struct html_rows *r = context;
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

static void on_text(void *context, const xmlChar *text, int len)
{
    struct html_rows *r = context;
    if (r->in_cell && !r->silent && !r->fault)
        add_folded(r, (const char *)text, (size_t)len);
}

/* --- the page --- */

/* The page is read as the inside of another one: else the parser would stop at the end of its first element,
 * and leave out what programs write behind </html>. */
static struct html_rows *walk_open(const struct html *h, size_t wanted, struct html *noting)
{
    static const char frame[] = "<html><body>";
    htmlSAXHandler sax = {.startElement = on_start,
                          .endElement = on_end,
                          .characters = on_text,
                          .ignorableWhitespace = on_text};
    struct html_rows *r = mem_alloc(sizeof *r);
    r->html = h;
    r->wanted = wanted;
    r->noting = noting;
    r->at = (off_t)h->skip;
    r->covered = mem_alloc((BOOK_MAX_COL + 1) * sizeof *r->covered);
    r->parser = htmlCreatePushParserCtxt(&sax, r, frame, sizeof frame - 1, NULL, XML_CHAR_ENCODING_UTF8);
    if (!r->parser)
        mem_exhausted();
    htmlCtxtUseOptions(r->parser,
                       HTML_PARSE_IGNORE_ENC | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
    return r;
}

static bool page_fault(const struct html_rows *r, struct err *e, const char *fault)
{
    if (!limit_refused(fault, r->html->path, e))
        err_set(e, ST_UNREADABLE, "'%s' cannot be read as a web page: %s", r->html->path, fault);
    return r->table > 0 ? err_place(e, "table %zu, row %ld", r->table, r->row) : false;
}

static bool cut_short(const struct html_rows *r, struct err *e)
{
    err_set(e, ST_UNREADABLE, "'%s' is cut short: the page ends within a table", r->html->path);
    return err_hint(e, "the copy or download was broken off; copy the file again from its origin");
}

/* As much of a text as the parser should have at once: up to the last tag, unless more follows than can be
 * held. The push parser of libxml2 2.9 that gets an attribute in two pieces loses its way among the quotation
 * marks, and then reads nothing more before the page ends. */
static size_t whole_tags(const char *text, size_t len)
{
    const char *tag = memrchr(text, '<', len);
    return tag && text + len - tag <= CHUNK ? (size_t)(tag - text) : len;
}

/* Hands the next buffer to the parser. */
static bool feed(struct html_rows *r, struct err *e)
{
    size_t len = r->held;
    ssize_t n;
    do
        n = pread(r->html->fd, r->in + r->kept, CHUNK, r->at);
    while (n < 0 && errno == EINTR);
    if (n < 0)
        return err_sys(e, "cannot read '%s'", r->html->path);
    r->at += n;
    size_t have = r->kept + (size_t)n,
           used = text_decode(r->html->encoding, r->in, have, n == 0, r->decoded, &len);
    r->kept = have - used;
    memmove(r->in, r->in + used, r->kept);
    if (memchr(r->decoded, '\0', len))
        return page_fault(r, e, "a NUL byte, which no text has");
    size_t ready = n == 0 ? len : whole_tags(r->decoded, len);
    htmlParseChunk(r->parser, r->decoded, (int)ready, 0);
    r->held = len - ready;
    memmove(r->decoded, r->decoded + ready, r->held);
    if (r->parser->errNo == XML_ERR_NO_MEMORY)
        mem_exhausted();
    r->ended = n == 0;
    bool whole = r->nested == 0; /* before the parser closes what is open */
    if (r->ended)
        htmlParseChunk(r->parser, r->decoded, 0, 1);
    if (r->fault)
        return page_fault(r, e, r->fault);
    return whole || !r->ended || cut_short(r, e);
}

void html_rows_close(struct html_rows *r)
{
    if (!r)
        return;
    htmlFreeParserCtxt(r->parser);
    arena_done(&r->pending);
    arena_done(&r->arena);
    free(r->spans.range);
    free(r->covered);
    free(r->cell);
    free(r->queue);
    celltext_done(&r->text);
    free(r);
}

static bool read_through(struct html *h, struct err *e)
{
    struct html_rows *r = walk_open(h, 0, h);
    bool ok = true;
    while (ok && !r->ended)
        ok = feed(r, e);
    html_rows_close(r);
    if (ok && h->sheets == 0) {
        err_set(e, ST_UNREADABLE, "'%s' is a web page without a table", h->path);
        return err_hint(
            e, "look at it in a browser: it may be an error message or a login page; fetch it again");
    }
    return ok;
}

struct html *html_open(int fd, const char *path, struct err *e)
{
    struct html *h = mem_alloc(sizeof *h);
    h->fd = fd;
    h->path = path;
    char *sample = mem_alloc(TEXT_SAMPLE);
    ssize_t n = pread(fd, sample, TEXT_SAMPLE, 0);
    bool ok = n >= 0 ? true : err_sys(e, "cannot read '%s'", path);
    if (ok)
        h->encoding = text_encoding((struct str){sample, (size_t)n}, &h->skip);
    free(sample);
    if (ok && read_through(h, e))
        return h;
    html_close(h);
    return NULL;
}

void html_close(struct html *h)
{
    if (!h)
        return;
    arena_done(&h->arena);
    free(h->sheet);
    free(h);
}

size_t html_sheets(const struct html *h)
{
    return h->sheets;
}

const struct sheet *html_sheet(const struct html *h, size_t i)
{
    return &h->sheet[i].face;
}

const struct survey *html_survey(const struct html *h, size_t i)
{
    return &h->sheet[i].survey;
}

struct html_rows *html_rows_open(const struct html *h, size_t i)
{
    return walk_open(h, i + 1, NULL);
}

int html_rows_next(struct html_rows *r, struct row *row, struct err *e)
{
    while (r->next == r->rows) {
        if (r->ended || (r->table > r->wanted || (r->table == r->wanted && r->nested == 0)))
            return 0;
        arena_reset(&r->arena);
        r->next = r->rows = 0;
        if (!feed(r, e))
            return -1;
    }
    *row = r->queue[r->next++];
    return 1;
}
