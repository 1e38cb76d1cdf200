/* guessmatch.h - headings compared with the names and definitions of the catalogue.
 */
#ifndef KP2S_GUESSMATCH_H
#define KP2S_GUESSMATCH_H

#include "err.h"
#include "str.h"

enum { MATCH_WORDS = 24 };

/* A text as the set of its words that carry meaning, forms of one word made alike. */
struct gist {
    struct str word[MATCH_WORDS];
    size_t n;
};
struct gist gist_of(struct arena *a, struct str text);

/* One that a form's figures can fill: a ratio or a count. */
struct indicator {
    struct str code, name, owner;
    bool ratio; /* else a count, which has no denominator */
    struct gist named, numerator, denominator;
};
struct service {
    struct str code, subject, name;
    struct gist named;
};
struct gcatalogue {
    struct indicator *indicator;
    size_t indicators;
    struct service *service;
    size_t services;
};
/* Lives in the arena. etc: the toolkit's data folder. */
bool gcatalogue_read(struct gcatalogue *c, const char *etc, struct arena *a, struct err *e);

/* How alike a heading and a definition are, from 0 to 100: twice the words in common by the words of both.
 * Words of the definition that the heading lacks and the title has do not count; the result is then nine
 * tenths. title may be NULL. */
int gist_alike(const struct gist *heading, const struct gist *definition, const struct gist *title);

#endif
