/* child.h - an invented child and its measurement, and the sample's own length/height-for-age. */
#ifndef KP2S_SAMPLE_CHILD_H
#define KP2S_SAMPLE_CHILD_H

#include "sample.h"
#include "spell.h"

/* Days to which prevalence counts: 59 completed months. */
enum { CHILD_OLDEST = 1826 };

/* Height and weight in tenths of cm and kg, as they are read off the board and the scale. */
struct child {
    const struct village *village;
    char name[SPELL_LENGTH], parent[SPELL_LENGTH], nik[32];
    bool girl;
    int born, measured; /* days */
    int weight, height;
    char position; /* 'l' lying, 'h' standing, ' ' not told */
    int muac;      /* tenths of cm; 0: not taken */
    bool has_height;
};

/* Measured in August of the sample's year; its height drawn around the kabupaten's mean z-score. */
struct child child_draw(struct sample *s, struct rng *r, const struct regency *g, const struct village *v);
/* Taller than any child of that age: HAZ above 6. Thin for the height, so that only this z-score is beyond
 * belief. */
void child_make_implausible(const struct sample *s, struct child *c);
/* Past the WHO tables, with the NIK that belongs to the birth date. */
void child_make_old(struct sample *s, struct rng *r, struct child *c);

/* WHO 2006 length/height-for-age in hundredths, z = (y / M - 1) / S with the ±0.7 cm rule. False when there
 * is none: no height, or too old. */
bool child_haz(const struct sample *s, const struct child *c, long *haz);
/* Permenkes 2/2020. */
const char *child_status(long haz);

#endif
