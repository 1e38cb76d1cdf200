/* regname.h - the normal forms in which region names are compared.
 *
 * A name has up to four: as a whole or without the words that only say what it is ("KAB.", "Desa", …), and
 * each of these plain (upper case, letters and digits only) or with numerals folded: "Batu IX", "BATU
 * SEMBILAN" and "batu 9" are all BATU9. Plain comes first in a comparison, so that LIMAPULUHKOTA meets "Lima
 * Puluh Kota".
 */
#ifndef KP2S_REGNAME_H
#define KP2S_REGNAME_H

#include "str.h"

enum { REGNAME_SIZE = 120 };

enum regname_form { REGNAME_PLAIN, REGNAME_FOLDED, REGNAME_FORMS };

struct regname {
    /* [form][0] as a whole, [form][1] without its leading words; the latter is empty when there are none */
    char text[REGNAME_FORMS][2][REGNAME_SIZE];
    size_t len[REGNAME_FORMS][2];
    /* what the leading words said: 'K' kabupaten, 'T' kota, 'D' desa, 'L' kelurahan; 0 nothing */
    char type;
};

/* level: 1 province, 2 kabupaten/kota, 3 kecamatan, 4 desa/kelurahan. Very long names are cut. */
void regname_make(struct regname *n, struct str name, int level);
struct str regname_text(const struct regname *n, enum regname_form form, int stripped);

/* "BUNIAYU, Kec. SUKAMULYA", "Slerok (Kota Tegal)": cuts from a name of this level what it says of regions
 * above, and puts that into above[1…3] by level; the others stay as they are. */
void regname_cut(struct str *name, int level, struct str *above);

/* Letters (upper case) and digits of s alone, as persons' names are compared; returns the length. */
size_t regname_letters(struct str s, char *out, size_t size);

#endif
