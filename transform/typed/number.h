/* number.h - numbers as agencies type them, read exactly: text in, decimal text out.
 *
 * A figure may be typed with either mark: "1.234,5", "91,4", "13.313.518", "73,57%". Figures of a workbook's
 * typed cells come with the layout's decimal mark. So one mark with three digits behind it may fit two
 * readings; both are given and the caller, who knows what is counted or measured, takes one or neither.
 * doc/spellings.md shows what becomes of each spelling.
 */
#ifndef KP2S_NUMBER_H
#define KP2S_NUMBER_H

#include "str.h"

enum { NUMBER_SIZE = 40 };

enum number_state {
    NUMBER_VALUE,
    NUMBER_MISSING, /* empty, "-", "NA", "TAD", "belum ada", … */
    NUMBER_NA,      /* "TS", "tidak berlaku" */
    NUMBER_ERROR,   /* formula error: "#DIV/0!", "#BELUM DIHITUNG!" */
    NUMBER_INVALID,
};

struct number {
    enum number_state state;
    bool negative, percent; /* a minus before, a percent sign behind */
    bool comma;             /* the mark that fits two readings is a comma */
    bool noise;             /* digits beyond what Excel shows were rounded away: 12.300000000000001 */
    /* Shortest decimal text without sign ("1234.5"); at least one is not empty when state is NUMBER_VALUE. */
    char decimal[NUMBER_SIZE]; /* the mark read as decimal mark; a number without marks stands here */
    char grouped[NUMBER_SIZE]; /* marks read as thousands marks */
};

/* mark: the layout's decimal mark, ',' or '.'; 0 when none is declared: both readings of every mark. */
struct number number_read(struct str text, char mark);
/* Formula errors and words that stand for no value: NUMBER_VALUE when text is none of them. */
enum number_state number_word(struct str text);

/* Shifts the decimal point of decimal text by places (negative: to the left); out holds NUMBER_SIZE. False
 * when it does not fit. */
bool number_shift(const char *decimal, int places, char *out);
/* Hundredths of decimal text, rounded half away from zero; for comparing, text stays the value. */
long number_hundredths(struct str decimal);
/* 100 n / d differs from percent by more than 0.1. Decimal text without sign; n and d whole, up to 15 digits.
 */
bool number_percent_differs(const char *n, const char *d, const char *percent);

#endif
