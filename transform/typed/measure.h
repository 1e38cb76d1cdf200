/* measure.h - weights, lengths and z-scores as typed, with what Excel made of them undone.
 *
 * Typed "85.5" under a locale where the point parts hours from minutes becomes the time 85:05:00, shown
 * "85.05.00": with seconds there is no doubt. "8.1" becomes 08:01, shown "08.01", which also reads as 8.01:
 * it stays as typed unless the z-score of the file says otherwise (measurement.c). Lengths are taken to one
 * decimal, but weights may have two: a time of a weight may be 8.1 as well as 8.01, which again the z-score
 * says.
 *
 * Where points part days from months, "12.5" becomes the twelfth of May: "12.May", 2024-05-12, or the serial
 * 45424. A date of a shifted column looks the same, so this is read as 12.5 only where the z-score of the
 * file says so, too.
 */
#ifndef KP2S_MEASURE_H
#define KP2S_MEASURE_H

#include "number.h"
#include "stage.h"

enum { MEASURE_Z_AGREES = 3 }; /* hundredths by which z-scores that are the same may differ */

struct measure {
    bool given;
    enum reason doubt;      /* not given: the repair that would take text or time_text; else REASON_COUNT */
    char text[NUMBER_SIZE]; /* decimal text in kg or cm; of a z-score with its sign */
    char time_text[NUMBER_SIZE]; /* the reading as a time; empty when there is none, as for most */
};

/* FIELD_WEIGHT in kg, FIELD_HEIGHT and FIELD_MUAC in cm. Rejects, notes and repairs as needed; what is dated
 * the caller settles. A mid-upper arm circumference that cannot be used is noted and left out. */
void measure_read(struct stage *s, enum field field, struct measure *m);
/* Takes the one of its readings with which the child has the z-score z, as the file says; else rejects it.
 * child: its other measures; NULL when they are not known. */
void measure_settle_doubt(struct stage *s, enum field field, const struct zscore_child *child,
                          enum zscore_index index, const struct measure *z, struct measure *m);
/* A reported z-score; what cannot be read is noted and left out. */
void measure_z(struct stage *s, enum field field, struct measure *z);
double measure_value(const char *text);
/* 'l' lying, 'h' standing: from l, h, terlentang, berdiri and the like; 0 for any other text. */
char measure_position(struct str text);
/* Oedema: "1", and what begins with y, v or +, is yes. */
bool measure_yes(struct str text);

#endif
