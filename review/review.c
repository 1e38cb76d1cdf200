/* kp2s-review - computes the review of a performance year from the current facts.
 *
 * In: the warehouse (dwh, audit) and the year's instrument (review.instrument*). Out: the tables
 * review.coverage … review.ranking of the year and province, replaced whole in one transaction (doc/review.md
 * has the rules, sql/review the statements), and the ranking, or another list (--print), as CSV on standard
 * output; --as-of prints only, and rolls back. Refused: a year without instrument or with several, or without
 * data, grades and items the instrument does not know, a second review of the same year at the same time.
 */
#include "province.h"
#include "rewind.h"
#include "score.h"
#include "err.h"
#include "out.h"
#include "pg.h"
#include "prog.h"

#include "sql/review/aspect-clear.sql.h"
#include "sql/review/aspect.sql.h"
#include "sql/review/assessment-clear.sql.h"
#include "sql/review/announced-list.sql.h"
#include "sql/review/assessment.sql.h"
#include "sql/review/award-clear.sql.h"
#include "sql/review/award.sql.h"
#include "sql/review/awards-list.sql.h"
#include "sql/review/completeness-clear.sql.h"
#include "sql/review/completeness.sql.h"
#include "sql/review/convergence-clear.sql.h"
#include "sql/review/convergence.sql.h"
#include "sql/review/coverage-clear.sql.h"
#include "sql/review/coverage.sql.h"
#include "sql/review/differences-list.sql.h"
#include "sql/review/evidence-clear.sql.h"
#include "sql/review/evidence-list.sql.h"
#include "sql/review/evidence.sql.h"
#include "sql/review/figures-list.sql.h"
#include "sql/review/findings.sql.h"
#include "sql/review/identities.sql.h"
#include "sql/review/instruments.sql.h"
#include "sql/review/lock.sql.h"
#include "sql/review/outside.sql.h"
#include "sql/review/prevalence-clear.sql.h"
#include "sql/review/prevalence.sql.h"
#include "sql/review/ranking-clear.sql.h"
#include "sql/review/ranking-list.sql.h"
#include "sql/review/ranking.sql.h"
#include "sql/review/remark-clear.sql.h"
#include "sql/review/remark.sql.h"
#include "sql/review/scores-list.sql.h"
#include "sql/review/set-aside.sql.h"
#include "sql/review/submission-due-clear.sql.h"
#include "sql/review/submission-due.sql.h"
#include "sql/review/survey-clear.sql.h"
#include "sql/review/survey.sql.h"
#include "sql/review/years.sql.h"

#include <string.h>

/* The tables in the order in which they are computed: scores are made of those before, others of scores;
 * prevalence and aspects read the coverage. */
static const struct step {
    const char *table, *clear, *compute; /* compute NULL: score_compute() */
    int params;                          /* of compute: year, province, instrument */
} steps[] = {
    {"coverage", sql_review_coverage_clear, sql_review_coverage, 2},
    {"prevalence", sql_review_prevalence_clear, sql_review_prevalence, 2},
    {"convergence", sql_review_convergence_clear, sql_review_convergence, 2},
    {"completeness", sql_review_completeness_clear, sql_review_completeness, 2},
    {"remark", sql_review_remark_clear, sql_review_remark, 2},
    {"score", NULL, NULL, 3},
    {"assessment", sql_review_assessment_clear, sql_review_assessment, 3},
    {"ranking", sql_review_ranking_clear, sql_review_ranking, 3},
    {"award", sql_review_award_clear, sql_review_award, 3},
    {"aspect", sql_review_aspect_clear, sql_review_aspect, 2},
    {"submission_due", sql_review_submission_due_clear, sql_review_submission_due, 2},
    {"survey", sql_review_survey_clear, sql_review_survey, 2},
    {"evidence", sql_review_evidence_clear, sql_review_evidence, 3},
};
enum {
    COVERAGE,
    PREVALENCE,
    CONVERGENCE,
    COMPLETENESS,
    REMARK,
    SCORE,
    ASSESSMENT,
    RANKING,
    AWARD,
    ASPECT,
    DUE,
    SURVEY,
    EVIDENCE,
    STEPS
};

