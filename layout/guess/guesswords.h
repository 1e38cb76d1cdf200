/* guesswords.h - what the words of a heading or title say: a field, a period, an agency.
 */
#ifndef KP2S_GUESSWORDS_H
#define KP2S_GUESSWORDS_H

#include "kind.h"
#include "str.h"

/* Text as its words, lower case, one blank between them; all signs but letters, digits and % are blanks.
 * Lives in the arena. */
struct str words_of(struct arena *a, struct str text);
/* True when the phrase, of whole words, stands somewhere in the words. */
bool words_have(struct str words, const char *phrase);

/* What a heading says of its column. */
enum say {
    SAY_NOTHING,
    SAY_FIELD,  /* field: a column as found of some kind */
    SAY_REGION, /* a region, whose level its names must tell: "Wilayah" */
    SAY_CODE,   /* field: the level's name field whose code it is */
    SAY_OTHER,  /* known, and no field of any kind */
};
struct saying {
    enum say say;
    const char *field;
    bool bps, kemendagri; /* the heading names the scheme */
};
/* words: of the whole path of headings, or of its last part. */
struct saying words_say(struct str words);

/* A percentage, the sasaran of one, or the figure that is reached, by its heading alone. */
enum role { ROLE_NONE, ROLE_NUMERATOR, ROLE_DENOMINATOR, ROLE_REPORTED };
enum role words_role(struct str words);

/* A part of a text that says a period. */
enum when { WHEN_NONE, WHEN_YEAR, WHEN_MONTH, WHEN_OTHER }; /* other: a triwulan, semester, tahap */
/* The first such part of the text as typed; *from and *to are its bytes. A year counts where it stands alone
 * or behind letters ("Tahun2019"). */
enum when words_when(struct str text, size_t *from, size_t *to);

/* A code of agencies.csv that the words suggest; NULL when none does. */
const char *words_agency(struct str words);

#endif
