/* regwords.h - what words names of regions are made of, and which codes a kabupaten/kota ever had.
 *
 * Of all editions in the register, with the confirmed aliases and puskesmas. A text of other words, in a cell
 * for a region, may be anything, the name of a person too: privacy.h shows none of it.
 */
#ifndef KP2S_REGWORDS_H
#define KP2S_REGWORDS_H

#include "err.h"
#include "str.h"

struct regwords;

/* Reads regions.csv.gz, aliases.csv and puskesmas.csv of the catalogue folder, and the latter two of the
 * site's own, which may be NULL. NULL on failure. */
struct regwords *regwords_open(const char *folder, const char *site, struct err *e);
void regwords_close(struct regwords *w); /* w may be NULL */

/* Whether each word is one of a region's name, a numeral, or says what a place is ("Kec.", "Puskesmas"). */
bool regwords_all(const struct regwords *w, struct str text);
/* Whether some edition has that kabupaten/kota ("33.76"). */
bool regwords_regency(const struct regwords *w, const char code[6]);

#endif
