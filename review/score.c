#include "score.h"

#include "sql/review/faults.sql.h"
#include "sql/review/score-clear.sql.h"
#include "sql/review/score-depth.sql.h"
#include "sql/review/score-figure.sql.h"
#include "sql/review/score-leaf.sql.h"
#include "sql/review/score-node.sql.h"
#include "sql/review/score-standard.sql.h"
#include "sql/review/strange.sql.h"
#include "sql/review/told.sql.h"

#include <stdio.h>
#include <stdlib.h>

static bool check_tree(struct pg *pg, const char *instrument, struct err *e)
{
    PGresult *result = pg_query(pg, sql_review_faults, 1, &instrument, e);
    if (!result)
        return false;
    if (PQntuples(result) > 0) {
        err_set(e, ST_CONFIG, "%s", PQgetvalue(result, 0, 0));
        err_hint(e, "mend its file in etc/instruments and run kp2s-catalog");
    }
    PQclear(result);
    return e->status == 0;
}

static void tell_strange(const char *instrument, const PGresult *result, struct err *e)
{
    const char *item = PQgetvalue(result, 0, 0), *text = PQgetvalue(result, 0, 1);
    struct str fault = pg_field(result, 0, 2);
    if (str_is(fault, "item"))
        err_set(e, ST_CONFIG, "instrument '%s' has no item '%s'", instrument, item);
    else if (str_is(fault, "grade"))
        err_set(e, ST_CONFIG, "instrument '%s' has no grade '%s' (item %s)", instrument, text, item);
    else if (str_is(fault, "maximum"))
        err_set(e, ST_CONFIG, "item %s of instrument '%s' has no score as high as %s", item, instrument,
                text);
    else
        err_set(e, ST_CONFIG, "item %s of instrument '%s' must be a %s, not '%s'", item, instrument,
                str_is(fault, "rank") ? "rank" : "number", text);
    err_hint(e, "choose the instrument the panel used (--instrument), or mend it");
}

static bool check_told(struct pg *pg, const char *instrument, struct err *e)
{
    PGresult *result = pg_query(pg, sql_review_strange, 1, &instrument, e);
    if (!result)
        return false;
    if (PQntuples(result) > 0)
        tell_strange(instrument, result, e);
    PQclear(result);
    return e->status == 0;
}

bool score_prepare(struct pg *pg, const char *const params[3], struct err *e)
{
    return check_tree(pg, params[2], e) && pg_run_params(pg, sql_review_told, 2, params, NULL, e) &&
           check_told(pg, params[2], e);
}

static bool put_on_scale(struct pg *pg, const char *const params[3], const char *depth, struct err *e)
{
    const char *with_depth[] = {params[0], params[1], params[2], depth};
    return pg_run_params(pg, sql_review_score_standard, 4, with_depth, NULL, e);
}

/* A node is made of the scores of its parts, so the deepest come first. */
static bool combine(struct pg *pg, const char *const params[3], long depth, long *rows, struct err *e)
{
    for (; depth >= 0; depth--) {
        char text[24];
        long made;
        snprintf(text, sizeof text, "%ld", depth);
        const char *with_depth[] = {params[0], params[1], params[2], text};
        if (!pg_run_params(pg, sql_review_score_node, 4, with_depth, &made, e) ||
            !put_on_scale(pg, params, text, e))
            return false;
        *rows += made;
    }
    return true;
}

bool score_compute(struct pg *pg, const char *const params[3], long *rows, struct err *e)
{
    long items, figures;
    PGresult *result = pg_one(pg, sql_review_score_depth, 1, &params[2], e);
    if (!result)
        return false;
    long depth = strtol(PQgetvalue(result, 0, 0), NULL, 10);
    PQclear(result);
    if (!pg_run_params(pg, sql_review_score_clear, 2, params, NULL, e) ||
        !pg_run_params(pg, sql_review_score_leaf, 3, params, &items, e) ||
        !pg_run_params(pg, sql_review_score_figure, 3, params, &figures, e) ||
        !put_on_scale(pg, params, "-1", e))
        return false;
    *rows = items + figures;
    return combine(pg, params, depth, rows, e);
}
