/* scan.h - reading XML of a known shape straight from an unpacked part, without a general XML parser.
 *
 * Sheets and shared strings are the parts of a workbook that are large, and nearly all writers write them in
 * the same few shapes. The scanners (scansheet.h, scanstrings.h) know those shapes and nothing else: whatever
 * they do not know (another encoding, prefixed names, comments, CDATA, processing instructions, a DOCTYPE,
 * odd attributes) ends them with SCAN_UNKNOWN, and the caller reads the part again by the general parser.
 * They never guess: what they read is what the general parser reads (tests/unit/book-scan.c compares the
 * two).
 *
 * This header is what the two scanners share: a window over the part, and steps over its text. Behind the
 * window's data stand SCAN_SLACK zero bytes, so that a step may look ahead without asking how far it may.
 */
#ifndef KP2S_SCAN_H
#define KP2S_SCAN_H

#include "ahead.h"
#include "vector.h"
#include "zip.h"

#include <string.h>

enum scan_result { SCAN_FOUND, SCAN_END, SCAN_UNKNOWN, SCAN_FAILED };

enum { SCAN_SLACK = AHEAD_SLACK };

struct scan {
    struct zip_part *part;
    struct ahead *ahead;
    const char *mark; /* end of a whole item: "</row>" */
    size_t mark_len;
    char *at, *stop, *end; /* between the first two lie whole items, to be scanned; end: of the bytes read */
    bool at_end;           /* of the part */
    char *large;           /* an item that is longer than a block, put together */
    size_t large_room;
};

/* Takes the part over. */
void scan_open(struct scan *s, struct zip_part *part, const char *mark);
void scan_close(struct scan *s);
/* Reads until whole items lie between at and stop, or the part's end; what was before `at` is gone. */
enum scan_result scan_fill(struct scan *s, struct err *e);
/* Reads the part to its end, so that its length and checksum are proven. SCAN_END, or SCAN_FAILED. */
enum scan_result scan_drain(struct scan *s, struct err *e);

/* Passes byte-order mark and XML declaration; NULL unless the text is UTF-8 and a root element of this name,
 * of the main spreadsheet namespace by default, follows with nothing odd up to `before`. Returns where the
 * root begins. */
char *scan_root(struct scan *s, const char *root, const char *before);

/* The attributes of one tag, taken one by one. */
struct scan_attributes {
    struct str name, value; /* of the one taken last */
    struct str seen[16];
    size_t n;
};
/* Takes the next attribute behind p, its name and its value between double quotes, and returns what follows;
 * at > or /> the name is empty, and that is returned. NULL: unknown, as when the name was there before. */
char *scan_attribute(char *p, struct scan_attributes *a);
/* Behind > or />, which must be at p; *empty tells which. NULL: neither is. */
static inline char *scan_tag_end(char *p, bool *empty)
{
    *empty = *p == '/';
    p += *empty;
    return *p == '>' ? p + 1 : NULL;
}
/* From behind a tag's name to behind its > or />; *empty tells which. NULL: unknown. */
char *scan_tag(char *p, bool *empty);
/* Text between tags, made plain in place: references resolved, line ends as XML has them. False: unknown. */
bool scan_text(char *from, char *end, struct str *text);
/* A whole number of at most 9 digits. */
bool scan_number(struct str s, long most, long *value);

static inline bool scan_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static inline char *scan_blanks(char *p)
{
    while (scan_blank(*p))
        p++;
    return p;
}

#define SCAN_IS(p, literal) (memcmp(p, literal, sizeof literal - 1) == 0)

/* The next < at or behind p; NULL when none comes before stop. */
static inline char *scan_next_tag(char *p, const char *stop)
{
    unsigned kinds;
    p = vector_text(p, &kinds);
    while (*p != '<' && p < stop) /* a NUL within text */
        p = vector_text(p + 1, &kinds);
    return *p == '<' ? p : NULL;
}

#endif
