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
    FIELD_INTEGER = 'i', /* whole number */
    FIELD_DATE = 'd',    /* YYYY-MM-DD */
};

struct loadkind {
    const char *types;           /* a field_type for each column of kind_meant[kind] */
    const char *const *key;      /* columns of the fact's key; end with NULL */
    const char *const *measures; /* columns that make a fact differ; end with NULL */
    const char *item, *fresh;    /* scripts: names of the catalogue; rows of the fact */
};
extern const struct loadkind loadkinds[KIND_COUNT];

/* True when the text is what the type wants. */
bool loadkind_fits(char type, struct str text);
/* The SQL type of a field's column in the staging table. */
const char *loadkind_type(char type);
/* Fills the marks: @kind@; @key@ a, b; @match@ n.a = f.a and …; @fact@ f.a, f.b and @fresh@ n.a, n.b of the
 * measures. NUL-terminated, in the arena. */
const char *loadkind_sql(struct arena *a, enum kind kind, const char *sql);

#endif
