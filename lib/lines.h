/* lines.h - lines of texts, written as CSV for programs or with aligned columns for a person. */
#ifndef KP2S_LINES_H
#define KP2S_LINES_H

#include "out.h"
#include "str.h"

enum { LINES_FIELDS = 12, LINES_GAP = 2 };

struct lines {
    struct arena *a; /* holds the lines; their texts are borrowed */
    struct str (*line)[LINES_FIELDS];
    size_t n, room, fields; /* fields of each line that are written */
};

void lines_add(struct lines *t, const struct str text[LINES_FIELDS]);
/* Each line behind the margin; harmless on a terminal. */
void lines_aligned(const struct lines *t, const char *margin, struct out *out);
void lines_csv(const struct lines *t, struct out *out);

#endif
