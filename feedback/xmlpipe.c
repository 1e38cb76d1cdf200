#include "xmlpipe.h"
#include "limit.h"

#include <stdio.h>
#include <stdlib.h>

enum { BUFFER = 256 * 1024 };

struct xmlpipe {
    struct zip_part *part; /* NULL: all is in the buffer */
    const char *file;
    struct str name;
    struct archive *into; /* or NULL */
    char *own;            /* the buffer, where it is ours */
    const char *buffer;
    size_t room, kept, at, len; /* not written yet from kept on; the present tag ends at `at` */
    size_t tag;                 /* where it begins */
    int depth;
    bool begun, whole, mute; /* whole: nothing more comes into the buffer */
};

struct xmlpipe *xmlpipe_open(const struct zip *from, const struct zip_entry *entry, struct archive *into,
                             struct err *e)
{
    struct zip_part *part = zip_part_open(from, entry, e);
    if (!part)
        return NULL;
    struct xmlpipe *p = mem_alloc(sizeof *p);
    p->part = part;
    p->file = zip_name(from);
    p->name = entry->name;
    p->into = into;
    p->room = BUFFER;
    p->buffer = p->own = mem_alloc(p->room);
    return p;
}

struct xmlpipe *xmlpipe_text(struct str text, const char *file, struct archive *into)
{
    struct xmlpipe *p = mem_alloc(sizeof *p);
    p->file = file;
    p->into = into;
    p->buffer = text.ptr;
    p->len = text.len;
    p->whole = true;
    return p;
}

void xmlpipe_close(struct xmlpipe *p)
{
    if (!p)
        return;
    zip_part_close(p->part);
    free(p->own);
    free(p);
}

bool xmlpipe_fault(const struct xmlpipe *p, const char *what, struct err *e)
{
    err_set(e, ST_UNREADABLE, "'%s' is damaged: %s", p->file, what);
    return err_place(e, "part %.*s", STR_ARG(p->name));
}

/* --- what goes on --- */

static void write_up_to(struct xmlpipe *p, size_t end)
{
    if (p->into && !p->mute)
        archive_write(p->into, (struct str){p->buffer + p->kept, end - p->kept});
    p->kept = end;
}

static void insert(struct xmlpipe *p, size_t at, struct str text)
{
    if (p->kept < at)
        write_up_to(p, at);
    if (p->into)
        archive_write(p->into, text);
}

void xmlpipe_before(struct xmlpipe *p, struct str text)
{
    insert(p, p->tag, text);
}

void xmlpipe_instead(struct xmlpipe *p, struct str text)
{
    insert(p, p->tag, text);
    p->kept = p->at;
}

void xmlpipe_behind(struct xmlpipe *p, struct str text)
{
    insert(p, p->at, text);
}

void xmlpipe_mute(struct xmlpipe *p, bool mute)
{
    write_up_to(p, mute ? p->at : p->tag);
    p->mute = mute;
}

/* --- what comes --- */

/* More bytes behind those from `from` on, which go to the front. */
static bool more(struct xmlpipe *p, size_t from, struct err *e)
{
    write_up_to(p, from < p->kept ? p->kept : from);
    memmove(p->own, p->own + from, p->len - from);
    p->kept -= from;
    p->at -= from;
    p->len -= from;
    if (p->len > limit_of(LIMIT_ROW_BYTES))
        return limit_refuse(LIMIT_ROW_BYTES, p->file, e);
    if (p->len + BUFFER / 2 > p->room) {
        p->room *= 2;
        p->buffer = p->own = mem_grow(p->own, p->room);
    }
    long n = zip_part_read(p->part, p->own + p->len, p->room - p->len, e);
    if (n < 0)
        return false;
    p->len += (size_t)n;
    p->whole = n == 0;
    return true;
}

/* Where the text `end` ends, searched from `from` on; 0: it is not there. */
static size_t behind(const struct xmlpipe *p, size_t from, const char *end)
{
    size_t len = strlen(end);
    const char *at = from < p->len ? memmem(p->buffer + from, p->len - from, end, len) : NULL;
    return at ? (size_t)(at - p->buffer) + len : 0;
}

