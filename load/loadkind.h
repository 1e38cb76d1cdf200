/* loadkind.h - what the loader must know of each kind of record: types of its columns, key and measures of
 * its fact.
 *
 * The SQL that is the same for all kinds is written once, with marks; loadkind_sql() fills them in from these
 * tables.
 */
#ifndef KP2S_LOADKIND_H
#define KP2S_LOADKIND_H

#include "kind.h"
#include "str.h"

/* What a column of a record as meant must hold. */
enum field_type {
    FIELD_REGION = 'r',  /* code of a region, a key of the fact and that of its kabupaten/kota */
    FIELD_PERIOD = 'p',  /* code of a period, a key of the fact */
    FIELD_ITEM = 'i',    /* code of an indicator or a service, a key of the fact */
    FIELD_NAME = 'R',    /* text, never empty */
    FIELD_TEXT = 'e',    /* text, may be empty */
    FIELD_NUMBER = 'n',  /* decimal number, empty: missing */
    FIELD_COUNT = 'c',   /* the same, never negative */
    FIELD_AGE = 'a',     /* days, 0 to LOADKIND_LAST_DAY */
    FIELD_HASH = 'h',    /* SHA-256, 64 hexadecimal digits in small letters */
    FIELD_DATE = 'd',    /* YYYY-MM-DD */
    FIELD_SEX = 'S',     /* L or P */
    FIELD_SEXES = 's',   /* L, P, or empty: both */
    FIELD_FILLED = 'v',  /* value, missing or na */
    FIELD_SERVICE = 'y', /* Y, T or TS */
};
enum { LOADKIND_LAST_DAY = 1856 }; /* where the growth standards end */

struct loadkind {
    const char *types;           /* a field_type for each column of kind_meant[kind] */
    const char *const *key;      /* columns of the fact's key; end with NULL */
    const char *const *measures; /* columns that make a fact differ; end with NULL */
    bool has_system;             /* the fact has the source's system */
    const char *day;             /* the column by which the fact is partitioned */
    const char *pairing;         /* what a record is known again by without tokens: columns of the fact, and
                                    the codes of its region and its indicator */
};
extern const struct loadkind loadkinds[KIND_COUNT];

/* True when the text is what the type wants. */
bool loadkind_fits(char type, struct str text);
/* What the fields of a record, in the order of kind_meant[kind], say against each other, as a sentence in the
 * arena; NULL when they agree. Each of them fits its type. */
const char *loadkind_conflict(enum kind kind, const struct str *field, struct arena *a);
/* What a value of an indicator of this type must have or cannot have, likewise. */
const char *loadkind_lacks(enum kind kind, const struct str *field, struct str type, struct arena *a);
/* Which column of a record as meant has that name, or is the first of that type; -1 when none is. */
int loadkind_column(enum kind kind, const char *name);
int loadkind_first(enum kind kind, enum field_type type);
/* Which column of a record as meant has the person's token; -1 in kinds without persons. */
int loadkind_person(enum kind kind);
/* True for columns of a record as meant that hold tokens of persons, or the key that they were made with. */
bool loadkind_token(const char *column);
/* The columns of the fact that tell what the record told and where it stands, its region and its indicator by
 * code; with those of tokens or without. A list for SQL, in the arena. */
const char *loadkind_told(struct arena *a, enum kind kind, bool tokens);
/* Fills the marks: @kind@; @columns@ of the fact, in the order in which stage.c fills them, all but those
 * that name the submission; @key@ a, b; @match@ n.a = f.a and …; @fact@ f.a, f.b and @fresh@ n.a, n.b of the
 * measures; @set@ what an
 * UPDATE sets of row n, which has the fact's key; @pairing@; @indicator@ the code of the indicator of row x;
 * @versions@ the keys that change with a new version of a region or an indicator; @yields@ whether fact f of
 * another form counts before row n of submission $1, @turn@ what orders rows h by that; @members@ the clause
 * that makes members of dimensions which no catalogue names; @within@ the text given, a condition on the
 * fact. NUL-terminated, in the arena.
 */
const char *loadkind_sql(struct arena *a, enum kind kind, const char *sql, const char *within);

#endif
