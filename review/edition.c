/* kp2s-edition - editions of a review: what it showed on a day, kept for good.
 *
 * In: the review of a year as kp2s-review left it. Out: freeze: review.edition and its rows, with figures,
 * definitions, targets, weights, boundaries and submissions; list, difference: CSV on standard output;
 * verify, adopt: the edition's next status. An edition never changes; a correction is the next one. Refused:
 * a year without a review, an edition whose rows are not those of its checksum, a step out of turn.
 */
#include "err.h"
#include "out.h"
#include "pg.h"
#include "pgedition.h"
#include "prog.h"
#include "province.h"

#include "sql/edition/adopt.sql.h"
#include "sql/edition/computed.sql.h"
#include "sql/edition/difference.sql.h"
#include "sql/edition/fill.sql.h"
#include "sql/edition/freeze.sql.h"
#include "sql/edition/list.sql.h"
#include "sql/edition/seal.sql.h"
#include "sql/edition/verify.sql.h"
#include "sql/review/lock.sql.h"

#include <string.h>

struct job {
    const char *db, *year, *province, *note, *decree, *date, *output;
    struct pg pg;
    struct arena arena;
};

static bool print(const struct job *j, const PGresult *result, struct err *e)
{
    struct out *o = out_open(j->output, e);
    if (!o)
        return false;
    pg_csv(o, result);
    return out_commit(o, e);
}

/* --- freeze --- */

/* Nobody computes the year meanwhile, and there is something to freeze. */
static bool ready(struct job *j, struct err *e)
{
    const char *params[] = {j->year, j->province};
    PGresult *locked = pg_one(&j->pg, sql_review_lock, 2, params, e);
    PGresult *computed = locked ? pg_one(&j->pg, sql_edition_computed, 2, params, e) : NULL;
    if (computed && !str_is(pg_field(locked, 0, 0), "t")) {
        err_set(e, ST_CLOSED, "a review of %s is running for province %s", j->year, j->province);
        err_hint(e, "wait until it has ended");
    } else if (computed && !str_is(pg_field(computed, 0, 0), "t")) {
        err_set(e, ST_NOINPUT, "no review of %s is computed for province %s", j->year, j->province);
        err_hint(e, "kp2s-review --year %s computes it", j->year);
    }
    PQclear(locked);
    PQclear(computed);
    return e->status == 0;
}

static bool fill(struct job *j, const char *key, char checksum[80], long *rows, struct err *e)
{
    if (!pg_run_params(&j->pg, sql_edition_fill, 1, &key, rows, e))
        return false;
    PGresult *sealed = pg_one(&j->pg, sql_edition_seal, 1, &key, e);
    if (sealed)
        snprintf(checksum, 80, "%s", PQgetvalue(sealed, 0, 0));
    PQclear(sealed);
    return sealed != NULL;
}

static bool freeze(struct job *j, struct err *e)
{
    const char *params[] = {j->year, j->province, j->note ? j->note : ""};
    char checksum[80];
    long rows;
    if (!ready(j, e))
        return false;
    PGresult *made = pg_one(&j->pg, sql_edition_freeze, 3, params, e);
    if (!made)
        return false;
    const char *number = PQgetvalue(made, 0, 1);
    bool ok = fill(j, PQgetvalue(made, 0, 0), checksum, &rows, e);
    if (ok && str_is(pg_field(made, 0, 2), checksum)) {
        prog_log(LOG_WARN, "%s, province %s: nothing differs from the edition before: no new one is made",
                 j->year, j->province);
        ok = pg_run(&j->pg, "rollback", e);
    } else if (ok) {
        ok = pg_run(&j->pg, "commit", e);
        if (ok)
            prog_log(LOG_INFO, "edition %s of %s, province %s: %ld rows, checksum %s", number, j->year,
                     j->province, rows, checksum);
    }
    PQclear(made);
    return ok;
}

/* --- what an edition becomes --- */

static bool step(struct job *j, const char *number, bool adopts, struct err *e)
{
    struct edition x;
    if (!pg_edition(&j->pg, j->year, j->province, number, &x, e))
        return false;
    if (strcmp(x.status, adopts ? "verified" : "draft") != 0) {
        err_set(e, ST_REFUSED, "edition %s of %s, province %s, is %s", number, j->year, j->province,
                strcmp(x.status, "draft") == 0 ? "a draft" : x.status);
        return err_hint(e, adopts && strcmp(x.status, "draft") == 0
                               ? "kp2s-edition verify comes first"
                               : "an edition never goes back; a correction is the next edition");
    }
    const char *params[] = {x.key, j->decree, j->date};
    struct err failure = {0};
    if (pg_run_params(&j->pg, adopts ? sql_edition_adopt : sql_edition_verify, adopts ? 3 : 1, params, NULL,
                      &failure))
        return pg_run(&j->pg, "commit", e);
    if (strncmp(j->pg.state, "22", 2) == 0) /* the only text that is read as something else */
        return err_set(e, ST_USAGE, "'%s' is no day: as 2025-08-17", j->date);
    *e = failure;
    return false;
}

static bool difference(struct job *j, char **operand, int n, struct err *e)
{
    struct edition former, present;
    if (!pg_edition(&j->pg, j->year, j->province, operand[0], &former, e) ||
        (n > 1 && !pg_edition(&j->pg, j->year, j->province, operand[1], &present, e)))
        return false;
    const char *params[] = {former.key, n > 1 ? present.key : NULL};
    PGresult *result = pg_query(&j->pg, sql_edition_difference, 2, params, e);
    bool ok = result && print(j, result, e);
    PQclear(result);
    return ok;
}

