/* place.h - the province's regions, from etc/catalogue/regions.csv.gz (rows valid now). */
#ifndef KP2S_SAMPLE_PLACE_H
#define KP2S_SAMPLE_PLACE_H

#include "err.h"
#include "rng.h"
#include "str.h"

struct district {
    char *code, *name;
};

struct village {
    char *code, *name;
    const struct district *district;
    int families; /* invented; the same in all forms */
};

/* How well a kabupaten does, invented: chances between 0 and 1, and a mean height-for-age z-score. */
struct quality {
    bool poor;
    double coverage, convergence, grade, haz;
};

struct regency {
    char *code, *name;      /* "Kabupaten Kapuas" */
    const char *short_name; /* "Kapuas" */
    bool city;
    int ordinal;             /* from 0; decides habits: how its offices spell, date and number things */
    struct village *village; /* those that the sample takes */
    size_t villages;
    struct quality quality;
};

struct province {
    struct arena arena; /* owns all of the below */
    char *code, *name;
    struct regency *regency;
    size_t regencies;
};

struct place_choice {
    const char *register_path;
    const char *province; /* code */
    const char *poor;     /* code of the kabupaten that does badly; NULL: the last but two */
    long per_regency;     /* villages of each kabupaten, evenly spread; 0: all */
    uint64_t seed;
};

/* Fills p; the caller ends it with place_done() in every case. ST_CONFIG when the register has no such
 * province. */
bool place_read(struct province *p, const struct place_choice *choice, struct err *e);
void place_done(struct province *p);
/* "Kab. Kapuas", "Kota Palangkaraya". Written into text. */
const char *place_label(const struct regency *r, char text[80]);

#endif
