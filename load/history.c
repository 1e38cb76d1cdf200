/* kp2s-history - the submissions of a slot: what was sent for a form, a region and a period, and what
 * superseded what; or what was remarked on one of them.
 *
 * in:  form, code of the region, period; or a submission
 * out: CSV, a line for each submission, oldest first; or a record stream of remarks, for kp2s-feedback
 * refuses: remarks on a submission that there is not
 */
#include "err.h"
#include "out.h"
#include "pg.h"
#include "prog.h"
#include "stream.h"

#include "sql/load/history.sql.h"
#include "sql/load/remarks-source.sql.h"
#include "sql/load/remarks.sql.h"

static bool list_slot(const char *db, char **slot, int *n, struct err *e)
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

/* --- remarks --- */

enum { SHEET, ROW, CELL, SEVERITY, CODE, FIELD, VALUE, MESSAGE };

static bool write_remark(struct stream_writer *w, const PGresult *rows, int i, struct err *e)
{
    struct remark r = {.code = pg_field(rows, i, CODE),
                       .field = pg_field(rows, i, FIELD),
                       .value = pg_field(rows, i, VALUE),
                       .message = pg_field(rows, i, MESSAGE)};
    if (!severity_of(pg_field(rows, i, SEVERITY), &r.severity))
        return err_set(e, ST_REFUSED, "a remark of unknown severity '%s'", PQgetvalue(rows, i, SEVERITY));
    stream_remark(w, pg_field(rows, i, SHEET), pg_field(rows, i, ROW), pg_field(rows, i, CELL), &r);
    return true;
}

/* The remarks in batches, so that memory does not grow with them. */
static bool write_remarks(struct pg *pg, const char *submission, struct stream_writer *w, struct err *e)
{
    enum { BATCH = 2000 };
    char declare[sizeof sql_load_remarks + 60], fetch[48];
    int n = BATCH;
    snprintf(declare, sizeof declare, "declare remarks no scroll cursor for %s", sql_load_remarks);
    snprintf(fetch, sizeof fetch, "fetch %d from remarks", BATCH);
    bool ok = pg_run_params(pg, declare, 1, &submission, NULL, e);
    while (ok && n == BATCH) {
        PGresult *rows = pg_query(pg, fetch, 0, NULL, e);
        n = rows ? PQntuples(rows) : 0;
        ok = rows != NULL;
        for (int i = 0; ok && i < n; i++)
            ok = write_remark(w, rows, i, e);
        PQclear(rows);
    }
    return ok;
}

static bool write_stream(struct pg *pg, const char *submission, struct stream_writer *w, struct err *e)
{
    PGresult *source = pg_query(pg, sql_load_remarks_source, 1, &submission, e);
    if (!source)
        return false;
    bool ok = PQntuples(source) == 1 || err_set(e, ST_NOINPUT, "there is no submission '%s'", submission);
    if (ok) {
        const struct pair pairs[] = {{STR("stage"), STR("history")},
                                     {STR("file"), pg_field(source, 0, 0)},
                                     {STR("sha256"), pg_field(source, 0, 1)}};
        stream_header(w, NULL, 0);
        stream_source(w, pairs, sizeof pairs / sizeof *pairs);
        ok = write_remarks(pg, submission, w, e);
    }
    if (ok)
        stream_end(w, NULL, 0);
    PQclear(source);
    return ok;
}

static bool list_remarks(const char *db, const char *submission, long *n, struct err *e)
{
    struct pg pg;
    struct stream_writer w;
    long number;
    if (!str_to_long(str_c(submission), &number))
        return err_set(e, ST_USAGE, "'%s' is no submission: they have numbers", submission);
    if (!pg_connect(&pg, db, e))
        return false;
    struct out *out = out_open(NULL, e);
    bool ok = out && pg_run(&pg, "begin transaction isolation level repeatable read read only", e);
    if (ok) {
        stream_writer_init(&w, out);
        ok = write_stream(&pg, submission, &w, e) && pg_run(&pg, "commit", e);
        *n = w.all_r + w.all_n;
    }
    pg_close(&pg);
    if (ok)
        return out_commit(out, e);
    out_abandon(out);
    return false;
}

static bool run(const char *db, const char *remarks, char **slot, int n, struct err *e)
{
    int submissions = 0;
    long count = 0;
    if (n != (remarks ? 0 : 3)) {
        err_set(e, ST_USAGE,
                remarks ? "--remarks names its submission, and takes no slot"
                        : "a slot is a form, a scope and a period");
        return err_hint(e, "kp2s-history FORM SCOPE PERIOD, or kp2s-history --remarks SUBMISSION");
    }
    if (!(remarks ? list_remarks(db, remarks, &count, e) : list_slot(db, slot, &submissions, e)))
        return false;
    if (remarks)
        prog_log(LOG_INFO, "submission %s: %ld remarks; %.1f s", remarks, count, prog_seconds());
    else
        prog_log(LOG_INFO, "%d submissions; %.1f s", submissions, prog_seconds());
    return true;
}

int main(int argc, char **argv)
{
    const char *db = NULL, *remarks = NULL;
    const struct option_spec options[] = {
        {0, "db", "CONNINFO", "the database; default: KP2S_DB, else libpq's environment", &db, NULL},
        {0, "remarks", "SUBMISSION", "what was remarked on it, as a record stream for kp2s-feedback",
         &remarks, NULL},
        {0},
    };
    const struct prog prog = {
        .name = "kp2s-history",
        .synopsis = "[--db CONNINFO] FORM SCOPE PERIOD | [--db CONNINFO] --remarks SUBMISSION",
        .about = "Lists the submissions of a form (id of its layout), a region (Kemendagri code) and a "
                 "period, oldest\n"
                 "first, as CSV; or what was remarked on the records of one of them.",
        .examples = "  kp2s-history dinkes-cakupan 62.05 2024\n"
                    "  kp2s-history --remarks 12 | kp2s-feedback --archive inbox -o x-catatan.xlsx -",
        .options = options,
        .max_operands = 3,
    };
    char **operands;
    int n, status;
    if (!prog_begin(&prog, argc, argv, &operands, &n, &status))
        return status;
    struct err e = {0};
    run(db, remarks, operands, n, &e);
    return prog_end(&prog, &e);
}
