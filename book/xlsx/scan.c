#include "scan.h"
#include "xml.h"

#include <stdlib.h>
#include <strings.h>

enum { LARGEST_ITEM = 8 * 1024 * 1024 };

/* --- the window --- */

static long read_part(void *part, char *buffer, size_t size, struct err *e)
{
    return zip_part_read(part, buffer, size, e);
}

void scan_open(struct scan *s, struct zip_part *part, const char *mark)
{
    static char nothing[SCAN_SLACK];
    *s = (struct scan){.part = part, .mark = mark, .mark_len = strlen(mark)};
    s->ahead = ahead_open(read_part, part, zip_part_size(part));
    s->at = s->stop = s->end = nothing;
}

void scan_close(struct scan *s)
{
    ahead_close(s->ahead);
    zip_part_close(s->part);
    free(s->large);
    *s = (struct scan){0};
}

/* Where the last whole item of [from, end) ends: behind its mark; NULL when there is none. */
static char *last_mark(const struct scan *s, char *from, char *end)
{
    for (char *p = end - s->mark_len; p >= from; p--)
        if (*p == '<' && memcmp(p, s->mark, s->mark_len) == 0)
            return p + s->mark_len;
    return NULL;
}

/* More bytes behind those not yet scanned, in a place of our own: they do not fit in front of a block. */
static bool read_large(struct scan *s, size_t left, size_t *n, struct err *e)
{
    size_t room = left + AHEAD_BLOCK + SCAN_SLACK;
    char *to = s->large_room >= room ? s->large : mem_grow(NULL, room * 2);
    memmove(to, s->at, left);
    if (to != s->large) {
        free(s->large);
        s->large = to;
        s->large_room = room * 2;
    }
    const char *block = ahead_next(s->ahead, NULL, 0, n, e);
    if (!block)
        return false;
    memcpy(to + left, block, *n);
    memset(to + left + *n, 0, SCAN_SLACK);
    s->at = to;
    return true;
}

static bool read_more(struct scan *s, size_t left, size_t *n, struct err *e)
{
    if (left > AHEAD_ROOM)
        return read_large(s, left, n, e);
    char *from = ahead_next(s->ahead, s->at, left, n, e);
    s->at = from;
    return from != NULL;
}

enum scan_result scan_fill(struct scan *s, struct err *e)
{
    for (size_t left = (size_t)(s->end - s->at), seen = 0;; seen = left) {
        size_t n = 0;
        if (left > LARGEST_ITEM)
            return SCAN_UNKNOWN;
        if (!s->at_end && !read_more(s, left, &n, e))
            return SCAN_FAILED;
        left += n;
        s->end = s->at + left;
        s->at_end = n == 0;
        s->stop =
            s->at_end ? s->end : last_mark(s, s->at + (seen > s->mark_len ? seen - s->mark_len : 0), s->end);
        if (s->stop)
            return SCAN_FOUND;
    }
}

enum scan_result scan_drain(struct scan *s, struct err *e)
{
    size_t n = !s->at_end;
    while (n > 0)
        if (!ahead_next(s->ahead, NULL, 0, &n, e))
            return SCAN_FAILED;
    s->at_end = true;
    s->at = s->stop = s->end;
    return SCAN_END;
}

/* --- steps over its text --- */

/* What follows the word "encoding". */
static bool is_utf8(const char *p)
{
    return strncasecmp(p, "=\"utf-8\"", 8) == 0 || strncasecmp(p, "='utf-8'", 8) == 0;
}

char *scan_root(struct scan *s, const char *root, const char *before)
{
    static const char spreadsheet[] = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    static const char strict[] = "xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"";
    char *p = s->at;
    if (SCAN_IS(p, "\xEF\xBB\xBF"))
        p += 3;
    if (SCAN_IS(p, "<?xml ")) {
        char *end = strstr(p, "?>"), *encoding = strstr(p, "encoding");
        if (!end || (encoding && encoding < end && !is_utf8(encoding + strlen("encoding"))))
            return NULL;
        p = end + 2;
    }
    p = scan_blanks(p);
    char *stop = strstr(p, before); /* zeros end the window */
    if (!stop)
        return NULL;
    size_t name = strlen(root);
    char *end = p[0] == '<' ? strchr(p, '>') : NULL;
    if (!end || strncmp(p + 1, root, name) != 0 || (!scan_blank(p[1 + name]) && p[1 + name] != '>'))
        return NULL;
    size_t len = (size_t)(end - p);
    if (!memmem(p, len, spreadsheet, sizeof spreadsheet - 1) && !memmem(p, len, strict, sizeof strict - 1))
        return NULL;
    for (char *q = p; q < stop; q++)
        if (*q == '<' && (q[1] == '!' || q[1] == '?'))
            return NULL;
    return p;
}

/* Reads the reference at p (an &) up to end; its character goes to *c. Returns what follows it, NULL if
 * unknown. */
