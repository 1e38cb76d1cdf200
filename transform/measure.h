/* measure.h - weights, lengths and z-scores as typed, with what Excel made of them undone.
 *
 * Typed "85.5" under a locale where the point parts hours from minutes becomes the time 85:05:00, shown
 * "85.05.00": with seconds there is no doubt. "8.1" becomes 08:01, shown "08.01", which also reads as 8.01:
 * it stays as typed unless the z-score of the file says otherwise (measurement.c).
 */
#ifndef KP2S_MEASURE_H
#define KP2S_MEASURE_H

#include "number.h"
#include "stage.h"

struct measure {
    bool given;
    char text[NUMBER_SIZE];      /* decimal text in kg or cm; of a z-score with its sign */
    char time_text[NUMBER_SIZE]; /* the reading as a time; empty when there is none, as for most */
};

/* FIELD_WEIGHT in kg, FIELD_HEIGHT and FIELD_MUAC in cm. Rejects, notes and repairs as needed. A mid-upper
 * arm circumference that cannot be used is noted and left out. */
void measure_read(struct stage *s, enum field field, struct measure *m);
/* A reported z-score; what cannot be read is noted and left out. */
void measure_z(struct stage *s, enum field field, struct measure *z);
double measure_value(const char *text);
/* 'l' lying, 'h' standing: from l, h, terlentang, berdiri and the like; 0 for any other text. */
char measure_position(struct str text);
/* Oedema: "1", and what begins with y, v or +, is yes. */
bool measure_yes(struct str text);

#endif