/* What can be printed. */
static const struct list {
    const char *name, *sql;
} lists[] = {
    {"ranking", sql_review_ranking_list},         {"announced", sql_review_announced_list},
    {"scores", sql_review_scores_list},           {"awards", sql_review_awards_list},
    {"differences", sql_review_differences_list}, {"figures", sql_review_figures_list},
    {"evidence", sql_review_evidence_list},
};
enum { LISTS = sizeof lists / sizeof *lists };

struct review {
    struct pg pg;
    struct arena arena;
    const char *year, *province, *instrument, *list /* SQL of what is printed */;
    const char *as_of; /* NULL: now */
    bool confirmed;
    long rows[STEPS];
};

/* The instrument asked for, or the only one of the year. */
static bool choose_instrument(struct review *r, struct err *e)
{
    const char *params[] = {r->year, r->province, r->instrument};
    PGresult *result = pg_query(&r->pg, sql_review_instruments, 3, params, e);
    if (!result)
        return false;
    bool ok = true;
    int n = PQntuples(result), at = -1;
    for (int i = 0; i < n && at < 0; i++)
        if (!r->instrument || str_is(pg_field(result, i, 0), r->instrument))
            at = i;
    if (n == 0) {
        ok = err_set(e, ST_CONFIG, "no instrument for performance year %s", r->year);
        err_hint(e, "write etc/instruments/ID.ini with performance_year = %s and run kp2s-catalog", r->year);
    } else if (r->instrument && at < 0) {
        ok = err_set(e, ST_CONFIG, "no instrument '%s' for performance year %s", r->instrument, r->year);
        err_hint(e, "there is: %s", province_names(&r->arena, result, 0));
    } else if (!r->instrument && n > 1) {
        ok = err_set(e, ST_CONFIRM, "%d instruments for performance year %s: %s", n, r->year,
                     province_names(&r->arena, result, 0));
        err_hint(e, "choose one with --instrument ID");
    } else {
        r->instrument = arena_cstr(&r->arena, pg_field(result, at, 0));
        r->confirmed = str_is(pg_field(result, at, 1), "1");
    }
    PQclear(result);
    return ok;
}

/* A ranking of kabupaten/kota that sent nothing at all would only look like a review. */
static bool check_data(struct review *r, struct err *e)
{
    PGresult *result = pg_query(&r->pg, sql_review_years, 1, &r->province, e);
    if (!result)
        return false;
    bool found = false;
    for (int i = 0; i < PQntuples(result); i++)
        found = found || str_is(pg_field(result, i, 0), r->year);
    if (!found) {
        err_set(e, ST_NOINPUT, "no data of province %s is loaded for %s", r->province, r->year);
        if (PQntuples(result) > 0)
            err_hint(e, "there is data for %s", province_names(&r->arena, result, 0));
        else
            err_hint(e, "kp2s-load loads it");
    }
    PQclear(result);
    return found;
}

static bool warn(struct review *r, struct err *e)
{
    const char *params[] = {r->year, r->province};
    if (!r->confirmed)
        prog_log(LOG_WARN,
                 "instrument '%s' is not confirmed: the ranking is an example, not an official result",
                 r->instrument);
    PGresult *result = pg_query(&r->pg, sql_review_outside, 2, params, e);
    if (!result)
        return false;
    if (PQntuples(result) > 0)
        prog_log(LOG_WARN, "left out, for the present register has no such kabupaten/kota: %s",
                 province_names(&r->arena, result, 0));
    PQclear(result);
    return true;
}

static bool lock(struct review *r, struct err *e)
{
    const char *params[] = {r->year, r->province};
    PGresult *result = pg_one(&r->pg, sql_review_lock, 2, params, e);
    if (!result)
        return false;
    bool ok = str_is(pg_field(result, 0, 0), "t");
    if (!ok) {
        err_set(e, ST_CLOSED, "another review of %s is running for province %s", r->year, r->province);
        err_hint(e, "wait until it has ended");
    }
    PQclear(result);
    return ok;
}

