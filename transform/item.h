/* item.h - what a score and the evidence for it share: the item of an instrument, and the performance year.
 */
#ifndef KP2S_ITEM_H
#define KP2S_ITEM_H

#include "stage.h"

/* The code of the record's item, "1.1" also where a form writes "1,1"; in the scratch arena. One that is
 * empty, too long, or a long number is rejected. */
struct str item_code(struct stage *s);
/* False when the record's period is no performance year, which is rejected. */
bool item_year(struct stage *s, struct period *p);

#endif
