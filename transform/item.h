/* item.h - what a score and the evidence for it share: the item of an instrument, and the performance year.
 */
#ifndef KP2S_ITEM_H
#define KP2S_ITEM_H

#include "stage.h"

/* The code of the record's item, "1.1" also where a form writes "1,1"; in the scratch arena. One that is
 * empty, too long, or a long number is rejected. */
struct str item_code(struct stage *s);
/* The performance year; a period that is none is rejected. */
void item_year(struct stage *s, struct period *p);

/* The columns of a record of either kind begin so. */
enum { ITEM_REGION, ITEM_PERIOD, ITEM_CODE, ITEM_FROM /* the assessor, the document */, ITEM_COLUMNS };
/* Fills in region and period of the columns, and accepts the record unless the source told of these four
 * before, at whatever field is to be pointed at then. */
void item_accept(struct stage *s, uint32_t region, const struct period *p, struct str *out, size_t columns,
                 enum field field);

#endif
