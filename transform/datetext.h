/* datetext.h - what the readers of dates and of periods share: a cursor over text, and the names of months.
 *
 * Only date.c and period.c include it.
 */
#ifndef KP2S_DATETEXT_H
#define KP2S_DATETEXT_H

#include "str.h"

struct datetext {
    const char *p, *end;
};

bool datetext_at_digit(const struct datetext *t);
bool datetext_at_letter(const struct datetext *t);
/* At most `digits` digits as a number; returns how many there were. */
int datetext_number(struct datetext *t, int digits, int *value);
/* A word in upper case, cut to size; its length. */
size_t datetext_word(struct datetext *t, char *out, size_t size);
/* Passes over characters of `any` and over no-break blanks. */
void datetext_skip(struct datetext *t, const char *any);
/* 1 to 12 for a month's name in upper case, Indonesian or English, or an abbreviation in use; 0 for none. */
int datetext_month(const char *name);
/* `value` in so many digits. */
void datetext_put(char *out, int value, int digits);

#endif
