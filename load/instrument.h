/* instrument.h - a scoring instrument (etc/instruments/ID.ini): what a year's review scores, and with what
 * weight. */
#ifndef KP2S_INSTRUMENT_H
#define KP2S_INSTRUMENT_H

#include "err.h"
#include "str.h"

enum { INSTRUMENT_MAX = 400 }; /* entries of a list */

struct instrument_entry {
    struct str code;   /* item 5.1, grade A, component aksi */
    struct str aksi;   /* of an item: 1 to 8 */
    struct str weight; /* decimal text: weight of an item or component, score of a grade */
    struct str name;   /* of an item */
};
struct instrument_list {
    struct instrument_entry entry[INSTRUMENT_MAX];
    size_t n;
};

/* Text lives in the arena given to instrument_read(). Numbers are checked decimal text. */
struct instrument {
    struct str id, name, performance_year, assessment_year, confirmed /* yes or no */, source;
    struct str score_max, decimals, assessors /* mean, median, chair */, ties /* competition, dense */;
    struct instrument_list items, grades, components;
};

/* Reads and checks a file: unknown sections and keys, values that are not what they should be, missing keys
 * and weights of components that do not sum to 1 are ST_CONFIG with file and line. */
bool instrument_read(const char *path, struct arena *a, struct instrument *in, struct err *e);

#endif
