/* kp2s-migrate - brings the warehouse's schema up to date, and its roles.
 *
 * in:  the migrations of sql/schema, embedded when this program was built; for roles, the kabupaten/kota of
 *      the province, as the register has them
 * out: the schema; audit.migration tells what was applied. On standard output a line for each migration; with
 *      --citus the tables distributed over a cluster; for roles one for each change
 * refuses: a database whose applied migrations are not ours (changed or unknown), a migration whose verify
 * query does not answer true; roles before all migrations are applied
 */
#include "citus.h"
#include "err.h"
#include "migrations.h"
#include "out.h"
#include "pg.h"
#include "prog.h"
#include "province.h"
#include "roles.h"
#include "sha.h"

#include "sql/load/migration.sql.h"

#include <string.h>

struct plan {
    struct pg pg;
    struct out *out;
    bool list, roles, citus;
    const char *province;
    int applied, already;
    long changes;
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

/* Rights are given on what is there: all migrations first. */
static bool all_applied(struct plan *p, struct arena *a, struct err *e)
{
    bool found = false;
    struct str name;
    const struct migration *last = migrations;
    while (last[1].name)
        last++;
    const char *sql = "select pg_catalog.to_regclass('audit.migration')::text";
    if (!pg_value(&p->pg, a, sql, 0, NULL, &found, &name, e))
        return false;
    if (found && !applied_as(p, a, last->name, &found, &name, e))
        return false;
    if (found)
        return true;
    err_set(e, ST_CONFIG, "migration '%s' is not applied", last->name);
    return err_hint(e, "run kp2s-migrate first, then kp2s-migrate roles");
}

static bool provide_roles(struct plan *p, struct arena *a, struct err *e)
{
    return all_applied(p, a, e) && province_choose(&p->pg, a, &p->province, e) &&
           roles_provide(&p->pg, p->province, p->list, p->out, &p->changes, e);
}

static bool run(struct plan *p, const char *db, struct err *e)
{
    struct arena a = {0};
    if (!pg_connect(&p->pg, db, e))
        return false;
    p->out = out_open(NULL, e);
    /* held by the session: two programs never migrate at the same time; 7365271 is ours by convention */
    bool ok = p->out && pg_run(&p->pg, "select pg_catalog.pg_advisory_lock(7365271)", e) &&
              (!p->citus || p->list || citus_wanted(&p->pg, e)) &&
              (p->roles ? provide_roles(p, &a, e) : walk(p, &a, e)) &&
              (!p->citus || citus_distribute(&p->pg, p->list, p->out, e));
    if (p->out && p->roles && !ok)
        out_abandon(p->out); /* nothing of it was kept; migrations before a faulty one are */
    else if (p->out)
        ok = out_commit(p->out, e) && ok;
    pg_close(&p->pg);
    arena_done(&a);
    return ok;
}

static void tell_end(const struct plan *p)
{
    if (p->roles)
        prog_log(LOG_INFO,
                 p->list ? "%ld changes of roles and rights are wanting; %.1f s"
                         : "%ld changes of roles and rights; %.1f s",
                 p->changes, prog_seconds());
    else if (p->list)
        prog_log(LOG_INFO, "%d applied; %.1f s", p->already, prog_seconds());
    else if (p->applied == 0)
        prog_log(LOG_INFO, "nothing to do: %d migrations are applied; %.1f s", p->already, prog_seconds());
    else
        prog_log(LOG_INFO, "%d migrations applied, %d were before; %.1f s", p->applied, p->already,
                 prog_seconds());
}

static bool operands_fit(struct plan *p, char **operands, int n, struct err *e)
{
    p->roles = n == 1 && strcmp(operands[0], "roles") == 0;
    if (n == 1 && !p->roles)
        return err_set(e, ST_USAGE, "there is nothing '%s' to be done but 'roles'", operands[0]);
    if (p->roles && p->citus)
        return err_set(e, ST_USAGE, "--citus does not go with roles");
    if (p->roles && !p->province) {
        err_set(e, ST_USAGE, "the province is missing");
        return err_hint(e, "kp2s-migrate roles --province 62");
    }
    return !p->province || p->roles || err_set(e, ST_USAGE, "--province is for kp2s-migrate roles alone");
}

int main(int argc, char **argv)
{
    const char *db = NULL;
    struct plan p = {0};
    const struct option_spec options[] = {
        {0, "db", "CONNINFO", "the database; default: KP2S_DB, else libpq's environment", &db, NULL},
        {0, "list", NULL, "only tell what is applied and what is pending; of roles, what would change", NULL,
         &p.list},
        {0, "province", "CODE", "of roles: whose kabupaten/kota get a role each", &p.province, NULL},
        {0, "citus", NULL, "then distribute the tables over a cluster of Citus; with --list, only tell how",
         NULL, &p.citus},
        {0},
    };
    const struct prog prog = {
        .name = "kp2s-migrate",
        .synopsis = "[--db CONNINFO] [--list] [--citus] [roles --province CODE]",
        .about =
            "Brings the schema of the warehouse up to date. Each migration runs in one transaction "
            "together with the\n"
            "query that verifies it. Prints a CSV line state,migration for each; with --citus also a line\n"
            "state,statement for each table.\n"
            "With `roles`, provides the group roles and their rights: makes what is lacking and takes "
            "back what should\n"
            "not be there. Prints a CSV line change,role,object,privilege for each.",
        .examples = "  kp2s-migrate --db 'service=kp2s'\n  kp2s-migrate --list\n"
                    "  kp2s-migrate roles --province 62",
        .options = options,
        .max_operands = 1,
    };
    char **operands;
    int n, status;
    if (!prog_begin(&prog, argc, argv, &operands, &n, &status))
        return status;
    struct err e = {0};
    if (operands_fit(&p, operands, n, &e) && run(&p, db, &e))
        tell_end(&p);
    return prog_end(&prog, &e);
}
