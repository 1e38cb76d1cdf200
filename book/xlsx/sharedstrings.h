/* sharedstrings.h - the shared strings of a workbook, held compactly: one behind the other, found by an
 * offset.
 *
 * There may be millions of them, most of them short. Before each text stands a byte that tells whether it is
 * plain (see struct cell), so that this is found out once and not each time the text is shown.
 */
#ifndef KP2S_SHAREDSTRINGS_H
#define KP2S_SHAREDSTRINGS_H

#include "str.h"

/* Offsets have 32 bits. */
enum { STRINGS_MOST_BYTES = 1024 * 1024 * 1024 };

struct strings {
    char *text;
    size_t used, room;
    uint32_t *at; /* offset of each string's byte; at[n] is the end of the last */
    size_t n, places;
};

void strings_done(struct strings *s);
/* Forgets all strings. */
void strings_clear(struct strings *s);
/* NULL, or the fault (see limit.h) that there are too many, by number or by bytes. */
const char *strings_add(struct strings *s, struct str text, bool plain);

/* Text i, which must be below n; valid until strings are added. */
static inline struct str strings_get(const struct strings *s, size_t i, bool *plain)
{
    const char *p = s->text + s->at[i];
    *plain = *p != 0;
    return (struct str){p + 1, s->at[i + 1] - s->at[i] - 1};
}

#endif
