#include "roles.h"

#include "sql/roles/attributes.sql.h"
#include "sql/roles/create.sql.h"
#include "sql/roles/members.sql.h"
#include "sql/roles/owner.sql.h"
#include "sql/roles/policies.sql.h"
#include "sql/roles/readers.sql.h"
#include "sql/roles/rights.sql.h"

#include <string.h>

/* Each gives the changes of its part, with the statement that makes them; later ones build on earlier ones.
 */
static const struct {
    const char *sql;
    int params; /* 1: of a province */
} steps[] = {
    {sql_roles_create, 1},  {sql_roles_attributes, 1}, {sql_roles_members, 1}, {sql_roles_owner, 0},
    {sql_roles_readers, 1}, {sql_roles_policies, 0},   {sql_roles_rights, 0},
};
enum { STEPS = sizeof steps / sizeof *steps, POLICIES = STEPS - 2, STATEMENT = 4 };

static void tell(const PGresult *wanted, int row, struct out *out)
{
    for (int column = 0; column < STATEMENT; column++) {
        if (column > 0)
            out_comma(out);
        out_field(out, pg_field(wanted, row, column));
    }
    out_line(out);
}

/* out may be NULL. */
static bool make_step(struct pg *pg, size_t step, const char *province, struct out *out, long *changes,
                      struct err *e)
{
    PGresult *wanted = pg_query(pg, steps[step].sql, steps[step].params, &province, e);
    bool ok = wanted != NULL;
    for (int i = 0; ok && i < PQntuples(wanted); i++) {
        ok = pg_run(pg, PQgetvalue(wanted, i, STATEMENT), e) ||
             err_place(e, "%s", PQgetvalue(wanted, i, STATEMENT));
        if (ok && out)
            tell(wanted, i, out);
        ++*changes;
    }
    PQclear(wanted);
    return ok;
}

bool roles_provide(struct pg *pg, const char *province, bool dry, struct out *out, long *changes,
                   struct err *e)
{
    bool ok = pg_run(pg, "begin", e);
    *changes = 0;
    out_write(out, "change,role,object,privilege\n", strlen("change,role,object,privilege\n"));
    for (size_t i = 0; ok && i < STEPS; i++)
        ok = make_step(pg, i, province, out, changes, e);
    /* roles belong to the server: another database of it may be provided for at the same moment */
    if (!ok && (strcmp(pg->state, "42710") == 0 || strcmp(pg->state, "23505") == 0)) {
        e->status = ST_TEMPORARY;
        err_hint(e, "another database of this server is provided with roles just now: try again");
    }
    if (!ok && e->status == ST_PERMISSION)
        err_hint(e, "who runs this owns the warehouse and may create roles");
    return ok && pg_run(pg, dry ? "rollback" : "commit", e);
}

bool roles_provided(struct pg *pg, bool *provided, struct err *e)
{
    PGresult *one = pg_one(pg,
                           "select exists (select from pg_catalog.pg_namespace n join pg_catalog.pg_roles r "
                           "on r.oid = n.nspowner where n.nspname = 'dwh' and r.rolname = 'kp2s_owner')",
                           0, NULL, e);
    *provided = one && str_is(pg_field(one, 0, 0), "t");
    PQclear(one);
    return one != NULL;
}

bool roles_rights(struct pg *pg, struct err *e)
{
    long changes = 0;
    bool ok = pg_run(pg, "begin", e);
    for (size_t i = POLICIES; ok && i < STEPS; i++)
        ok = make_step(pg, i, NULL, NULL, &changes, e);
    return ok && pg_run(pg, "commit", e);
}
