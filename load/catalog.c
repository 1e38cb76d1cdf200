/* kp2s-catalog - brings the catalogues into the warehouse: regions, agencies, systems, age groups, forms,
 * indicators and their owners, the rules of checks, services and for whom they are due, targets, deadlines,
 * priority villages, neighbours and the scoring instruments.
 *
 * in:  catalogue/, layouts/ and instruments/ below the folder of the toolkit's data (--etc)
 * out: the dimensions, dwh.target, review.instrument…; only what differs is touched. On standard output a CSV
 * line for each catalogue refuses: rows that are no dates, numbers or codes, targets for unknown indicators,
 * instruments that are no tree or have unknown keys; then nothing is changed
 */
#include "catalogue.h"
#include "err.h"
#include "forms.h"
#include "out.h"
#include "pg.h"
#include "prog.h"

#include <stdio.h>

struct totals {
    long rows, added, changed, removed;
};

static void tell(struct out *out, struct totals *t, const char *name, const struct catalogue_counts *c)
{
    char line[160];
    int len =
        snprintf(line, sizeof line, "%s,%ld,%ld,%ld,%ld\n", name, c->rows, c->added, c->changed, c->removed);
    out_write(out, line, (size_t)len);
    t->rows += c->rows;
    t->added += c->added;
    t->changed += c->changed;
    t->removed += c->removed;
}

static bool load_all(struct pg *pg, const char *etc, struct out *out, struct totals *t, struct err *e)
{
    struct catalogue_counts counts;
    /* 7365272: one kp2s-catalog at a time */
    if (!pg_run(pg, "begin", e) || !pg_run(pg, "select pg_catalog.pg_advisory_xact_lock(7365272)", e))
        return false;
    for (const struct catalogue *c = catalogues; c->name; c++) {
        if (!catalogue_load(pg, c, etc, &counts, e))
            return false;
        tell(out, t, c->name, &counts);
    }
    if (!forms_load(pg, etc, &counts, e))
        return false;
    tell(out, t, "forms", &counts);
    if (!catalogue_instruments(pg, etc, &counts, e))
        return false;
    tell(out, t, "instruments", &counts);
    if (!pg_run(pg, "commit", e))
        return false;
    /* fresh statistics for the joins of loads to come */
    return t->added + t->changed + t->removed == 0 ||
           pg_run(pg,
                  "analyze dwh.dim_region, dwh.dim_indicator, dwh.dim_agency, dwh.dim_service, dwh.target",
                  e);
}

static bool run(const char *db, const char *etc, struct totals *t, struct err *e)
{
    struct pg pg;
    if (!pg_connect(&pg, db, e))
        return false;
    struct out *out = out_open(NULL, e);
    if (out)
        out_write(out, "catalogue,rows,added,changed,removed\n", 37);
    bool ok = out && load_all(&pg, etc, out, t, e);
    if (ok)
        ok = out_commit(out, e);
    else
        out_abandon(out);
    pg_close(&pg);
    return ok;
}

int main(int argc, char **argv)
{
    const char *db = NULL, *etc = NULL;
    const struct option_spec options[] = {
        {0, "db", "CONNINFO", "the database; default: KP2S_DB, else libpq's environment", &db, NULL},
        {0, "etc", "DIR",
         "folder with catalogue/, layouts/ and instruments/; default: KP2S_ETC, else the toolkit's", &etc,
         NULL},
        {0},
    };
    const struct prog prog = {
        .name = "kp2s-catalog",
        .synopsis = "[--db CONNINFO] [--etc DIR]",
        .about = "Brings the region register, agencies, systems, forms, indicators and their owners, rules "
                 "of checks,\n"
                 "services, for whom they are due, targets, deadlines, priority villages, neighbours and "
                 "scoring\n"
                 "instruments into the warehouse, in one transaction. Touches only what differs. Prints a "
                 "CSV line for each "
                 "catalogue.",
        .examples = "  kp2s-catalog\n  kp2s-catalog --db 'service=kp2s' --etc /etc/kp2s",
        .options = options,
    };
    char **operands;
    int n, status;
    if (!prog_begin(&prog, argc, argv, &operands, &n, &status))
        return status;
    struct err e = {0};
    struct totals t = {0};
    if (run(db, prog_etc(etc), &t, &e))
        prog_log(LOG_INFO, "%ld rows read: %ld added, %ld changed, %ld removed; %.1f s", t.rows, t.added,
                 t.changed, t.removed, prog_seconds());
    return prog_end(&prog, &e);
}