static char *reference(char *p, const char *end, unsigned long *c)
{
    static const struct {
        const char *name;
        char c;
    } known[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        size_t len = strlen(known[i].name);
        if ((size_t)(end - p) >= len && memcmp(p, known[i].name, len) == 0) {
            *c = (unsigned char)known[i].c;
            return p + len;
        }
    }
    if (end - p < 4 || p[1] != '#')
        return NULL;
    bool hex = p[2] == 'x';
    char *after;
    char first = p[hex ? 3 : 2];
    bool digit = (first >= '0' && first <= '9') || (hex && ((first | 32) >= 'a' && (first | 32) <= 'f'));
    *c = digit ? strtoul(p + (hex ? 3 : 2), &after, hex ? 16 : 10) : 0;
    bool allowed = *c == 9 || *c == 10 || *c == 13 || (*c >= 0x20 && *c < 0xD800) ||
                   (*c >= 0xE000 && *c < 0xFFFE) || (*c >= 0x10000 && *c <= 0x10FFFF);
    return digit && allowed && after < end && *after == ';' ? after + 1 : NULL;
}

/* Well-formed UTF-8 (RFC 3629) without control characters that XML forbids. */
static bool valid_text(const unsigned char *p, const unsigned char *end)
{
    while (p < end) {
        unsigned c = *p;
        if (c < 0x80) {
            if (c < 0x20 && c != 9 && c != 10 && c != 13)
                return false;
            p++;
            continue;
        }
        size_t n = c >= 0xC2 && c < 0xE0 ? 1 : c >= 0xE0 && c < 0xF0 ? 2 : c >= 0xF0 && c < 0xF5 ? 3 : 0;
        if (n == 0 || (size_t)(end - p) <= n)
            return false;
        if ((c == 0xE0 && p[1] < 0xA0) || (c == 0xED && p[1] > 0x9F) || (c == 0xF0 && p[1] < 0x90) ||
            (c == 0xF4 && p[1] > 0x8F))
            return false;
        if (c == 0xEF && p[1] == 0xBF && p[2] >= 0xBE)
            return false;
        for (size_t i = 1; i <= n; i++)
            if ((p[i] & 0xC0) != 0x80)
                return false;
        p += n + 1;
    }
    return true;
}

bool scan_text(char *from, char *end, struct str *text)
{
    bool work = false, high = false, bracket = false;
    for (const char *p = from; p < end; p++) {
        unsigned char c = (unsigned char)*p;
        work |= c == '&' || c == '\r';
        high |= c >= 0x80 || c < 0x20;
        bracket |= c == ']';
    }
    if (bracket && memmem(from, (size_t)(end - from), "]]>", 3))
        return false; /* must not stand in text */
    if (high && !valid_text((const unsigned char *)from, (const unsigned char *)end))
        return false;
    *text = (struct str){from, (size_t)(end - from)};
    if (!work)
        return true;
    char *to = from;
    for (char *p = from; p < end;) {
        unsigned long c;
        if (*p == '&') {
            char *after = reference(p, end, &c);
            if (!after)
                return false;
            to += xml_utf8(c, to); /* never longer than the reference itself */
            p = after;
        } else if (*p == '\r') {
            *to++ = '\n';
            p += p + 1 < end && p[1] == '\n' ? 2 : 1;
        } else {
            *to++ = *p++;
        }
    }
    text->len = (size_t)(to - from);
    return true;
}

static bool add_name(struct scan_attributes *a)
{
    for (size_t i = 0; i < a->n; i++)
        if (str_eq(a->seen[i], a->name))
            return false;
    if (a->n == sizeof a->seen / sizeof *a->seen)
        return false;
    a->seen[a->n++] = a->name;
    return true;
}

char *scan_attribute(char *p, struct scan_attributes *a)
{
    bool blank = scan_blank(*p);
    char *start = p = scan_blanks(p);
    a->name = STR("");
    if (*p == '/' || *p == '>')
        return p;
    while ((*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') || (*p >= '0' && *p <= '9') || *p == ':')
        p++;
    a->name = (struct str){start, (size_t)(p - start)};
    if (!blank || a->name.len == 0 || p[0] != '=' || p[1] != '"' || !add_name(a))
        return NULL;
    start = p += 2;
    while (*p != '"') {
        if (*p == '<' || *p == '&' || (unsigned char)*p < 0x20)
            return NULL;
        p++;
    }
    a->value = (struct str){start, (size_t)(p - start)};
    return p + 1;
}

char *scan_tag(char *p, bool *empty)
{
    struct scan_attributes a = {0};
    do
        p = scan_attribute(p, &a);
    while (p && a.name.len > 0);
    return p ? scan_tag_end(p, empty) : NULL;
}

bool scan_number(struct str s, long most, long *value)
{
    long n = 0;
    if (s.len == 0 || s.len > 9)
        return false;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return false;
        n = n * 10 + (s.ptr[i] - '0');
    }
    *value = n;
    return n <= most;
}
