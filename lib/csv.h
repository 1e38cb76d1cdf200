/* csv.h - strict RFC 4180 reading of our own files: record streams and catalogues.
 *
 * Strict on purpose: a stray quote, a quote that never closes or a NUL is an error with its line, because our
 * own programs wrote the file. Agencies' CSV files are read elsewhere (book/), forgivingly. Input may be
 * compressed with gzip; line ends may be LF or CRLF; a UTF-8 byte-order mark is skipped.
 */
#ifndef KP2S_CSV_H
#define KP2S_CSV_H

#include "err.h"
#include "str.h"

struct csv;

struct csv_record {
    struct str *field; /* valid until the next csv_next() */
    size_t n;
    struct str raw; /* the record's bytes as read, line end included; valid as long as field */
    long line;      /* 1-based line on which the record begins */
};

enum { CSV_MAX_FIELDS = 16384, CSV_MAX_RECORD = 16 * 1024 * 1024 };

/* path NULL or "-": standard input. NULL on failure. */
struct csv *csv_open(const char *path, struct err *e);
/* 1: a record; 0: end of file; -1: e is filled. */
int csv_next(struct csv *c, struct csv_record *record, struct err *e);
void csv_close(struct csv *c);
/* For a file that a person made: "," or ";" parts the fields, whichever stands more often in the first
 * record. To be said before that record is read; csv_separator() knows it from then on. */
void csv_either(struct csv *c);
char csv_separator(const struct csv *c);
/* Whether a byte-order mark stands before the first record, once that is read. */
bool csv_marked(const struct csv *c);
const char *csv_name(const struct csv *c); /* for messages */

/* --- tables: a CSV file whose first record names its columns --- */

struct table {
    struct csv *csv;
    struct csv_record record;
    struct arena names;
    struct str *column;
    size_t columns;
};
bool table_open(struct table *t, const char *path, struct err *e);
/* Index of a column; fills e with the file's name when it is missing and returns -1. */
int table_column(struct table *t, const char *name, struct err *e);
/* 1, 0, -1 as csv_next; refuses rows whose width differs from the header's. */
int table_next(struct table *t, struct err *e);
struct str table_field(const struct table *t, int column);
void table_close(struct table *t);

#endif
