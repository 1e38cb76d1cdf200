/* kp2s-publish - figures that may be published: counts of persons by region, without small cells.
 *
 * in:  the current facts about persons of a year and province; the smallest cell of audit.privacy_rule
 * out: publish.figure of the year and province, replaced whole in one transaction (doc/privacy.md); a line of
 *      CSV: year, province, cells, suppressed
 * refuses: a year without persons
 */
#include "err.h"
#include "out.h"
#include "pg.h"
#include "prog.h"
#include "province.h"

#include "sql/publish/cells.sql.h"
#include "sql/publish/counts.sql.h"
#include "sql/publish/store.sql.h"
#include "sql/publish/totals.sql.h"
#include "sql/review/lock.sql.h"

#include <string.h>

enum { LEVELS = 4 }; /* province, kabupaten/kota, kecamatan, village */

struct publish {
    struct pg pg;
    struct arena arena;
    const char *year, *province, *smallest;
    struct str cells, suppressed;
};

static bool lock(struct publish *p, struct err *e)
{
    const char *params[] = {p->year, p->province};
    PGresult *result = pg_one(&p->pg, sql_review_lock, 2, params, e);
    if (!result)
        return false;
    bool ok = str_is(pg_field(result, 0, 0), "t");
    PQclear(result);
    if (ok)
        return true;
    err_set(e, ST_CLOSED, "a review, check or publication of %s is running for province %s", p->year,
            p->province);
    return err_hint(e, "wait until it has ended");
}

static bool find_smallest(struct publish *p, struct err *e)
{
    bool found;
    struct str value;
    if (!pg_value(&p->pg, &p->arena, "select value from audit.privacy_rule where rule = 'smallest-cell'", 0,
                  NULL, &found, &value, e))
        return false;
    p->smallest = arena_cstr(&p->arena, value);
    if (found)
        return true;
    err_set(e, ST_CONFIG, "the warehouse has no rule 'smallest-cell'");
    return err_hint(e, "kp2s-catalog loads etc/catalogue/privacy.csv");
}

static bool script(struct publish *p, const char *sql, int n, const char *const *params, struct err *e)
{
    PGresult *result = pg_script(&p->pg, sql, n, params, e);
    PQclear(result);
    return result != NULL;
}

/* From the province down: what is withheld of a level decides what is published of the next. */
static bool withhold(struct publish *p, struct err *e)
{
    for (int level = 1; level <= LEVELS; level++) {
        const char *params[] = {arena_printf(&p->arena, "%d", level).ptr, p->smallest};
        if (!script(p, sql_publish_totals, 2, params, e) || !script(p, sql_publish_counts, 2, params, e))
            return false;
    }
    return true;
}

static bool store(struct publish *p, struct err *e)
{
    const char *params[] = {p->year, p->province, p->smallest};
    PGresult *result = pg_script(&p->pg, sql_publish_store, 3, params, e);
    if (!result)
        return false;
    p->cells = arena_dup(&p->arena, pg_field(result, 0, 0));
    p->suppressed = arena_dup(&p->arena, pg_field(result, 0, 1));
    PQclear(result);
    if (!str_is(p->cells, "0"))
        return true;
    err_set(e, ST_NOINPUT, "no facts about persons of province %s are loaded for %s", p->province, p->year);
    return err_hint(e, "kp2s-load loads them");
}

static bool publish(struct publish *p, struct err *e)
{
    const char *params[] = {p->year, NULL};
    if (!pg_run(&p->pg, "begin isolation level repeatable read", e) ||
        !province_choose(&p->pg, &p->arena, &p->province, e) || !lock(p, e) || !find_smallest(p, e))
        return false;
    params[1] = p->province;
    return script(p, sql_publish_cells, 2, params, e) && withhold(p, e) && store(p, e) &&
           pg_run(&p->pg, "commit", e);
}

static bool tell(const struct publish *p, struct err *e)
{
    struct out *out = out_open(NULL, e);
    if (!out)
        return false;
    const struct str line[] = {str_c(p->year), str_c(p->province), p->cells, p->suppressed};
    out_write(out, "year,province,cells,suppressed\n", strlen("year,province,cells,suppressed\n"));
    out_fields(out, line, 4);
    out_line(out);
    return out_commit(out, e);
}

static bool run(struct publish *p, const char *db, struct err *e)
{
    long number;
    if (!p->year) {
        err_set(e, ST_USAGE, "the year is missing");
        return err_hint(e, "kp2s-publish --year 2024");
    }
    if (strlen(p->year) != 4 || !str_to_long(str_c(p->year), &number))
        return err_set(e, ST_USAGE, "'%s' is not a year of four digits", p->year);
    if (!pg_connect(&p->pg, db, e))
        return false;
    bool ok = publish(p, e);
    pg_close(&p->pg);
    return ok && tell(p, e);
}

int main(int argc, char **argv)
{
    static struct publish p;
    static const char *db;
    static const struct option_spec options[] = {
        {0, "db", "CONNINFO", "database; default KP2S_DB, else libpq's environment", &db, NULL},
        {'y', "year", "YEAR", "year of the figures", &p.year, NULL},
        {0, "province", "CODE", "province; default: the one with facts", &p.province, NULL},
        {0},
    };
    static const struct prog prog = {
        .name = "kp2s-publish",
        .synopsis = "--year YEAR [--province CODE]",
        .about =
            "Counts persons by status of nutrition and by services received, for the province and each of "
            "its\n"
            "regions down to the village, and withholds what would show a small cell, also by subtraction\n"
            "(publish.figure; doc/privacy.md). Replaces what was published of the year and province.",
        .examples = "  kp2s-publish --year 2024",
        .options = options,
    };
    char **operands;
    int n, status;
    if (!prog_begin(&prog, argc, argv, &operands, &n, &status))
        return status;
    struct err e = {0};
    if (run(&p, db, &e))
        prog_log(LOG_INFO, "published for %s, province %s: %.*s cells, %.*s of them withheld; %.1f s", p.year,
                 p.province, STR_ARG(p.cells), STR_ARG(p.suppressed), prog_seconds());
    arena_done(&p.arena);
    return prog_end(&prog, &e);
}
