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
    FIELD_NAME = 'R',    /* text, never empty */
    FIELD_TEXT = 'e',    /* text, may be empty */
    FIELD_NUMBER = 'n',  /* decimal number, empty: missing */
    FIELD_COUNT = 'c',   /* the same, never negative */
    FIELD_AGE = 'a',     /* days, 0 to LOADKIND_LAST_DAY */
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
    const char *item, *fresh;    /* scripts: names of the catalogue; rows of the fact */
};
extern const struct loadkind loadkinds[KIND_COUNT];

/* True when the text is what the type wants. */
bool loadkind_fits(char type, struct str text);
/* What the fields of a record, in the order of kind_meant[kind], say against each other, as a sentence in the
 * arena; NULL when they agree. Each of them fits its type. */
const char *loadkind_conflict(enum kind kind, const struct str *field, struct arena *a);
/* The SQL type of a field's column in the staging table. */
const char *loadkind_type(char type);
/* Fills the marks: @kind@; @key@ a, b; @match@ n.a = f.a and …; @fact@ f.a, f.b and @fresh@ n.a, n.b of the
 * measures; @yields@ whether fact f of another form counts before row n, @turn@ what orders rows h by that.
 * NUL-terminated, in the arena. */
const char *loadkind_sql(struct arena *a, enum kind kind, const char *sql);

#endif
