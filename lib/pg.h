/* pg.h - PostgreSQL through libpq; only load, person and report link it.
 *
 * Every call tells what shape of answer it expects and fails otherwise; a failed statement fills struct err
 * with the server's message, SQLSTATE as place, and ST_TEMPORARY for lost connections, serialization and
 * deadlocks. search_path is empty, time zone UTC, client messages warnings only: all SQL is schema-qualified.
 */
#ifndef KP2S_PG_H
#define KP2S_PG_H

#include "err.h"
#include "out.h"
#include "str.h"

#include <libpq-fe.h>

struct pg {
    PGconn *conn;
    const char *conninfo; /* as given to pg_connect */
    char state[6];        /* SQLSTATE of the last failure */
    long lost;            /* how often the connection was lost */
};

/* conninfo NULL: KP2S_DB, else libpq's own environment (PGHOST, PGSERVICE, …). Passwords only from ~/.pgpass
 * or the environment. */
bool pg_connect(struct pg *pg, const char *conninfo, struct err *e);
/* A new connection in place of one that was lost, tried for some seconds with growing pauses, as a server
 * that was restarted needs them. */
bool pg_reconnect(struct pg *pg, struct err *e);
void pg_close(struct pg *pg);

/* A statement, or several without parameters, whose answer does not matter. */
bool pg_run(struct pg *pg, const char *sql, struct err *e);
/* One statement with text parameters (NULL for null); rows touched in *rows when rows is not NULL. */
bool pg_run_params(struct pg *pg, const char *sql, int n, const char *const *params, long *rows,
                   struct err *e);
/* Any number of rows; the caller clears the result. NULL on failure. */
PGresult *pg_query(struct pg *pg, const char *sql, int n, const char *const *params, struct err *e);
/* Exactly one row. NULL on failure, also when there are none or several. */
PGresult *pg_one(struct pg *pg, const char *sql, int n, const char *const *params, struct err *e);
/* One value of at most one row: *found tells. The text is copied into the arena. */
bool pg_value(struct pg *pg, struct arena *a, const char *sql, int n, const char *const *params, bool *found,
              struct str *value, struct err *e);
/* Field as slice; the empty string for null. */
struct str pg_field(const PGresult *result, int row, int column);

/* The statements of an embedded .sql file, one after the other, each with the parameters it names ($1 … $n,
 * whole numbers); a statement ends with ';' at the end of a line. Gives the last one's result, which the
 * caller clears; NULL on failure. */
PGresult *pg_script(struct pg *pg, const char *sql, int n, const char *const *params, struct err *e);
/* Waits before something is tried once more: a tenth of a second, doubled with each try from 0, and some part
 * of it more, so that two programs that were in each other's way do not meet again. */
void pg_pause(int tries);
/* After a failure: true when the statement failed by serialization or deadlock, so that its transaction may
 * be repeated; the connection is still there. */
bool pg_repeatable(const struct pg *pg);

/* A result as CSV, its columns' names first. */
void pg_csv(struct out *o, const PGresult *result);
/* Fills e from a result that is none, or from the connection when result is NULL. Returns false. */
bool pg_fail(struct pg *pg, const PGresult *result, struct err *e);

#endif
