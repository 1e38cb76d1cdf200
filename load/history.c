/* kp2s-history - the submissions of a slot: what was sent for a form, a region and a period, and what
 * superseded what.
 *
 * in:  form, code of the region, period
 * out: CSV, a line for each submission, oldest first
 */
#include "err.h"
#include "out.h"
#include "pg.h"
#include "prog.h"

#include "sql/load/history.sql.h"

static bool run(const char *db, char **slot, int *n, struct err *e)
{
    static const char header[] =
        "submission,part,file,sha256,agency,loaded_at,state,superseded_by,superseded_at,records,"
        "rejected,notes,sealed\n";
    struct pg pg;
    const char *params[] = {slot[0], slot[1], slot[2]};
    if (!pg_connect(&pg, db, e))
        return false;
    PGresult *result = pg_query(&pg, sql_load_history, 3, params, e);
    struct out *out = result ? out_open(NULL, e) : NULL;
    if (out)
        out_write(out, header, sizeof header - 1);
    for (int row = 0; out && row < PQntuples(result); row++) {
        for (int column = 0; column < PQnfields(result); column++) {
            if (column > 0)
                out_comma(out);
            out_field(out, pg_field(result, row, column));
        }
        out_line(out);
    }
    *n = result ? PQntuples(result) : 0;
    PQclear(result);
    pg_close(&pg);
    return out && out_commit(out, e);
}

int main(int argc, char **argv)
{
    const char *db = NULL;
    const struct option_spec options[] = {
        {0, "db", "CONNINFO", "the database; default: KP2S_DB, else libpq's environment", &db, NULL},
        {0},
    };
    const struct prog prog = {
        .name = "kp2s-history",
        .synopsis = "[--db CONNINFO] FORM SCOPE PERIOD",
        .about = "Lists the submissions of a form (id of its layout), a region (Kemendagri code) and a "
                 "period, oldest\n"
                 "first, as CSV.",
        .examples = "  kp2s-history dinkes-cakupan 62.05 2024",
        .options = options,
        .min_operands = 3,
        .max_operands = 3,
    };
    char **operands;
    int n, status, submissions = 0;
    if (!prog_begin(&prog, argc, argv, &operands, &n, &status))
        return status;
    struct err e = {0};
    if (run(db, operands, &submissions, &e))
        prog_log(LOG_INFO, "%d submissions; %.1f s", submissions, prog_seconds());
    return prog_end(&prog, &e);
}
