/* scorecard.h - the sheets of the scorecard of one kabupaten/kota, in their order; each adds itself to the
 * book. */
#ifndef KP2S_REPORT_SCORECARD_H
#define KP2S_REPORT_SCORECARD_H

#include "book.h"

void scorecard_card(struct book *book);     /* Kartu */
void scorecard_villages(struct book *book); /* Desa */
void scorecard_figures(struct book *book);  /* Rincian */
void scorecard_steps(struct book *book);    /* Tindak Lanjut */

/* That this is not for publication: on every sheet with figures of villages. */
const char *scorecard_private(void);
/* The name of an indicator in the language of the workbook. */
const char *scorecard_indicator(const struct data *d, enum set set, int at);
/* How an indicator of SET_CARD_INDICATORS that misses its target misses it: how many are lacking, in how many
 * villages, and where most of them are; "" when it reached it, or has none. */
const char *scorecard_cause(struct book *book, int at);

#endif
