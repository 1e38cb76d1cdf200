/* sample.h - what the parts of kp2s-sample share: the choices of the run and the books kept on the side. */
#ifndef KP2S_SAMPLE_H
#define KP2S_SAMPLE_H

#include "book.h"
#include "catalogue.h"
#include "place.h"
#include "review.h"
#include "rng.h"
#include "truth.h"

struct sample {
    const char *dir;
    int year;
    uint64_t seed;
    int children;    /* measured in each village */
    int quarters;    /* quarters of convergence data, the last ones of the year */
    double dirt;     /* chance that a data row has a fault */
    double outliers; /* chance that a figure of coverage stands out */
    struct catalogue catalogue;
    struct province province;
    struct truth truth;
    struct review review;
    bool several; /* named forms are written for several kabupaten/kota: the names of their files differ */
    struct out *upload; /* DIR/truth/upload.csv: what is said of each file at upload; NULL without --forms */
    long serial;        /* of the last NIK given */
    long files;
};

/* The forms of kind coverage, measurement, service, as the review counts them. */
enum sample_form {
    FORM_DINKES,
    FORM_DINSOS,
    FORM_PUPR,
    FORM_DPPKB,
    FORM_DISDIK,
    FORM_DUKCAPIL,
    FORM_EPPGBM,
    FORM_DPMD
};

/* Each writes one kabupaten/kota's files of its kind, their truth and their share of the review. */
bool coverage_write(struct sample *s, const struct regency *g, struct err *e);
bool measure_write(struct sample *s, const struct regency *g, struct err *e);
bool service_write(struct sample *s, const struct regency *g, struct err *e);
/* The assessors' workbooks, for the whole province. */
bool panel_write(struct sample *s, struct err *e);

/* The newer e-PPGBM export, which is no part of the whole sample. */
bool measure_write_new(struct sample *s, const struct regency *g, struct err *e);
/* The coverage form of one layout; the others write all of theirs. */
bool coverage_write_form(struct sample *s, const struct regency *g, const char *layout, struct err *e);

/* Opens DIR/inbox/FOLDER/FILE, creating the folder; file as given is the name in the truth. */
struct book *sample_open(struct sample *s, const char *folder, const char *file, enum book_form form,
                         struct err *e);

/* Fault number 1 … n for a row, or 0: none. */
int sample_fault(struct rng *r, const struct sample *s, int faults);

#endif
