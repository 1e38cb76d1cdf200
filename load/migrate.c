/* kp2s-migrate - brings the warehouse's schema up to date.
 *
 * in:  the migrations of sql/schema, embedded when this program was built
 * out: the schema; audit.migration tells what was applied. On standard output a line for each migration; with
 * --citus the tables distributed over a cluster
 * refuses: a database whose applied migrations are not ours (changed or unknown), a migration whose verify
 * query does not answer true
 */
#include "citus.h"
#include "err.h"
#include "migrations.h"
#include "out.h"
#include "pg.h"
#include "prog.h"
#include "sha.h"

#include "sql/load/migration.sql.h"

#include <string.h>

struct plan {
    struct pg pg;
    struct out *out;
    bool list, citus;
    int applied, already;
};

static bool refused(struct err *e, const char *name, const char *what, const char *hint)
{
    err_set(e, ST_REFUSED, "migration '%s' %s", name, what);
    return err_hint(e, "%s", hint);
}

/* The SHA-256 under which the migration was applied, in *sha; *found false: not applied. */
static bool applied_as(struct plan *p, struct arena *a, const char *name, bool *found, struct str *sha,
                       struct err *e)
{
    return pg_value(&p->pg, a, "select sha256 from audit.migration where name = $1", 1, &name, found, sha, e);
}

static bool verify(struct plan *p, const struct migration *m, struct err *e)
{
    PGresult *result = pg_query(&p->pg, m->verify, 0, NULL, e);
    if (!result)
        return false;
    bool ok = PQntuples(result) == 1 && str_is(pg_field(result, 0, 0), "t");
    PQclear(result);
    return ok || refused(e, m->name, "was taken back: its verify query does not answer true",
                         "the database is as it was before");
}

static bool apply(struct plan *p, const struct migration *m, const char *sha, struct err *e)
{
    const char *params[] = {m->name, sha};
    bool ok = pg_run(&p->pg, "begin", e) && pg_run(&p->pg, m->sql, e) && verify(p, m, e) &&
              pg_run_params(
                  &p->pg,
                  "insert into audit.migration (name, sha256, applied_at) values ($1, $2, clock_timestamp())",
                  2, params, NULL, e) &&
              pg_run(&p->pg, "commit", e);
    if (!ok) {
        struct err ignored = {0}; /* the first error is the one to tell */
        pg_run(&p->pg, "rollback", &ignored);
        if (e->status == ST_BUG) { /* our SQL is tested on an empty database: this one is not */
            e->status = ST_REFUSED;
            err_hint(e, "does the database hold objects of the same names, not made by kp2s-migrate?");
        }
        return strstr(e->text, m->name) ? false : err_place(e, "migration %s", m->name);
    }
    return true;
}

static void tell(struct plan *p, const char *state, const char *name)
{
    out_field(p->out, str_c(state));
    out_comma(p->out);
    out_field(p->out, str_c(name));
    out_line(p->out);
}

static bool step(struct plan *p, struct arena *a, const struct migration *m, bool have_table, struct err *e)
{
    char sha[SHA_HEX];
    bool found = false;
    struct str before = STR("");
    sha_text(str_c(m->sql), sha);
    if (have_table && !applied_as(p, a, m->name, &found, &before, e))
        return false;
    if (found && !str_is(before, sha))
        return refused(e, m->name, "was applied with another text than this program has",
                       "an applied migration never changes: put the change into a new one");
    if (found) {
        p->already++;
        if (p->list)
            tell(p, "applied", m->name);
        return true;
    }
    if (p->list) {
        tell(p, "pending", m->name);
        return true;
    }
    if (!apply(p, m, sha, e))
        return false;
    p->applied++;
    tell(p, "applied", m->name);
    return true;
}

/* A database made by a newer program: its migrations are unknown here. */
static bool nothing_unknown(struct plan *p, struct err *e)
{
    PGresult *result = pg_query(&p->pg, "select name from audit.migration order by name", 0, NULL, e);
    if (!result)
        return false;
    bool ok = true;
    for (int i = 0; ok && i < PQntuples(result); i++) {
        const struct migration *m = migrations;
        while (m->name && !str_is(pg_field(result, i, 0), m->name))
            m++;
        if (!m->name)
            ok = refused(e, PQgetvalue(result, i, 0), "was applied by another version and is not known here",
                         "use the program of the version that made the database, or a newer one");
    }
    PQclear(result);
    return ok;
}

static bool walk(struct plan *p, struct arena *a, struct err *e)
{
    bool have_table = false;
    struct str value;
    if (!p->list && !pg_run(&p->pg, sql_load_migration, e))
        return false;
    if (!pg_value(&p->pg, a, "select pg_catalog.to_regclass('audit.migration')::text", 0, NULL, &have_table,
                  &value, e))
        return false;
    if (have_table && !nothing_unknown(p, e))
        return false;
    for (const struct migration *m = migrations; m->name; m++)
        if (!step(p, a, m, have_table, e))
            return false;
    return true;
}

static bool run(struct plan *p, const char *db, struct err *e)
{
    struct arena a = {0};
    if (!pg_connect(&p->pg, db, e))
        return false;
    p->out = out_open(NULL, e);
    /* held by the session: two programs never migrate at the same time; 7365271 is ours by convention */
    bool ok = p->out && pg_run(&p->pg, "select pg_catalog.pg_advisory_lock(7365271)", e) &&
              (!p->citus || p->list || citus_wanted(&p->pg, e)) && walk(p, &a, e) &&
              (!p->citus || citus_distribute(&p->pg, p->list, p->out, e));
    if (p->out)
        ok = out_commit(p->out, e) && ok;
    pg_close(&p->pg);
    arena_done(&a);
    return ok;
}

int main(int argc, char **argv)
{
    const char *db = NULL;
    struct plan p = {0};
    const struct option_spec options[] = {
        {0, "db", "CONNINFO", "the database; default: KP2S_DB, else libpq's environment", &db, NULL},
        {0, "list", NULL, "only tell which migrations are applied and which are pending", NULL, &p.list},
        {0, "citus", NULL, "then distribute the tables over a cluster of Citus; with --list, only tell how",
         NULL, &p.citus},
        {0},
    };
    const struct prog prog = {
        .name = "kp2s-migrate",
        .synopsis = "[--db CONNINFO] [--list] [--citus]",
        .about =
            "Brings the schema of the warehouse up to date. Each migration runs in one transaction "
            "together with the\n"
            "query that verifies it. Prints a CSV line state,migration for each; with --citus also a line\n"
            "state,statement for each table.",
        .examples = "  kp2s-migrate --db 'service=kp2s'\n  kp2s-migrate --list",
        .options = options,
    };
    char **operands;
    int n, status;
    if (!prog_begin(&prog, argc, argv, &operands, &n, &status))
        return status;
    struct err e = {0};
    if (run(&p, db, &e)) {
        if (p.list)
            prog_log(LOG_INFO, "%d applied; %.1f s", p.already, prog_seconds());
        else if (p.applied == 0)
            prog_log(LOG_INFO, "nothing to do: %d migrations are applied; %.1f s", p.already, prog_seconds());
        else
            prog_log(LOG_INFO, "%d migrations applied, %d were before; %.1f s", p.applied, p.already,
                     prog_seconds());
    }
    return prog_end(&prog, &e);
}