static bool compute_step(struct review *r, const struct step *step, long *rows, struct err *e)
{
    const char *params[] = {r->year, r->province, r->instrument};
    if (!step->compute)
        return score_compute(&r->pg, params, rows, e);
    return pg_run_params(&r->pg, step->clear, 2, params, NULL, e) &&
           pg_run_params(&r->pg, step->compute, step->params, params, rows, e);
}

static bool compute(struct review *r, struct err *e)
{
    /* a whole province is joined with itself: what the planner takes for a few rows is none of it */
    static const char whole[] =
        "set local enable_nestloop = off; set local jit = off; set local work_mem = '64MB'";
    static const char usual[] =
        "set local enable_nestloop = default; set local jit = default; set local work_mem = default";
    if (!pg_run(&r->pg, whole, e))
        return false;
    for (int i = 0; i < STEPS; i++) {
        prog_progress(steps[i].table, i, STEPS);
        if (!compute_step(r, &steps[i], &r->rows[i], e))
            return err_place(e, "review.%s", steps[i].table);
        prog_log(LOG_DEBUG, "review.%s: %ld rows", steps[i].table, r->rows[i]);
    }
    prog_progress("", STEPS, STEPS);
    return pg_run(&r->pg, usual, e);
}

/* What the scores leave open: ties, parts that were given as a whole, other figures than the published ones.
 */
static bool warn_scores(struct review *r, struct err *e)
{
    const char *params[] = {r->year, r->province, r->instrument};
    PGresult *result = pg_query(&r->pg, sql_review_findings, 3, params, e);
    if (!result)
        return false;
    for (int i = 0; i < PQntuples(result); i++)
        prog_log(LOG_WARN, "%s", PQgetvalue(result, i, 0));
    PQclear(result);
    return true;
}

static bool warn_set_aside(struct review *r, struct err *e)
{
    const char *params[] = {r->year, r->province};
    PGresult *result = pg_one(&r->pg, sql_review_set_aside, 2, params, e);
    if (!result)
        return false;
    if (!str_is(pg_field(result, 0, 0), "0"))
        prog_log(
            LOG_WARN,
            "%s coverage figures of %s kabupaten/kota are set aside, not to be counted twice: of another "
            "agency, of another level of regions, or parts beside their total (review.coverage, set_aside)",
            PQgetvalue(result, 0, 0), PQgetvalue(result, 0, 1));
    PQclear(result);
    return true;
}

static bool warn_identities(struct review *r, struct err *e)
{
    const char *params[] = {r->year, r->province};
    PGresult *result = pg_one(&r->pg, sql_review_identities, 2, params, e);
    if (!result)
        return false;
    if (!str_is(pg_field(result, 0, 0), "0"))
        prog_log(LOG_WARN,
                 "%s sums of parts of %s kabupaten/kota contradict their totals (kp2s-check lists them)",
                 PQgetvalue(result, 0, 0), PQgetvalue(result, 0, 1));
    PQclear(result);
    return true;
}

static bool review(struct review *r, const char *path, struct err *e)
{
    if (!pg_run(&r->pg, "begin isolation level repeatable read", e) ||
        !province_choose(&r->pg, &r->arena, &r->province, e) || !lock(r, e) || !choose_instrument(r, e) ||
        (r->as_of && !rewind_year(&r->pg, r->as_of, r->year, e)) || !check_data(r, e))
        return false;
    const char *params[] = {r->year, r->province, r->instrument};
    if (!score_prepare(&r->pg, params, e) || !warn(r, e) || !compute(r, e) || !warn_set_aside(r, e) ||
        !warn_identities(r, e) || !warn_scores(r, e))
        return false;
    PGresult *list = pg_query(&r->pg, r->list, 2, params, e);
    if (!list)
        return false;
    struct out *o = out_open(path, e);
    bool ok = o != NULL;
    if (ok) {
        pg_csv(o, list);
        ok = pg_run(&r->pg, r->as_of ? "rollback" : "commit", e);
        if (ok)
            ok = out_commit(o, e);
        else
            out_abandon(o);
    }
    PQclear(list);
    return ok;
}

