/* mask.h - numbers of persons hidden in texts that are no cells: names of files and sheets, titles, messages.
 *
 * What looks like a NIK, a family card, an employee's number or a mobile telephone keeps its first four
 * digits and gets a star for each further one. Dates, times, hashes, sizes and codes of regions are left
 * alone.
 */
#ifndef KP2S_MASK_H
#define KP2S_MASK_H

#include "str.h"

/* s itself when there is nothing to hide, else a copy in the arena, of the same length. */
struct str mask_numbers(struct arena *a, struct str s);
/* The same in place. */
void mask_text(char *text, size_t len);

#endif
