/* guessplace.h - whether a text is the name or the code of a region, at which levels: the region register as
 * a set.
 */
#ifndef KP2S_GUESSPLACE_H
#define KP2S_GUESSPLACE_H

#include "err.h"
#include "str.h"

enum { PLACE_PROVINCE, PLACE_REGENCY, PLACE_DISTRICT, PLACE_VILLAGE, PLACE_LEVELS };

struct gplaces;

/* etc: the toolkit's data folder. NULL on failure. */
struct gplaces *gplaces_open(const char *etc, struct err *e);
void gplaces_close(struct gplaces *p); /* p may be NULL */

/* The levels at which some region, of any edition, has this name: bit 1 << PLACE_PROVINCE and so on. Case,
 * blanks, signs and words such as "Kab." or "Desa" in front do not count. */
unsigned gplaces_named(const struct gplaces *p, struct str name);
/* The level of a Kemendagri code, with or without points; -1 when no region ever had it. */
int gplaces_code(const struct gplaces *p, struct str code);
/* True when that code's region has, or once had, this name. */
bool gplaces_agree(const struct gplaces *p, struct str code, struct str name);

/* The digits of a code as typed: points, blanks and a decimal part ".0" left out. Empty when anything else
 * stands in it or it is longer than 10 digits. */
struct str gplaces_digits(struct str typed, char digits[11]);

#endif