/* Where the tag that begins at `from` ends; 0: it does not. */
static size_t tag_end(const struct xmlpipe *p, size_t from)
{
    char quote = 0;
    for (size_t i = from; i < p->len; i++) {
        char c = p->buffer[i];
        if (quote)
            quote = c == quote ? 0 : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return i + 1;
    }
    return 0;
}

/* Where what begins at `from` with < ends; 0: not in the buffer. *tag: it is a tag. */
static size_t markup_end(const struct xmlpipe *p, size_t from, bool *tag)
{
    struct str s = {p->buffer + from, p->len - from};
    *tag = false;
    if (s.len < 9 && !p->whole)
        return 0;
    if (str_starts(s, "<!--"))
        return behind(p, from + 4, "-->");
    if (str_starts(s, "<![CDATA["))
        return behind(p, from + 9, "]]>");
    if (str_starts(s, "<?"))
        return behind(p, from + 2, "?>");
    *tag = true;
    return tag_end(p, from);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static void take_tag(struct xmlpipe *p, struct tag *t)
{
    struct str raw = {p->buffer + p->tag, p->at - p->tag};
    size_t i = 1 + (raw.ptr[1] == '/'), begin = i;
    t->raw = raw;
    t->kind = begin == 2 ? TAG_END : raw.ptr[raw.len - 2] == '/' ? TAG_EMPTY : TAG_START;
    t->prefix = (struct str){raw.ptr + begin, 0};
    while (i < raw.len - 1 && !is_blank(raw.ptr[i]) && raw.ptr[i] != '/') {
        if (raw.ptr[i] == ':')
            t->prefix.len = i + 1 - begin;
        i++;
    }
    begin += t->prefix.len;
    t->name = (struct str){raw.ptr + begin, i - begin};
    t->depth = t->kind == TAG_END ? p->depth-- : p->depth + 1;
    p->depth += t->kind == TAG_START;
}

static bool is_wide(const struct xmlpipe *p)
{
    const char *b = p->buffer;
    return p->len >= 2 && (memcmp(b, "\xFE\xFF", 2) == 0 || memcmp(b, "\xFF\xFE", 2) == 0 || !b[0] || !b[1]);
}

/* The first bytes tell the encoding. */
static bool begin(struct xmlpipe *p, struct err *e)
{
    while (p->len < 2 && !p->whole)
        if (!more(p, 0, e))
            return false;
    p->begun = true;
    if (!is_wide(p))
        return true;
    xmlpipe_fault(p, "it is encoded in UTF-16", e);
    return err_hint(e, "open it in a spreadsheet program and save it as .xlsx");
}

int xmlpipe_next(struct xmlpipe *p, struct tag *tag, struct err *e)
{
    if (!p->begun && !begin(p, e))
        return -1;
    size_t from = p->at;
    for (;;) {
        const char *open = from < p->len ? memchr(p->buffer + from, '<', p->len - from) : NULL;
        size_t begin = open ? (size_t)(open - p->buffer) : p->len, end = 0;
        bool is_tag = false;
        if (open)
            end = markup_end(p, begin, &is_tag);
        if (end == 0 && !p->whole) {
            if (!more(p, begin, e))
                return -1;
            from = p->at = 0;
        } else if (end == 0 && open) {
            return xmlpipe_fault(p, "it ends within a tag", e), -1;
        } else if (end == 0) {
            p->tag = p->at = p->len;
            write_up_to(p, p->len);
            return 0;
        } else if (is_tag) {
            p->tag = begin;
            p->at = end;
            break;
        } else {
            from = end;
        }
    }
    if (p->buffer[p->tag + 1] == '!')
        return xmlpipe_fault(p, "a document type declaration, which no workbook has", e), -1;
    take_tag(p, tag);
    return 1;
}

/* --- tags --- */

bool tag_begins(const struct tag *tag, const char *name)
{
    return tag->kind != TAG_END && str_is(tag->name, name);
}

bool tag_ends(const struct tag *tag, const char *name)
{
    return tag->kind == TAG_END && str_is(tag->name, name);
}

/* The next attribute of a tag from *at on: its name without prefix, its value, and where they end. */
static bool next_attribute(struct str raw, size_t *at, struct str *name, struct str *value)
{
    size_t i = *at;
    while (i < raw.len && is_blank(raw.ptr[i]))
        i++;
    size_t begin = i;
    while (i < raw.len && raw.ptr[i] != '=' && raw.ptr[i] != '>')
        i++;
    if (i >= raw.len || raw.ptr[i] != '=')
        return false;
    *name = str_trim((struct str){raw.ptr + begin, i - begin});
    for (size_t k = 0; k < name->len; k++)
        if (name->ptr[k] == ':') {
            *name = (struct str){name->ptr + k + 1, name->len - k - 1};
            break;
        }
    for (i++; i < raw.len && is_blank(raw.ptr[i]);)
        i++;
    if (i >= raw.len || (raw.ptr[i] != '"' && raw.ptr[i] != '\''))
        return false;
    const char *end = memchr(raw.ptr + i + 1, raw.ptr[i], raw.len - i - 1);
    if (!end)
        return false;
    *value = (struct str){raw.ptr + i + 1, (size_t)(end - raw.ptr) - i - 1};
    *at = (size_t)(end - raw.ptr) + 1;
    return true;
}

bool tag_attribute(const struct tag *tag, const char *name, struct str *value)
{
    struct str found;
    size_t at = (size_t)(tag->name.ptr - tag->raw.ptr) + tag->name.len;
    while (next_attribute(tag->raw, &at, &found, value))
        if (str_is(found, name))
            return true;
    return false;
}

long tag_number(const struct tag *tag, const char *name, long other)
{
    struct str value;
    long number;
    return tag_attribute(tag, name, &value) && str_to_long(str_trim(value), &number) ? number : other;
}

struct str tag_with(const struct tag *tag, const char *name, struct str value, struct arena *a)
{
    struct str old;
    struct str raw = tag->raw;
    if (tag_attribute(tag, name, &old)) {
        size_t before = (size_t)(old.ptr - raw.ptr), after = before + old.len;
        return arena_printf(a, "%.*s%.*s%.*s", (int)before, raw.ptr, STR_ARG(value), (int)(raw.len - after),
                            raw.ptr + after);
    }
    size_t tail = tag->kind == TAG_EMPTY ? 2 : 1;
    struct str front = str_trim((struct str){raw.ptr, raw.len - tail});
    return arena_printf(a, "%.*s %s=\"%.*s\"%.*s", STR_ARG(front), name, STR_ARG(value), (int)tail,
                        raw.ptr + raw.len - tail);
}

struct str tag_opened(const struct tag *tag, struct arena *a)
{
    if (tag->kind != TAG_EMPTY)
        return tag->raw;
    return arena_printf(a, "%.*s>", STR_ARG(str_trim((struct str){tag->raw.ptr, tag->raw.len - 2})));
}

/* --- --- */

/* The code point of a valid character of so many bytes. */
static unsigned long code_point(const char *p, int len)
{
    unsigned long c = (unsigned char)*p;
    if (len > 1)
        c &= 0x7FU >> len;
    for (int i = 1; i < len; i++)
        c = c << 6 | ((unsigned char)p[i] & 0x3F);
    return c;
}

/* "_x000A_" and the like stand for a character; a text that looks so has its first mark written so. */
static bool looks_escaped(struct str s)
{
    return s.len >= 7 && s.ptr[1] == 'x' && s.ptr[6] == '_' &&
           strspn(s.ptr + 2, "0123456789abcdefABCDEF") >= 4;
}

struct str xml_escape(struct arena *a, struct str s)
{
    static const char *const names[128] = {
        ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;", ['\n'] = "&#10;", ['\t'] = "&#9;"};
    char *out = arena_alloc(a, s.len * 10 + 1), *to = out;
    for (size_t i = 0; i < s.len;) {
        int len = str_utf8_length((const unsigned char *)s.ptr + i, s.len - i);
        unsigned long c = len > 0 ? code_point(s.ptr + i, len) : 0xFFFD;
        struct str rest = {s.ptr + i, s.len - i};
        i += len > 0 ? (size_t)len : 1;
        if (c < 128 && names[c])
            to = str_copy(to, str_c(names[c]));
        else if (c < 32 || c == 0xFFFE || c == 0xFFFF || (c == '_' && looks_escaped(rest)))
            to += sprintf(to, "_x%04lX_", c);
        else if (c < 128)
            *to++ = (char)c;
        else
            to += sprintf(to, "&#%lu;", c);
    }
    return (struct str){out, (size_t)(to - out)};
}
