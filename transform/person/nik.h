/* nik.h - what the number of a person (NIK) is worth: its form, its parts, dummies and damage.
 *
 * A NIK is 16 digits: province, kabupaten/kota and kecamatan of first registration, day of birth (40 added
 * for girls), month, year, a serial number. It is told by form alone; what a form says of the person beside
 * it is compared by nik_disagrees(). No number is ever mended but by taking away what is no digit.
 */
#ifndef KP2S_NIK_H
#define KP2S_NIK_H

#include "date.h"

#include "str.h"

enum nik_worth {
    NIK_GOOD,
    NIK_TEMPORARY, /* 17 digits, the mother's NIK and one more: an identity of its own */
    NIK_MISSING,
    NIK_DAMAGED, /* "3.30101E+15", or a serial that ends in 000: digits lost for good */
    NIK_INVALID, /* not 16 digits, masked, or parts that no NIK has: province, day and month of birth */
    NIK_DUMMY,   /* one digit repeated, digits in order, serial number 0000 */
};

struct nik {
    enum nik_worth worth;
    char digits[20]; /* when good or temporary */
};

/* Blanks, points, commas, hyphens, quotes and apostrophes are taken away wherever they stand, and ".0" or
 * ",00" behind. */
struct nik nik_read(struct str text);
/* The number of a family card (kartu keluarga): place, day of issue, serial number. NIK_GOOD, NIK_MISSING, or
 * what is wrong with it: 17 digits and a girl's day are. */
struct nik kk_read(struct str text);
/* The first four digits with a point, as the region register writes a kabupaten/kota. */
void nik_regency(const struct nik *nik, char code[6]);
/* Day of birth and sex in a good NIK (day + 40 for girls) against the sheet's; sex 0 or birth NULL are not
 * compared. */
bool nik_disagrees(const struct nik *nik, const struct date *birth, char sex);

#endif
