/* meaning.h - what a form asks for, in words of the catalogue: indicators, services, agencies, and the items
 * of the instrument by which a year is scored. */
#ifndef KP2S_TEMPLATE_MEANING_H
#define KP2S_TEMPLATE_MEANING_H

#include "err.h"
#include "str.h"

enum { MEANING_MAX_ITEMS = 200, MEANING_MAX_GRADES = 10 };

struct indicator {
    struct str code, name, type, unit, numerator, denominator, numerator_owner, denominator_owner;
};

struct service {
    struct str code, name, period;
};

struct agency {
    struct str code, name;
};

struct item {
    struct str code, text;
};

struct catalogue {
    struct indicator *indicator;
    struct service *service;
    struct agency *agency;
    size_t indicators, services, agencies;
    struct item item[MEANING_MAX_ITEMS];
    size_t items;
    const char *grade[MEANING_MAX_GRADES + 1]; /* letters, best first; ends with NULL */
    size_t grades;
};

/* Reads the catalogues of the folder etc; all lives in the arena. */
bool catalogue_read(struct catalogue *c, const char *etc, struct arena *a, struct err *e);
/* Reads grades and items, or what is told as figures, of the one instrument of etc/instruments for this
 * performance year. */
bool catalogue_read_items(struct catalogue *c, const char *etc, int year, bool figures, struct arena *a,
                          struct err *e);

/* NULL when the catalogue has no such code. */
const struct indicator *catalogue_indicator(const struct catalogue *c, struct str code);
const struct service *catalogue_service(const struct catalogue *c, struct str code);
/* True for services that are recorded by quarter, false for those that take any period. */
bool catalogue_by_quarter(const struct catalogue *c, struct str code);
/* The name of an agency; its code when the catalogue does not know it. */
struct str catalogue_agency(const struct catalogue *c, struct str code);

#endif
