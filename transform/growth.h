/* growth.h - z-scores of the WHO Child Growth Standards 2006 and the categories of Permenkes 2/2020.
 *
 * Rules (WHO igrowup macros, R package anthro): length/height-for-age by plain LMS; weight-for-age and
 * weight-for-length/height by LMS restricted beyond 3 SD. A child measured standing before day 731 is taken
 * as 0.7 cm longer, one measured lying from day 731 as 0.7 cm shorter; standing before 9 months counts as
 * unknown; unknown is lying before day 731 and standing from then on. Oedema: no weight-based z-score. A
 * z-score is rounded to two decimals, half away from zero, and flagged and classified on the rounded value.
 * Ages to day 1856 get z-scores; prevalence counts children to day 1826 (59 completed months) only, which is
 * the business of who counts.
 */
#ifndef KP2S_GROWTH_H
#define KP2S_GROWTH_H

#include "err.h"

struct growth;

/* Reads lhfa, wfa, wfl and wfh.tsv.gz of the folder. NULL on failure. */
struct growth *growth_open(const char *folder, struct err *e);
void growth_close(struct growth *g);

enum growth_sex { GROWTH_BOY, GROWTH_GIRL };

enum { GROWTH_LAST_DAY = 1856, GROWTH_NONE = -1000000 };

enum growth_index { GROWTH_HA, GROWTH_WA, GROWTH_WH, GROWTH_INDICES };

struct growth_child {
    enum growth_sex sex;
    int age_days;
    double weight; /* kg; 0 or less: not measured */
    double height; /* cm as measured; 0 or less: not measured */
    char position; /* 'l' lying, 'h' standing, 0 unknown */
    bool oedema;
};

struct growth_scores {
    int z[GROWTH_INDICES];        /* hundredths; GROWTH_NONE when there is none */
    bool flagged[GROWTH_INDICES]; /* implausible: |HAZ| > 6, WAZ < -6 or > 5, |WHZ| > 5 */
};

void growth_scores(const struct growth *g, const struct growth_child *child, struct growth_scores *out);

/* Category words of Permenkes 2/2020 for a z-score in hundredths: "Sangat pendek", "Berat badan kurang", … */
const char *growth_category(enum growth_index index, int z);
/* The category that a file's status word means, older words included ("Gizi Lebih" of weight-for-age, "Sangat
 * Kurus", "Berat Badan Normal"); NULL when it is none of the index. */
const char *growth_category_of(enum growth_index index, const char *word);
/* The lowest category of the index, which a child with oedema has in the weight-based ones. */
const char *growth_lowest(enum growth_index index);

#endif
