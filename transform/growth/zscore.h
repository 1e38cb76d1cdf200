/* zscore.h - z-scores of the WHO Child Growth Standards 2006 for one child, birth to day 1856.
 *
 * Sources: WHO, Child Growth Standards: methods and development, Geneva 2006 (length/height, weight, BMI) and
 * 2007 (head and arm circumference), chapter 7 of the former for the formulas; WHO's igrowup macros for what
 * is done with a survey; WHO's R package anthro 1.1 for standing children below nine months.
 *
 * - z = ((y / M)^L - 1) / (L S). Of weight, BMI and arm circumference, whose L is not 1, it is restricted:
 *   beyond 3 SD it goes on by the distance from SD3 in steps of SD3 - SD2, likewise below -3.
 * - Age is in days; one in months is multiplied by 30.4375 and rounded half up. igrowup scores to day 1856,
 *   and so do we; anthro ends before 60 months (day 1826). Prevalence counts to day 1826: who counts sees to
 *   that. Arm circumference is scored from day 91.
 * - Before day 731 length is scored, from then on height: standing before day 731 adds 0.7 cm, lying from
 *   then on takes 0.7 cm away. Unknown is lying before day 731 and standing from then on. "Standing" before
 *   nine months of 30.4375 days (to day 273) counts as unknown.
 * - Weight-for-length goes from 45 to 110 cm, weight-for-height from 65 to 120 cm, of the adjusted measure;
 *   between two steps of 0.1 cm, L, M and S are interpolated. It needs no age: without one the position
 *   decides, and without that, below 87 cm is length; nothing is adjusted then.
 * - BMI is of the adjusted measure.
 * - Oedema: no weight-for-age, weight-for-length/height, BMI-for-age; counted as below -3 (nutrition.h).
 * - A z-score is rounded to two decimals, half away from zero; flags and categories look at the rounded one.
 *   Flagged as implausible: HAZ beyond ±6, WAZ below -6 or above 5, the others beyond ±5.
 */
#ifndef KP2S_ZSCORE_H
#define KP2S_ZSCORE_H

#include "err.h"

#include <limits.h>

struct zscore; /* the standards in memory */

/* Reads lhfa, wfa, bfa, hcfa, acfa, wfl and wfh.tsv.gz of the folder. NULL on failure. */
struct zscore *zscore_open(const char *folder, struct err *e);
void zscore_close(struct zscore *z); /* z may be NULL */

enum zscore_sex { ZSCORE_BOY, ZSCORE_GIRL };

enum {
    ZSCORE_STANDING_FROM = 731, /* day from which height is scored, before it length */
    ZSCORE_LAST_DAY = 1856,
    ZSCORE_NO_AGE = -1,
    ZSCORE_NONE = INT_MIN,
};
#define ZSCORE_MONTH 30.4375 /* days */

enum zscore_index {
    ZSCORE_HA, /* length/height-for-age */
    ZSCORE_WA, /* weight-for-age */
    ZSCORE_WH, /* weight-for-length/height */
    ZSCORE_BA, /* BMI-for-age */
    ZSCORE_HC, /* head circumference-for-age */
    ZSCORE_AC, /* arm circumference-for-age */
    ZSCORE_INDICES,
    ZSCORE_REPORTED = ZSCORE_WH + 1,   /* the first ones: those that agencies report */
    ZSCORE_CATEGORIES = ZSCORE_BA + 1, /* the first ones: those with categories (nutrition.h) */
};

struct zscore_child {
    enum zscore_sex sex;
    int age_days; /* ZSCORE_NO_AGE: unknown */
    /* kg and cm, as measured; 0 or less: not measured */
    double weight, height, head, arm;
    char position; /* 'l' lying, 'h' standing, 0 unknown */
    bool oedema;
};

/* "Standing" at that age is not believed. */
bool zscore_too_young_to_stand(const struct zscore_child *child);

struct zscore_result {
    double height, bmi;           /* cm, as adjusted, and kg/m²; 0: none */
    int z[ZSCORE_INDICES];        /* hundredths; ZSCORE_NONE when there is none */
    bool flagged[ZSCORE_INDICES]; /* implausible */
};

/* Fetches what zscore_compute() will look up for a child of that age: said some time before, it has not to
 * wait for memory then. */
void zscore_expect(const struct zscore *z, enum zscore_sex sex, int age_days);
void zscore_compute(const struct zscore *z, const struct zscore_child *child, struct zscore_result *out);

#endif
