#include "pg.h"
#include "fault.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static bool starts(const char *state, const char *class)
{
    return strncmp(state, class, 2) == 0;
}

bool pg_fail(struct pg *pg, const PGresult *result, struct err *e)
{
    const char *state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : NULL;
    const char *text = result ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : NULL;
    const char *detail = result ? PQresultErrorField(result, PG_DIAG_MESSAGE_HINT) : NULL;
    int status = ST_REFUSED;
    if (PQstatus(pg->conn) != CONNECTION_OK)
        pg->lost++;
    if (!state)
        state = PQstatus(pg->conn) == CONNECTION_OK ? "XX000" : "08006";
    snprintf(pg->state, sizeof pg->state, "%s", state);
    if (starts(state, "08") || starts(state, "40") || starts(state, "53") || starts(state, "57"))
        status = ST_TEMPORARY;
    else if (starts(state, "28") || strcmp(state, "42501") == 0)
        status = ST_PERMISSION;
    else if (strcmp(state, "55P03") == 0)
        status = ST_CLOSED;
    else if (strcmp(state, "42P01") == 0 || strcmp(state, "3F000") == 0)
        status = ST_CONFIG;
    else if (starts(state, "42"))
        status = ST_BUG;
    if (!text || !*text)
        text = PQerrorMessage(pg->conn);
    err_set(e, status, "database: %.*s", (int)strcspn(text, "\n"), text);
    err_place(e, "SQLSTATE %s", state);
    if (detail && *detail)
        err_hint(e, "%s", detail);
    else if (strcmp(state, "53100") == 0)
        err_hint(
            e,
            "the disk of the database's server is full: make room there, then try again; nothing was kept");
    else if (status == ST_TEMPORARY)
        err_hint(e, "the database is away or busy; try again");
    else if (status == ST_CONFIG)
        err_hint(e, "run kp2s-migrate first");
    return false;
}

static PGresult *exec(struct pg *pg, const char *sql)
{
    fault_point("before", sql);
    PGresult *result = PQexec(pg->conn, sql);
    fault_point("after", sql);
    return result;
}

static PGresult *exec_params(struct pg *pg, const char *sql, int n, const Oid *types,
                             const char *const *params)
{
    fault_point("before", sql);
    PGresult *result = PQexecParams(pg->conn, sql, n, types, params, NULL, NULL, 0);
    fault_point("after", sql);
    return result;
}

static void quiet(void *context, const PGresult *result)
{
    (void)context;
    (void)result;
}

bool pg_connect(struct pg *pg, const char *conninfo, struct err *e)
{
    pg->conninfo = conninfo;
    if (!conninfo)
        conninfo = getenv("KP2S_DB");
    pg->conn = PQconnectdb(conninfo ? conninfo : "");
    if (PQstatus(pg->conn) != CONNECTION_OK) {
        const char *text = PQerrorMessage(pg->conn);
        err_set(e, ST_TEMPORARY, "cannot reach the database: %.*s", (int)strcspn(text, "\n"), text);
        err_hint(e, "is the server running, and is --db (or KP2S_DB, PGHOST, PGSERVICE) right?");
        pg_close(pg);
        return false;
    }
    PQsetNoticeReceiver(pg->conn, quiet, NULL);
    /* the last one: what a client that was killed has begun ends with it, and its locks with that */
    if (!pg_run(
            pg,
            "set search_path = ''; set timezone = 'UTC'; set datestyle = 'ISO'; set lock_timeout = '60s'; "
            "set client_encoding = 'UTF8'; set extra_float_digits = 1; set client_connection_check_interval "
            "= '1s'; set jit = off", /* what runs once costs more to compile than that saves */
            e)) {
        pg_close(pg);
        return false;
    }
    return true;
}

void pg_pause(int tries)
{
    long milliseconds = 100L << tries;
    struct timespec now, pause;
    clock_gettime(CLOCK_REALTIME, &now);
    milliseconds += (now.tv_nsec / 1000 + getpid()) % milliseconds;
    pause = (struct timespec){milliseconds / 1000, milliseconds % 1000 * 1000000};
    nanosleep(&pause, NULL);
}

bool pg_reconnect(struct pg *pg, struct err *e)
{
    enum { TRIES = 6 };
    for (int i = 0; i < TRIES; i++) {
        struct err failure = {0};
        pg_close(pg);
        pg_pause(i);
        if (pg_connect(pg, pg->conninfo, &failure))
            return true;
        if (i == TRIES - 1)
            *e = failure;
    }
    return false;
}

