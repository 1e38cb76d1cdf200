/* place.h - the regions a form is for, from the region register: those valid on the last day of its period.
 */
#ifndef KP2S_TEMPLATE_PLACE_H
#define KP2S_TEMPLATE_PLACE_H

#include "err.h"
#include "str.h"

enum { PROVINCE = 1, REGENCY, DISTRICT, VILLAGE };

struct place {
    struct str code, name;
    int level;
};

struct places {
    struct str name[DISTRICT + 1]; /* of the region asked for and of those above it, by level; else empty */
    int level;                     /* of the region asked for */
    struct place *place;           /* it and all within, in order of code: each behind the one it lies in */
    size_t n;
};

/* Reads what the register at path has of the region with this code on this day; lives in the arena. */
bool places_read(struct places *p, const char *path, const char *code, struct str day, struct arena *a,
                 struct err *e);

#endif
