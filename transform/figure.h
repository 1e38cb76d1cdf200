/* figure.h - the figures of a coverage record: counts, yes or no, percentages and figures that stand alone.
 *
 * Each reads one field of the record at hand and remarks what is wrong with it.
 */
#ifndef KP2S_FIGURE_H
#define KP2S_FIGURE_H

#include "number.h"
#include "stage.h"

enum figure_state { FIGURE_VALUE, FIGURE_MISSING, FIGURE_NA, FIGURE_REJECTED };

struct figure {
    enum figure_state state;
    char text[NUMBER_SIZE]; /* shortest decimal text without sign, when it is a value */
};

bool figure_is_zero(const struct figure *f);
/* a > b, of two values. */
bool figure_greater(const struct figure *a, const struct figure *b);

/* A number of things: whole, unless the unit may be divided (rupiah, m3). */
struct figure figure_count(struct stage *s, enum field field, bool fraction);
/* 1 for ya, 0 for tidak, however the form says it. */
struct figure figure_yes_no(struct stage *s, enum field field);
/* A figure that stands for itself, of an indicator of type percent. */
struct figure figure_alone(struct stage *s, enum field field, const struct indicator *indicator);
/* The percentage beside n and d: compared with 100 n / d, multiplied where it was written as a fraction of 1.
 * Empty where there is none; in the scratch arena. */
struct str figure_percent(struct stage *s, const struct figure *n, const struct figure *d);

#endif
