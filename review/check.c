/* kp2s-check - what no file shows by itself: figures of a year that stand out, or contradict one another.
 *
 * In: the warehouse's current facts and the rules of the catalogue (dwh.check_rule, population, identity).
 * Out: review.finding of the year and province, replaced whole in one transaction (doc/checks.md has the
 * rules, sql/check the statements), and the findings for a person, or as CSV, on standard output. No figure
 * is changed or refused for a finding. Refused: a year without figures; with --strict, findings.
 */
#include "province.h"
#include "err.h"
#include "out.h"
#include "pg.h"
#include "prog.h"

#include "sql/check/denominator.sql.h"
#include "sql/check/figures.sql.h"
#include "sql/check/identity.sql.h"
#include "sql/check/list.sql.h"
#include "sql/check/outlier-peer.sql.h"
#include "sql/check/outlier-year.sql.h"
#include "sql/check/store.sql.h"
#include "sql/check/two-forms.sql.h"
#include "sql/review/lock.sql.h"

#include <string.h>

/* The scripts in their order: figures makes the temporary tables that the others fill, store empties them
 * into the review. */
static const struct step {
    const char *name, *sql;
} steps[] = {
    {"figures", sql_check_figures},
    {"outlier-peer", sql_check_outlier_peer},
    {"outlier-year", sql_check_outlier_year},
    {"denominator", sql_check_denominator},
    {"identity", sql_check_identity},
    {"two-forms", sql_check_two_forms},
    {"store", sql_check_store},
};
enum { STEPS = sizeof steps / sizeof *steps };

static const char *const kinds[] = {"identity", "outlier-year", "outlier-peer", "denominator", "two-forms"};
enum { KINDS = sizeof kinds / sizeof *kinds };

struct choices {
    const char *db, *year, *province, *regency, *kind, *path;
    bool csv, strict;
};

struct check {
    struct pg pg;
    struct arena arena;
    const struct choices *c;
    const char *province;
    char figures[24], compared[24], findings[24], serious[24], regencies[24];
    int listed;
};

static void keep(char to[24], const PGresult *result, int column)
{
    snprintf(to, 24, "%s", PQgetvalue(result, 0, column));
}

/* A review of the year at the same time would see half of what is found. */
static bool lock(struct check *k, struct err *e)
{
    const char *params[] = {k->c->year, k->province};
    PGresult *result = pg_one(&k->pg, sql_review_lock, 2, params, e);
    if (!result)
        return false;
    bool ok = str_is(pg_field(result, 0, 0), "t");
    if (!ok) {
        err_set(e, ST_CLOSED, "another review or check of %s is running for province %s", k->c->year,
                k->province);
        err_hint(e, "wait until it has ended");
    }
    PQclear(result);
    return ok;
}

static bool compute(struct check *k, struct err *e)
{
    const char *params[] = {k->c->year, k->province};
    for (int i = 0; i < STEPS; i++) {
        prog_progress(steps[i].name, i, STEPS);
        PGresult *result = pg_script(&k->pg, steps[i].sql, 2, params, e);
        if (!result)
            return err_place(e, "check %s", steps[i].name);
        if (i == STEPS - 1) {
            keep(k->figures, result, 0);
            keep(k->compared, result, 1);
            keep(k->findings, result, 2);
            keep(k->serious, result, 3);
            keep(k->regencies, result, 4);
        }
        PQclear(result);
    }
    prog_progress("", STEPS, STEPS);
    if (strcmp(k->figures, "0") != 0)
        return true;
    err_set(e, ST_NOINPUT, "no coverage figures of province %s are loaded for %s", k->province, k->c->year);
    return err_hint(e, "kp2s-load loads them");
}

static void put(struct check *k, struct out *o, struct str text)
{
    struct str seen = str_visible(&k->arena, text); /* names of files and sheets are the agencies' */
    out_write(o, seen.ptr, seen.len);
}

static const char *field(const PGresult *result, int row, const char *name)
{
    int column = PQfnumber(result, name);
    if (column < 0)
        BUG(name);
    return PQgetvalue(result, row, column);
}

/* What was found, of which figure, the sentence, and where it stands. */
static void print_finding(struct check *k, struct out *o, const PGresult *result, int i)
{
    static const char *const parts[] = {"puskesmas", "sex", "age_group", "period", "agency_code"};
    static const char *const lines[] = {"sentence", "place", "other_place"};
    struct arena *a = &k->arena;
    bool serious = strcmp(field(result, i, "severity"), "serious") == 0;
    put(k, o,
        arena_printf(a, "\n%4s. %s%s\n", field(result, i, "finding_no"), serious ? "BERAT: " : "",
                     field(result, i, "kind_name")));
    put(k, o,
        arena_printf(a, "      %s %s, %s %s", field(result, i, "indicator_code"),
                     field(result, i, "indicator_name"), field(result, i, "region_code"),
                     field(result, i, "region_name")));
    for (size_t p = 0; p < sizeof parts / sizeof *parts; p++)
        if (*field(result, i, parts[p]))
            put(k, o, arena_printf(a, ", %s", field(result, i, parts[p])));
    put(k, o, STR("\n"));
    for (size_t l = 0; l < sizeof lines / sizeof *lines; l++)
        if (*field(result, i, lines[l]))
            put(k, o, arena_printf(a, "      %s\n", field(result, i, lines[l])));
}

/* For each kabupaten/kota a heading, then its findings, the serious ones first. */
static void print_findings(struct check *k, struct out *o, const PGresult *result)
{
    const char *regency = "";
    for (int i = 0; i < PQntuples(result); i++) {
        if (strcmp(field(result, i, "regency_code"), regency) != 0)
            put(k, o,
                arena_printf(&k->arena, "%s%s %s\n", i ? "\n" : "", field(result, i, "regency_code"),
                             field(result, i, "regency_name")));
        regency = field(result, i, "regency_code");
        print_finding(k, o, result, i);
    }
    if (PQntuples(result) == 0)
        put(k, o, STR("tidak ada temuan\n"));
}

