#include "skim.h"

#include <stdlib.h>
#include <string.h>

enum { ROOM = 128 * 1024, KEPT = 16 /* more than a tag that a block's end may cut in two */ };

struct skim {
    struct zip_part *part;
    enum { BEFORE, WITHIN, BEHIND } place; /* of the rows */
    bool ended, unsure;
    bool declared; /* the part begins with an XML declaration */
    size_t lines;  /* ends of lines among the rows, still to be handed out */
    size_t passed; /* bytes, the last of which is: */
    char last;
    size_t from, have;
    size_t opened; /* where the rows begin in bytes, once that is known */
    char bytes[ROOM];
};

struct skim *skim_open(struct zip_part *part)
{
    struct skim *s = mem_alloc(sizeof *s);
    s->part = part;
    return s;
}

void skim_close(struct skim *s)
{
    free(s);
}

bool skim_unsure(const struct skim *s)
{
    return s->unsure;
}

/* Comments, CDATA sections, processing instructions, from the next byte on; an XML declaration is none. */
static bool has_markup(const struct skim *s, const char *end)
{
    const char *from = s->bytes + s->from;
    for (const char *kind = "!?"; *kind; kind++)
        for (const char *at = from; at < end && (at = memchr(at, *kind, (size_t)(end - at))); at++)
            if ((at > from ? at[-1] : s->last) == '<' &&
                !(s->declared && s->passed + (size_t)(at - from) == 1))
                return true;
    return false;
}

static void pass(struct skim *s, size_t n)
{
    if (n == 0)
        return;
    s->from += n;
    s->passed += n;
    s->last = s->bytes[s->from - 1];
}

/* Where the tag ends, or how far it is certain that it does not begin. */
static const char *look_for(struct skim *s, const char *tag, bool *found)
{
    const char *p = s->bytes + s->from;
    size_t len = s->have - s->from;
    const char *at = memmem(p, len, tag, strlen(tag));
    *found = at != NULL;
    return at ? at + strlen(tag) : s->ended ? p + len : len > KEPT ? p + len - KEPT : p;
}

static long hand_out(struct skim *s, const char *to_here, char *buffer, size_t size)
{
    size_t n = (size_t)(to_here - s->bytes) - s->from;
    n = n < size ? n : size;
    memcpy(buffer, s->bytes + s->from, n);
    pass(s, n);
    return (long)n;
}

static long before(struct skim *s, char *buffer, size_t size)
{
    const char *end = s->bytes + s->opened;
    if (s->opened == 0) {
        bool found;
        end = look_for(s, "<sheetData>", &found);
        if (s->passed == 0)
            s->declared = end - s->bytes > 5 && memcmp(s->bytes, "<?xml", 5) == 0;
        if (has_markup(s, end)) {
            s->place = BEHIND;
            return 0;
        }
        s->opened = found ? (size_t)(end - s->bytes) : 0;
    }
    long n = hand_out(s, end, buffer, size);
    if (s->opened > 0 && s->from == s->opened)
        s->place = WITHIN;
    return n;
}

/* Where the rows end; NULL when that is further on. A second <sheetData> among them, which no program writes,
 * would hide it. */
static const char *look_for_end(struct skim *s, const char *from, const char *stop)
{
    static const char name[] = "sheetData";
    for (const char *p = from; (p = memmem(p, (size_t)(stop - p), name, sizeof name - 1)); p++) {
        if (p - from >= 2 && p[-2] == '<' && p[-1] == '/')
            return p - 2;
        s->unsure |= p > from && p[-1] == '<';
    }
    return NULL;
}

static void within(struct skim *s)
{
    const char *from = s->bytes + s->from, *stop = s->bytes + s->have, *end = look_for_end(s, from, stop);
    bool found = end != NULL;
    if (!found)
        end = s->ended ? stop : stop - from > KEPT ? stop - KEPT : from;
    s->unsure |= has_markup(s, end);
    for (const char *p = from; p < end && (p = memchr(p, '\n', (size_t)(end - p))); p++)
        s->lines++;
    pass(s, (size_t)(end - from));
    if (found)
        s->place = BEHIND;
}

static long behind(struct skim *s, char *buffer, size_t size)
{
    if (s->lines == 0)
        return hand_out(s, s->bytes + s->have, buffer, size);
    size_t n = s->lines < size ? s->lines : size;
    memset(buffer, '\n', n);
    s->lines -= n;
    return (long)n;
}

static bool fill(struct skim *s, struct err *e)
{
    s->have -= s->from;
    memmove(s->bytes, s->bytes + s->from, s->have);
    s->from = 0;
    long n = zip_part_read(s->part, s->bytes + s->have, ROOM - s->have, e);
    s->have += n > 0 ? (size_t)n : 0;
    s->ended = n == 0;
    return n >= 0;
}

long skim_read(struct skim *s, char *buffer, size_t size, struct err *e)
{
    for (;;) {
        long n = s->place == BEFORE ? before(s, buffer, size) : 0;
        if (n == 0 && s->place == WITHIN)
            within(s);
        if (n == 0 && s->place == BEHIND)
            n = behind(s, buffer, size);
        if (n > 0)
            return n;
        if (s->unsure || s->ended)
            return 0;
        if (!fill(s, e))
            return -1;
    }
}
