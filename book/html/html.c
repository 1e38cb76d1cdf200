#include "html.h"
#include "htmltables.h"
#include "limit.h"
#include "text.h"

#include <errno.h>
#include <libxml/HTMLparser.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

enum { CHUNK = 64 * 1024 };

struct html {
    int fd;
    const char *path;
    enum text_encoding encoding;
    size_t skip; /* byte-order mark */
    struct htmlsheets sheets;
};

struct html_rows {
    const struct html *html;
    htmlParserCtxtPtr parser;
    off_t at;
    size_t kept; /* bytes of a character that the buffer's end cut in two */
    size_t held; /* decoded ones of a tag likewise */
    bool ended;
    unsigned char in[CHUNK + 4];
    char decoded[CHUNK + (CHUNK + 4) * 3];
    struct htmltables tables;
    size_t next; /* row of the queue */
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

/* --- the page --- */

/* The page is read as the inside of another one: else the parser would stop at the end of its first element,
 * and leave out what programs write behind </html>. */
static struct html_rows *walk_open(const struct html *h, size_t wanted, struct htmlsheets *noting)
{
    static const char frame[] = "<html><body>";
    htmlSAXHandler sax = {.startElement = htmltables_start,
                          .endElement = htmltables_end,
                          .characters = htmltables_text,
                          .ignorableWhitespace = htmltables_text};
    struct html_rows *r = mem_alloc(sizeof *r);
    r->html = h;
    r->at = (off_t)h->skip;
    htmltables_init(&r->tables, wanted, noting);
    r->parser =
        htmlCreatePushParserCtxt(&sax, &r->tables, frame, sizeof frame - 1, NULL, XML_CHAR_ENCODING_UTF8);
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
    return r->tables.table > 0 ? err_place(e, "table %zu, row %ld", r->tables.table, r->tables.row) : false;
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
    bool whole = r->tables.nested == 0; /* before the parser closes what is open */
    if (r->ended)
        htmlParseChunk(r->parser, r->decoded, 0, 1);
    if (r->tables.fault)
        return page_fault(r, e, r->tables.fault);
    return whole || !r->ended || cut_short(r, e);
}

void html_rows_close(struct html_rows *r)
{
    if (!r)
        return;
    htmlFreeParserCtxt(r->parser);
    htmltables_done(&r->tables);
    free(r);
}

static bool read_through(struct html *h, struct err *e)
{
    struct html_rows *r = walk_open(h, 0, &h->sheets);
    bool ok = true;
    while (ok && !r->ended)
        ok = feed(r, e);
    html_rows_close(r);
    if (ok && h->sheets.n == 0) {
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
    arena_done(&h->sheets.arena);
    free(h->sheets.sheet);
    free(h);
}

size_t html_sheets(const struct html *h)
{
    return h->sheets.n;
}

const struct sheet *html_sheet(const struct html *h, size_t i)
{
    return &h->sheets.sheet[i].face;
}

const struct survey *html_survey(const struct html *h, size_t i)
{
    return &h->sheets.sheet[i].survey;
}

struct html_rows *html_rows_open(const struct html *h, size_t i)
{
    return walk_open(h, i + 1, NULL);
}

int html_rows_next(struct html_rows *r, struct row *row, struct err *e)
{
    struct htmltables *t = &r->tables;
    while (r->next == t->rows) {
        if (r->ended || t->table > t->wanted || (t->table == t->wanted && t->nested == 0))
            return 0;
        arena_reset(&t->arena);
        r->next = t->rows = 0;
        if (!feed(r, e))
            return -1;
    }
    *row = t->queue[r->next++];
    return 1;
}
