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
enum { STEPS = sizeof steps / sizeof *steps, STATEMENT = 4 };

static bool make_step(struct pg *pg, size_t step, const char *province, struct out *out, long *changes,
                      struct err *e)
{
    PGresult *wanted = pg_query(pg, steps[step].sql, steps[step].params, &province, e);
    bool ok = wanted != NULL;
    for (int i = 0; ok && i < PQntuples(wanted); i++) {
        ok = pg_run(pg, PQgetvalue(wanted, i, STATEMENT), e) ||
             err_place(e, "%s", PQgetvalue(wanted, i, STATEMENT));
        for (int column = 0; ok && column < STATEMENT; column++) {
            if (column > 0)
                out_comma(out);
            out_field(out, pg_field(wanted, i, column));
        }
        if (ok)
            out_line(out);
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
