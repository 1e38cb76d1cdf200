/* cards.h - a workbook for each kabupaten/kota, in one folder. */
#ifndef KP2S_REPORT_CARDS_H
#define KP2S_REPORT_CARDS_H

#include "book.h"

struct cards {
    const char *prefix; /* of the files' names: PREFIX-62.03-kapuas-2024.xlsx */
    enum set last;      /* the sets it shows: SET_CARD to this one, */
    bool figures;       /* and SET_CARD_FIGURES */
    void (*fill)(struct book *book, const void *with);
    const void *with;
};

/* The scorecard: a page, the villages, what to do next. */
extern const struct cards scorecard;

/* Writes the workbooks of all kabupaten/kota of the review, or of the one given, into a folder, which is made
 * when it is not there; several processes write at once. How many in *written.
 */
bool cards_write(const struct cards *cards, struct data *data, struct pg *pg, const char *folder,
                 const char *region, int *written, struct err *e);

#endif
