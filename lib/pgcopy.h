/* pgcopy.h - COPY … FROM STDIN: rows to the server, as text or in PostgreSQL's binary form.
 *
 * What the server takes is compared with what was sent. A COPY that was begun is ended or abandoned before
 * the connection can do anything else.
 */
#ifndef KP2S_PGCOPY_H
#define KP2S_PGCOPY_H

#include "pg.h"

struct pg_copy {
    struct pg *pg;
    char *buffer;
    size_t used, room;
    long rows;
    bool binary, held;
    struct err failure; /* of the present row, in binary form */
};

bool pg_copy_begin(struct pg_copy *copy, struct pg *pg, const char *sql, struct err *e);
/* One field of the present row, escaped; null writes SQL null. first tells whether a tab goes before it. */
bool pg_copy_field(struct pg_copy *copy, struct str value, bool null, bool first, struct err *e);
bool pg_copy_row(struct pg_copy *copy, struct err *e);
/* Sends the rest, drains every result and compares the server's row count with ours. */
bool pg_copy_end(struct pg_copy *copy, struct err *e);
/* Gives up: the server rolls the statement back. */
void pg_copy_abandon(struct pg_copy *copy);

/* --- binary form: sql ends with (format binary); each field must be of its column's very type --- */
bool pg_rows_begin(struct pg_copy *copy, struct pg *pg, const char *sql, struct err *e);
/* A COPY that has not begun: its rows stay in memory, until pg_rows_begin() sends them. */
void pg_rows_hold(struct pg_copy *copy, struct pg *pg);
/* A row of so many fields begins; they follow in the order of the columns. */
void pg_row_begin(struct pg_copy *copy, size_t fields);
void pg_row_null(struct pg_copy *copy);
void pg_row_text(struct pg_copy *copy, struct str text);
void pg_row_int(struct pg_copy *copy, long value, size_t bytes); /* 2 smallint, 4 integer, 8 bigint */
void pg_row_date(struct pg_copy *copy, struct str iso);          /* a date that exists, YYYY-MM-DD */
/* [-]digits[.digits], at most PG_NUMERIC of them. */
enum { PG_NUMERIC = 40 };
void pg_row_numeric(struct pg_copy *copy, struct str decimal);
/* The row is whole; false when it, or one of its fields, could not be sent. */
bool pg_row_end(struct pg_copy *copy, struct err *e);

#endif
