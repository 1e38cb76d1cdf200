#include "citus.h"

#include "sql/citus/distribute.sql.h"
#include "sql/citus/held.sql.h"

static bool installed(struct pg *pg, bool *is, struct err *e)
{
    PGresult *found = pg_query(pg, "select from pg_catalog.pg_extension where extname = 'citus'", 0, NULL, e);
    *is = found && PQntuples(found) == 1;
    PQclear(found);
    return found != NULL;
}

bool citus_wanted(struct pg *pg, struct err *e)
{
    bool is;
    if (!installed(pg, &is, e))
        return false;
    if (is)
        return true;
    err_set(e, ST_CONFIG, "the database has no extension citus");
    return err_hint(
        e, "one server needs none (doc/scaling.md); for a cluster: create extension citus, on all of its "
           "nodes, and try again");
}

/* Whether Citus holds the table already. */
static bool held(struct pg *pg, const char *table, bool *is, struct err *e)
{
    PGresult *found = pg_query(pg, sql_citus_held, 1, &table, e);
    *is = found && PQntuples(found) == 1;
    PQclear(found);
    return found != NULL;
}

static void tell(struct out *out, const char *state, struct str statement)
{
    out_field(out, str_c(state));
    out_comma(out);
    out_field(out, statement);
    out_line(out);
}

bool citus_distribute(struct pg *pg, bool list, struct out *out, struct err *e)
{
    bool has = false;
    PGresult *wanted = NULL;
    bool ok = installed(pg, &has, e) && (wanted = pg_query(pg, sql_citus_distribute, 0, NULL, e)) != NULL;
    for (int i = 0; ok && i < PQntuples(wanted); i++) {
        const char *table = PQgetvalue(wanted, i, 0), *statement = PQgetvalue(wanted, i, 1);
        bool done = false;
        ok = !has || held(pg, table, &done, e);
        if (ok && !done && !list)
            done = ok = pg_run(pg, statement, e) || err_place(e, "%s", table);
        if (ok)
            tell(out, done ? "applied" : "pending", str_c(statement));
    }
    PQclear(wanted);
    return ok;
}
