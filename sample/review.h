/* review.h - the sample's own reckoning of the annual review, by the rules of doc/review.md.
 *
 * It is the oracle of kp2s-review and therefore shares nothing with it: plain sums of what the forms said.
 */
#ifndef KP2S_SAMPLE_REVIEW_H
#define KP2S_SAMPLE_REVIEW_H

#include "catalogue.h"
#include "err.h"
#include "place.h"

enum { MAX_FORMS = 16 };

struct review_regency {
    long numerator[MAX_INDICATORS], denominator[MAX_INDICATORS];
    bool covered[MAX_INDICATORS]; /* at least one figure was accepted */
    long measured, stunted, severe;
    long received, due, persons, complete;
    int quarter; /* the latest one reported; 0: none */
    double grade_sum[MAX_ITEMS];
    int grades[MAX_ITEMS];
    bool sent[MAX_FORMS];
};

struct review {
    const struct catalogue *catalogue;
    const struct province *province;
    int year;
    struct review_regency *regency; /* one for each of the province */
    int forms;                      /* forms of kind coverage, measurement, service that somebody sent */
};

void review_begin(struct review *r, const struct catalogue *c, const struct province *p, int year);
void review_figure(struct review *r, const struct regency *g, const char *indicator, long numerator,
                   long denominator);
/* haz in hundredths, of a measurement that counts: not flagged, at most 1826 days old. */
void review_child(struct review *r, const struct regency *g, long haz);
/* The sums of one person in a quarter; those of an earlier quarter than the latest are forgotten. */
void review_person(struct review *r, const struct regency *g, int quarter, int received, int due);
/* item: index in the instrument. */
void review_grade(struct review *r, const struct regency *g, int item, double score);
void review_sent(struct review *r, const struct regency *g, int form);
/* Writes DIR/review-coverage.csv, -prevalence, -convergence, -assessment, -ranking. */
bool review_write(const struct review *r, const char *dir, struct err *e);
void review_end(struct review *r);

#endif