void pg_close(struct pg *pg)
{
    PQfinish(pg->conn);
    pg->conn = NULL;
}

bool pg_run(struct pg *pg, const char *sql, struct err *e)
{
    PGresult *result = exec(pg, sql);
    ExecStatusType status = PQresultStatus(result);
    bool ok = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || pg_fail(pg, result, e);
    PQclear(result);
    return ok;
}

bool pg_run_params(struct pg *pg, const char *sql, int n, const char *const *params, long *rows,
                   struct err *e)
{
    PGresult *result = exec_params(pg, sql, n, NULL, params);
    ExecStatusType status = PQresultStatus(result);
    bool ok = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || pg_fail(pg, result, e);
    if (ok && rows)
        *rows = strtol(PQcmdTuples(result), NULL, 10);
    PQclear(result);
    return ok;
}

PGresult *pg_query(struct pg *pg, const char *sql, int n, const char *const *params, struct err *e)
{
    PGresult *result = exec_params(pg, sql, n, NULL, params);
    if (PQresultStatus(result) == PGRES_TUPLES_OK)
        return result;
    pg_fail(pg, result, e);
    PQclear(result);
    return NULL;
}

PGresult *pg_one(struct pg *pg, const char *sql, int n, const char *const *params, struct err *e)
{
    PGresult *result = pg_query(pg, sql, n, params, e);
    if (result && PQntuples(result) != 1) {
        err_set(e, ST_REFUSED, "database: one row expected, %d found", PQntuples(result));
        PQclear(result);
        return NULL;
    }
    return result;
}

bool pg_value(struct pg *pg, struct arena *a, const char *sql, int n, const char *const *params, bool *found,
              struct str *value, struct err *e)
{
    PGresult *result = pg_query(pg, sql, n, params, e);
    if (!result)
        return false;
    bool ok = PQntuples(result) <= 1 || err_set(e, ST_REFUSED, "database: at most one row expected");
    *found = ok && PQntuples(result) == 1 && !PQgetisnull(result, 0, 0);
    *value = *found ? arena_dup(a, pg_field(result, 0, 0)) : STR("");
    PQclear(result);
    return ok;
}

struct str pg_field(const PGresult *result, int row, int column)
{
    return (struct str){PQgetvalue(result, row, column), (size_t)PQgetlength(result, row, column)};
}

/* Highest k of a $k in the statement. */
static int parameters(const char *sql, size_t len)
{
    int most = 0;
    for (size_t i = 0; i + 1 < len; i++)
        if (sql[i] == '$' && sql[i + 1] > '0' && sql[i + 1] <= '9' && sql[i + 1] - '0' > most)
            most = sql[i + 1] - '0';
    return most;
}

PGresult *pg_script(struct pg *pg, const char *sql, int n, const char *const *params, struct err *e)
{
    enum { INT8 = 20, MOST = 9 };
    static const Oid types[MOST] = {INT8, INT8, INT8, INT8, INT8, INT8, INT8, INT8, INT8};
    struct arena a = {0};
    PGresult *result = NULL;
    while (sql[strspn(sql, " \n")] != '\0') {
        const char *end = strstr(sql, ";\n");
        size_t len = end ? (size_t)(end - sql) : strlen(sql);
        int used = parameters(sql, len);
        if (used > n)
            BUG("a statement names a parameter it does not get");
        PQclear(result);
        result = exec_params(pg, arena_cstr(&a, (struct str){sql, len}), used, types, params);
        ExecStatusType status = PQresultStatus(result); /* a comment alone is an empty query */
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY) {
            pg_fail(pg, result, e);
            PQclear(result);
            result = NULL;
            break;
        }
        sql += len + (end ? 2 : 0);
    }
    arena_done(&a);
    return result;
}

bool pg_repeatable(const struct pg *pg)
{
    return PQstatus(pg->conn) == CONNECTION_OK && starts(pg->state, "40");
}

void pg_csv(struct out *o, const PGresult *result)
{
    for (int row = -1; row < PQntuples(result); row++) {
        for (int c = 0; c < PQnfields(result); c++) {
            if (c > 0)
                out_comma(o);
            out_field(o, row < 0 ? str_c(PQfname(result, c)) : pg_field(result, row, c));
        }
        out_line(o);
    }
}
