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

static inline bool datetext_at_digit(const struct datetext *t)
{
    return t->p < t->end && *t->p >= '0' && *t->p <= '9';
}

static inline bool datetext_at_letter(const struct datetext *t)
{
    return t->p < t->end && (*t->p | 0x20) >= 'a' && (*t->p | 0x20) <= 'z';
}

/* At most `digits` digits as a number; returns how many there were. */
static inline int datetext_number(struct datetext *t, int digits, int *value)
{
    int n = 0;
    for (*value = 0; n < digits && datetext_at_digit(t); n++)
        *value = *value * 10 + (*t->p++ - '0');
    return n;
}

/* `value` in so many digits. */
static inline void datetext_put(char *out, int value, int digits)
{
    for (int i = digits - 1; i >= 0; i--, value /= 10)
        out[i] = (char)('0' + value % 10);
}

/* A word in upper case, cut to size; its length. */
size_t datetext_word(struct datetext *t, char *out, size_t size);
/* Passes over characters of `any` and over no-break blanks. */
void datetext_skip(struct datetext *t, const char *any);
/* 1 to 12 for a month's name in upper case, Indonesian or English, or an abbreviation in use; 0 for none. */
int datetext_month(const char *name);

#endif