static bool list(struct job *j, struct err *e)
{
    const char *params[] = {j->year ? j->year : "", j->province ? j->province : ""};
    PGresult *result = pg_query(&j->pg, sql_edition_list, 2, params, e);
    bool ok = result && print(j, result, e);
    PQclear(result);
    return ok;
}

/* --- --- */

enum command { LIST, FREEZE, DIFFERENCE, VERIFY, ADOPT, COMMANDS };

static const struct {
    const char *name;
    int least, most; /* operands */
    const char *operands;
} commands[COMMANDS] = {[LIST] = {"list", 0, 0, "no operand"},
                        [FREEZE] = {"freeze", 0, 0, "no operand"},
                        [DIFFERENCE] = {"difference", 1, 2, "EDITION [EDITION]"},
                        [VERIFY] = {"verify", 1, 1, "EDITION"},
                        [ADOPT] = {"adopt", 1, 1, "EDITION"}};

/* An option is refused where it would do nothing, and its lack where it is needed. */
static bool options_go(const struct job *j, enum command c, struct err *e)
{
    const struct {
        const char *name;
        const char *value;
        bool goes, needed;
    } options[] = {
        {"year", j->year, true, c != LIST},
        {"note", j->note, c == FREEZE, false},
        {"decree", j->decree, c == ADOPT, c == ADOPT},
        {"date", j->date, c == ADOPT, c == ADOPT},
        {"output", j->output, c == LIST || c == DIFFERENCE, false},
    };
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        if (options[i].value && !options[i].goes)
            return err_set(e, ST_USAGE, "--%s does not go with %s", options[i].name, commands[c].name);
        if (!options[i].value && options[i].needed)
            return err_set(e, ST_USAGE, "%s wants --%s", commands[c].name, options[i].name);
    }
    if (j->year && (strlen(j->year) != 4 || strspn(j->year, "0123456789") != 4))
        return err_set(e, ST_USAGE, "'%s' is not a year of four digits", j->year);
    return true;
}

static bool connected(struct job *j, enum command c, char **operand, int n, struct err *e)
{
    if (!pg_run(&j->pg, "begin isolation level repeatable read", e))
        return false;
    if (c == LIST)
        return list(j, e);
    if (!province_choose(&j->pg, &j->arena, &j->province, e))
        return false;
    return c == FREEZE       ? freeze(j, e)
           : c == DIFFERENCE ? difference(j, operand, n, e)
                             : step(j, operand[0], c == ADOPT, e);
}

static bool run(struct job *j, char **operand, int n, struct err *e)
{
    enum command c = 0;
    while (c < COMMANDS && strcmp(operand[0], commands[c].name) != 0)
        c++;
    if (c == COMMANDS)
        return err_set(e, ST_USAGE, "there is no '%.40s': list, freeze, difference, verify or adopt",
                       operand[0]);
    if (n - 1 < commands[c].least || n - 1 > commands[c].most)
        return err_set(e, ST_USAGE, "%s wants %s", commands[c].name, commands[c].operands);
    for (int i = 1; i < n; i++)
        if (!pg_edition_number(operand[i]))
            return err_set(e, ST_USAGE, "'%.40s' is no number of an edition", operand[i]);
    if (!options_go(j, c, e) || !pg_connect(&j->pg, j->db, e))
        return false;
    bool ok = connected(j, c, operand + 1, n - 1, e);
    pg_close(&j->pg);
    arena_done(&j->arena);
    return ok;
}

int main(int argc, char **argv)
{
    struct job j = {0};
    const struct option_spec options[] = {
        {0, "db", "CONNINFO", "database; default KP2S_DB, else libpq's environment", &j.db, NULL},
        {'y', "year", "YEAR", "performance year", &j.year, NULL},
        {0, "province", "CODE", "province; default: the one with facts; of list: all", &j.province, NULL},
        {0, "note", "TEXT", "freeze: why there is a new edition", &j.note, NULL},
        {0, "decree", "NUMBER", "adopt: number of the decree", &j.decree, NULL},
        {0, "date", "DAY", "adopt: day of the decree, as 2025-08-17", &j.date, NULL},
        {'o', "output", "FILE", "list, difference: write to FILE instead of standard output", &j.output,
         NULL},
        {0},
    };
    const struct prog prog = {
        .name = "kp2s-edition",
        .synopsis =
            "list [--year YEAR] [--province CODE] [-o FILE]\n"
            "       kp2s-edition freeze --year YEAR [--province CODE] [--note TEXT]\n"
            "       kp2s-edition difference --year YEAR [--province CODE] [-o FILE] EDITION [EDITION]\n"
            "       kp2s-edition verify --year YEAR [--province CODE] EDITION\n"
            "       kp2s-edition adopt --year YEAR [--province CODE] --decree NUMBER --date DAY EDITION",
        .about = "freeze keeps the review of a year as it is now for good, as the next edition: figures, "
                 "definitions,\n"
                 "targets, weights, boundaries and submissions, with a checksum. difference tells what "
                 "differs between\n"
                 "two editions, or an edition and the present. verify says that an edition was looked over, "
                 "adopt that\n"
                 "it was decreed. An edition never changes; a correction is the next one.",
        .examples = "  kp2s-edition freeze --year 2024 --note 'setelah rapat verifikasi'\n"
                    "  kp2s-edition difference --year 2024 1\n"
                    "  kp2s-edition adopt --year 2024 --decree 188.44/123/2025 --date 2025-08-17 2",
        .options = options,
        .min_operands = 1,
        .max_operands = 3,
    };
    char **operands;
    int n, status;
    if (!prog_begin(&prog, argc, argv, &operands, &n, &status))
        return status;
    struct err e = {0};
    run(&j, operands, n, &e);
    return prog_end(&prog, &e);
}