/* What was just written is read next, by reports and editions, and the server would plan for empty tables. */
static void analyze(struct review *r)
{
    static const char tables[] =
        "analyze review.coverage, review.coverage_region, review.prevalence, review.prevalence_region, "
        "review.convergence, review.convergence_region, review.score, review.aspect, review.peer, "
        "review.submission_due, review.evidence";
    struct err e = {0};
    if (!pg_run(&r->pg, tables, &e))
        prog_log(LOG_WARN, "no statistics were made: %s", e.text);
}

static bool choose_list(struct review *r, const char *name, struct err *e)
{
    for (int i = 0; i < LISTS; i++)
        if (str_is(str_c(name), lists[i].name))
            r->list = lists[i].sql;
    if (r->list)
        return true;
    err_set(e, ST_USAGE, "'%s' cannot be printed", name);
    return err_hint(e, "--print takes ranking, announced, scores, awards, differences, figures or evidence");
}

static bool run(struct review *r, const char *conninfo, const char *list, const char *path, struct err *e)
{
    long number;
    if (!r->year) {
        err_set(e, ST_USAGE, "the performance year is missing");
        return err_hint(e, "kp2s-review --year 2024");
    }
    if (strlen(r->year) != 4 || !str_to_long(str_c(r->year), &number))
        return err_set(e, ST_USAGE, "'%s' is not a year of four digits", r->year);
    if (!choose_list(r, list, e) || !pg_connect(&r->pg, conninfo, e))
        return false;
    bool ok = review(r, path, e);
    if (ok && !r->as_of)
        analyze(r);
    pg_close(&r->pg);
    if (ok)
        prog_log(LOG_INFO,
                 "review of %s%s%s, province %s, instrument %s: %ld kabupaten/kota ranked, %ld coverage, "
                 "%ld prevalence, %ld convergence, %ld assessment figures, %.1f s",
                 r->year, r->as_of ? " as of " : "", r->as_of ? r->as_of : "", r->province, r->instrument,
                 r->rows[RANKING], r->rows[COVERAGE], r->rows[PREVALENCE], r->rows[CONVERGENCE],
                 r->rows[ASSESSMENT], prog_seconds());
    arena_done(&r->arena);
    return ok;
}

int main(int argc, char **argv)
{
    const char *db = NULL, *path = NULL, *list = "ranking";
    struct review r = {0};
    const struct option_spec options[] = {
        {0, "db", "CONNINFO", "database; default KP2S_DB, else libpq's environment", &db, NULL},
        {'y', "year", "YEAR", "performance year", &r.year, NULL},
        {0, "instrument", "ID", "instrument; default: the one of the year", &r.instrument, NULL},
        {0, "province", "CODE", "province; default: the one with facts", &r.province, NULL},
        {0, "print", "LIST", "ranking (default), announced, scores, awards, differences, figures or evidence",
         &list, NULL},
        {0, "as-of", "DAY", "by what was known on the day: prints the list and keeps nothing", &r.as_of,
         NULL},
        {'o', "output", "FILE", "write the list to FILE; default standard output", &path, NULL},
        {0, NULL, NULL, NULL, NULL, NULL},
    };
    const struct prog prog = {
        .name = "kp2s-review",
        .synopsis =
            "--year YEAR [--instrument ID] [--province CODE] [--print LIST] [--as-of DAY] [--db CONNINFO]\n"
            "                   [-o FILE]",
        .about =
            "Computes the review of a performance year from the current facts: coverage, prevalence and\n"
            "convergence from village to province, completeness, by the instrument scores, ranking and "
            "awards,\n"
            "strengths and weaknesses, punctuality, surveys (schema review; doc/review.md, "
            "doc/instruments.md).\n"
            "Prints the ranking, or the list of --print, as CSV. With --as-of it is computed from what was\n"
            "known on a day, by the catalogues of today, and what is stored stays as it is.",
        .examples = "  kp2s-review --year 2024\n"
                    "  kp2s-review --year 2024 --province 62 --instrument contoh-2024 -o ranking.csv",
        .options = options,
    };
    char **operands;
    int n, status;
    if (!prog_begin(&prog, argc, argv, &operands, &n, &status))
        return status;
    struct err e = {0};
    run(&r, db, list, path, &e);
    return prog_end(&prog, &e);
}
