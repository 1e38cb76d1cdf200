/* catalogue.h - what the sample takes from etc/: indicators, targets, the year's instrument, length-for-age.
 */
#ifndef KP2S_SAMPLE_CATALOGUE_H
#define KP2S_SAMPLE_CATALOGUE_H

#include "err.h"
#include "str.h"

enum { MAX_INDICATORS = 2000, MAX_TARGETS = 4000, MAX_ITEMS = 100, MAX_GRADES = 8, LAST_DAY = 1856 };

enum indicator_type { INDICATOR_RATIO, INDICATOR_PERCENT, INDICATOR_NUMBER };

struct indicator {
    char *code, *name, *numerator, *denominator; /* definitions, as headings say them */
    enum indicator_type type;                    /* NUMBER: of counts, times, yes and no; no denominator */
    bool down;                                   /* lower is better */
};

struct target {
    char *indicator, *region; /* region: code, or empty for the whole country */
    double value;
};

struct item {
    char *code, *text;
    int aksi;
    double weight;
};

struct instrument {
    bool found; /* an instrument of the year exists */
    bool dense; /* tie rule: 1, 2, 2, 3; else 1, 2, 2, 4 */
    double score_max;
    struct item item[MAX_ITEMS];
    int items;
    struct {
        char letter;
        double score;
    } grade[MAX_GRADES];
    int grades;
    struct {
        double aksi, coverage, convergence, prevalence, data;
    } weight;
};

struct catalogue {
    struct arena arena; /* owns all text below */
    struct indicator indicator[MAX_INDICATORS];
    int indicators;
    struct target target[MAX_TARGETS];
    int targets;
    struct instrument instrument;
    struct {
        double m, s;
    } length[2][LAST_DAY + 1]; /* WHO 2006 length/height-for-age, boys and girls, by day; L is 1 */
};

/* Reads etc/catalogue, etc/instruments, etc/growth for the year. The caller ends c with catalogue_done()
 * always. */
bool catalogue_read(struct catalogue *c, const char *etc, int year, struct err *e);
void catalogue_done(struct catalogue *c);
/* Aborts when there is none: codes come from the sample's own forms. */
const struct indicator *catalogue_indicator(const struct catalogue *c, const char *code);
/* The kabupaten's own target, else the province's, else the national one; NULL when there is none. */
const struct target *catalogue_target(const struct catalogue *c, const char *indicator, const char *regency);

#endif
