/* shown.h - what of a review is shown: the present, or an edition, whose rows then stand in for the views
 * that the report's queries read. */
#ifndef KP2S_REPORT_SHOWN_H
#define KP2S_REPORT_SHOWN_H

#include "data.h"

/* Begins the snapshot of which everything is read, and fills SET_EDITION and data->lacking. Refused: a
 * province without a review of the year, an edition that is not there, or not what was frozen. */
bool shown_begin(struct data *data, struct pg *pg, struct arena *a, struct err *e);
/* Fills SET_CHANGES: what differs from the edition before, and nothing where there is none. */
bool shown_changes(struct data *data, struct pg *pg, struct err *e);

/* "edisi 2, ditetapkan (SK 188/2025, 17 Agustus 2025)", or "belum dibekukan" */
const char *shown_words(const struct data *data, struct arena *a);
/* "edisi 2, draf, sidik 0123456789ab", or "dihitung 17 Agustus 2025, belum dibekukan": for feet of pages */
const char *shown_foot(const struct data *data, struct arena *a);
/* "Peringkat: 2; Nilai: 12; …" of SET_CHANGES, or that nothing differs */
const char *shown_counts(const struct data *data, struct arena *a);
/* What the edition was frozen without, as a sentence; "" for nothing. */
const char *shown_lacking(const struct data *data, struct arena *a);

#endif