static bool list(struct check *k, struct err *e)
{
    const char *params[] = {k->c->year, k->province, k->c->regency ? k->c->regency : "",
                            k->c->kind ? k->c->kind : ""};
    PGresult *result = pg_query(&k->pg, sql_check_list, 4, params, e);
    if (!result)
        return false;
    k->listed = PQntuples(result);
    struct out *o = out_open(k->c->path, e);
    bool ok = o != NULL;
    if (ok) {
        if (k->c->csv)
            pg_csv(o, result);
        else
            print_findings(k, o, result);
        ok = pg_run(&k->pg, "commit", e);
        if (ok)
            ok = out_commit(o, e);
        else
            out_abandon(o);
    }
    PQclear(result);
    return ok;
}

static bool known_kind(const char *kind, struct err *e)
{
    struct arena a = {0};
    struct str all = STR("");
    bool known = false;
    for (size_t i = 0; i < KINDS; i++) {
        known = known || strcmp(kinds[i], kind) == 0;
        all = arena_printf(&a, "%.*s%s%s", STR_ARG(all), i ? ", " : "", kinds[i]);
    }
    if (!known) {
        err_set(e, ST_USAGE, "there is no kind of findings '%s'", kind);
        err_hint(e, "there are: %.*s", STR_ARG(all));
    }
    arena_done(&a);
    return known;
}

static bool known_regency(struct check *k, struct err *e)
{
    const char *params[] = {k->c->regency, k->province};
    PGresult *result = pg_query(&k->pg,
                                "select from review.regency where code = $1::text and province_code = "
                                "$2::text",
                                2, params, e);
    if (!result)
        return false;
    bool ok = PQntuples(result) > 0;
    PQclear(result);
    if (!ok) {
        err_set(e, ST_USAGE, "province %s has no kabupaten/kota '%s'", k->province, k->c->regency);
        err_hint(e, "give its Kemendagri code, such as 62.03");
    }
    return ok;
}

static bool check(struct check *k, struct err *e)
{
    /* Figures of a whole province are joined, and the planner takes its share of the register for that of
     * the facts; what it then thinks to be dear is not worth compiling. */
    return pg_run(&k->pg,
                  "begin isolation level repeatable read; set local enable_nestloop = off; "
                  "set local jit = off",
                  e) &&
           province_choose(&k->pg, &k->arena, &k->province, e) && (!k->c->regency || known_regency(k, e)) &&
           lock(k, e) && compute(k, e) && list(k, e);
}

static bool run(const struct choices *c, struct err *e)
{
    long number;
    if (!c->year) {
        err_set(e, ST_USAGE, "the year is missing");
        return err_hint(e, "kp2s-check --year 2024");
    }
    if (strlen(c->year) != 4 || !str_to_long(str_c(c->year), &number))
        return err_set(e, ST_USAGE, "'%s' is not a year of four digits", c->year);
    if (c->kind && !known_kind(c->kind, e))
        return false;
    struct check k = {.c = c, .province = c->province};
    if (!pg_connect(&k.pg, c->db, e))
        return false;
    bool ok = check(&k, e);
    pg_close(&k.pg);
    if (ok)
        prog_log(LOG_INFO,
                 "checks of %s, province %s: %s figures, %s of them beside others; %s findings in %s "
                 "kabupaten/kota, %s serious; %.1f s",
                 c->year, k.province, k.figures, k.compared, k.findings, k.regencies, k.serious,
                 prog_seconds());
    arena_done(&k.arena);
    if (ok && c->strict && k.listed > 0)
        return err_set(e, ST_REFUSED, "findings are listed: %d", k.listed);
    return ok;
}

int main(int argc, char **argv)
{
    static struct choices c;
    static const struct option_spec options[] = {
        {0, "db", "CONNINFO", "database; default KP2S_DB, else libpq's environment", &c.db, NULL},
        {'y', "year", "YEAR", "year of the figures", &c.year, NULL},
        {0, "province", "CODE", "province; default: the one with facts", &c.province, NULL},
        {0, "regency", "CODE", "list only the findings of this kabupaten/kota", &c.regency, NULL},
        {0, "kind", "KIND", "list only identity, outlier-year, outlier-peer, denominator or two-forms",
         &c.kind, NULL},
        {0, "csv", NULL, "CSV instead of text for a person", NULL, &c.csv},
        {0, "strict", NULL, "end with status 3 when findings are listed", NULL, &c.strict},
        {'o', "output", "FILE", "write the list to FILE; default standard output", &c.path, NULL},
        {0},
    };
    static const struct prog prog = {
        .name = "kp2s-check",
        .synopsis = "--year YEAR [--province CODE] [--regency CODE] [--kind KIND] [--csv] [--strict] [-o "
                    "FILE]",
        .about =
            "Looks across the files of a year: figures that stand out beside their neighbours or the year\n"
            "before, two agencies' counts of the same people, figures that contradict one another, two\n"
            "forms of one agency. Keeps the findings (bi.finding; doc/checks.md) and lists them.",
        .examples = "  kp2s-check --year 2024\n"
                    "  kp2s-check --year 2024 --regency 62.03 --kind outlier-peer --csv -o temuan.csv",
        .options = options,
    };
    char **operands;
    int n, status;
    if (!prog_begin(&prog, argc, argv, &operands, &n, &status))
        return status;
    struct err e = {0};
    run(&c, &e);
    return prog_end(&prog, &e);
}
