#include "guessput.h"

#include <stdarg.h>
#include <stdio.h>

enum { COMMENT_WIDTH = 112, VALUE_WIDTH = 120, LONGEST = 150 };

static void put(const struct writer *w, struct str s)
{
    out_write(w->out, s.ptr, s.len);
}

void put_text(const struct writer *w, const char *text)
{
    put(w, str_c(text));
}

/* A list is broken before a bar. */
static size_t piece_of_list(struct str s, size_t width)
{
    size_t end = 0;
    for (size_t i = 1; i + 1 < s.len && i <= width && s.len > width; i++)
        if (s.ptr[i] == ' ' && s.ptr[i + 1] == '|')
            end = i;
    return end;
}

/* The end of the longest piece of at most width bytes that ends before a blank with a letter or digit behind
 * it: such a piece may go on in the next line of an INI file. */
static size_t piece_of(struct str s, size_t width)
{
    size_t end = 0;
    if (s.len <= width)
        return s.len;
    for (size_t i = 1; i + 1 < s.len; i++) {
        unsigned char next = (unsigned char)s.ptr[i + 1];
        bool plain = (next >= '0' && next <= '9') || (next >= 'A' && next <= 'Z') ||
                     (next >= 'a' && next <= 'z') || next == '(' || next == '|';
        if (s.ptr[i] == ' ' && plain && (i <= width || end == 0))
            end = i;
        if (i > width && end > 0)
            break;
    }
    return end > 0 ? end : s.len;
}

/* At most n bytes of s, whole characters. */
static size_t whole(struct str s, size_t n)
{
    while (n > 0 && n < s.len && ((unsigned char)s.ptr[n] & 0xC0) == 0x80)
        n--;
    return n;
}

void put_comment(const struct writer *w, const char *format, ...)
{
    char text[4096];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    struct str rest = gsheet_plain(w->a, str_c(text));
    while (rest.len > 0) {
        size_t n = piece_of(rest, COMMENT_WIDTH);
        n = n < LONGEST ? n : whole(rest, LONGEST);
        put_text(w, "; ");
        put(w, (struct str){rest.ptr, n});
        put_text(w, "\n");
        rest = str_trim((struct str){rest.ptr + n, rest.len - n});
    }
}

void put_section(const struct writer *w, const char *name)
{
    put(w, arena_printf(w->a, "\n[%s]\n", name));
}

void put_key(const struct writer *w, const char *before, const char *name, size_t width, struct str value)
{
    put(w, arena_printf(w->a, "%s%-*s = ", before, (int)width, name));
    for (struct str rest = value; rest.len > 0;) {
        size_t n = piece_of_list(rest, VALUE_WIDTH);
        n = n > 0 ? n : piece_of(rest, VALUE_WIDTH);
        bool cut = n > LONGEST;
        n = cut ? whole(rest, VALUE_WIDTH) : n;
        put(w, (struct str){rest.ptr, n});
        rest = cut ? STR("") : str_trim((struct str){rest.ptr + n, rest.len - n});
        put_text(w, cut ? "*\n" : "\n");
        if (rest.len > 0)
            put(w, arena_printf(w->a, "%s  ", before));
    }
}

struct str put_column(const struct writer *w, const struct column *c)
{
    char text[ADDRESS_SIZE] = "";
    size_t len = address_column(c->col, text);
    return arena_dup(w->a, (struct str){text, len});
}
