/* spell.h - how offices write names: variants that must be understood, and slips that must not be guessed. */
#ifndef KP2S_SAMPLE_SPELL_H
#define KP2S_SAMPLE_SPELL_H

#include "place.h"
#include "rng.h"

enum { SPELL_LENGTH = 100 };

/* Variants mean the same: case, "Desa", "Kel.", "Kec.", doubled and no-break blanks, numerals, apostrophes.
 */
const char *spell_village(struct rng *r, const struct village *v, char text[SPELL_LENGTH]);
const char *spell_district(struct rng *r, const struct district *d, char text[SPELL_LENGTH]);
/* One letter doubled: no region is called so. */
const char *spell_slip(const char *name, char text[SPELL_LENGTH]);
const char *spell_upper(const char *name, char text[SPELL_LENGTH]);

/* Names of people, from syllables: nobody's. */
const char *spell_person(struct rng *r, char text[SPELL_LENGTH]);
/* A NIK nobody can have: regency, kecamatan 90 to 99 (no edition of the register goes beyond 68), date of
 * birth (girls: day + 40) and a serial, 16 digits. code is that of the regency or of a region in it: PP.RR… .
 * Different for 99,980 serials in a row. */
const char *spell_nik(const char *code, int birth_day, bool girl, long serial, char text[32]);

/* 13313 as "13.313". */
const char *spell_thousands(long n, char text[32]);
/* Shortest decimal text of what a workbook stores for x, with the mark given. */
const char *spell_decimal(double x, char mark, char text[32]);

#endif
