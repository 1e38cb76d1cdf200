#include "data.h"
#include "shown.h"

#include "sql/report/agencies.sql.h"
#include "sql/report/aksi.sql.h"
#include "sql/report/aspects.sql.h"
#include "sql/report/assessed.sql.h"
#include "sql/report/assessment.sql.h"
#include "sql/report/attendance.sql.h"
#include "sql/report/card-agencies.sql.h"
#include "sql/report/card-figures.sql.h"
#include "sql/report/card-indicators.sql.h"
#include "sql/report/card-nutrition.sql.h"
#include "sql/report/card-services.sql.h"
#include "sql/report/card-steps.sql.h"
#include "sql/report/card-villages.sql.h"
#include "sql/report/card.sql.h"
#include "sql/report/causes.sql.h"
#include "sql/report/movement.sql.h"
#include "sql/report/checked.sql.h"
#include "sql/report/completeness.sql.h"
#include "sql/report/components.sql.h"
#include "sql/report/convergence.sql.h"
#include "sql/report/coverage.sql.h"
#include "sql/report/due.sql.h"
#include "sql/report/figures.sql.h"
#include "sql/report/findings.sql.h"
#include "sql/report/forms.sql.h"
#include "sql/report/groups.sql.h"
#include "sql/report/head.sql.h"
#include "sql/report/indicators.sql.h"
#include "sql/report/lineage.sql.h"
#include "sql/report/lokus.sql.h"
#include "sql/report/lokusregions.sql.h"
#include "sql/report/moved.sql.h"
#include "sql/report/nutrition.sql.h"
#include "sql/report/peers.sql.h"
#include "sql/report/page-children.sql.h"
#include "sql/report/page-late.sql.h"
#include "sql/report/page-lokus.sql.h"
#include "sql/report/page-punctuality.sql.h"
#include "sql/report/prevalence.sql.h"
#include "sql/report/published-nutrition.sql.h"
#include "sql/report/published-services.sql.h"
#include "sql/report/published.sql.h"
#include "sql/report/quadrant.sql.h"
#include "sql/report/quality.sql.h"
#include "sql/report/ranking.sql.h"
#include "sql/report/regencies.sql.h"
#include "sql/report/remarks.sql.h"
#include "sql/report/services.sql.h"
#include "sql/report/strengths.sql.h"
#include "sql/report/submissions.sql.h"
#include "sql/report/survey.sql.h"
#include "sql/report/trend.sql.h"

#include <stdlib.h>
#include <string.h>

static const char *const queries[SET_COUNT] = {
    [SET_HEAD] = sql_report_head,
    [SET_FIGURES] = sql_report_figures,
    [SET_RANKING] = sql_report_ranking,
    [SET_COMPONENTS] = sql_report_components,
    [SET_REGENCIES] = sql_report_regencies,
    [SET_INDICATORS] = sql_report_indicators,
    [SET_COVERAGE] = sql_report_coverage,
    [SET_CONVERGENCE] = sql_report_convergence,
    [SET_PREVALENCE] = sql_report_prevalence,
    [SET_AKSI] = sql_report_aksi,
    [SET_ASSESSMENT] = sql_report_assessment,
    [SET_ASSESSED] = sql_report_assessed,
    [SET_COMPLETENESS] = sql_report_completeness,
    [SET_REMARKS] = sql_report_remarks,
    [SET_CHECKED] = sql_report_checked,
    [SET_FINDINGS] = sql_report_findings,
    [SET_SUBMISSIONS] = sql_report_submissions,
    [SET_MOVED] = sql_report_moved,
    [SET_STRENGTHS] = sql_report_strengths,
    [SET_CAUSES] = sql_report_causes,
    [SET_PEERS] = sql_report_peers,
    [SET_TREND] = sql_report_trend,
    [SET_MOVEMENT] = sql_report_movement,
    [SET_LOKUS] = sql_report_lokus,
    [SET_LOKUSREGIONS] = sql_report_lokusregions,
    [SET_QUADRANT] = sql_report_quadrant,
    [SET_GROUPS] = sql_report_groups,
    [SET_SERVICES] = sql_report_services,
    [SET_NUTRITION] = sql_report_nutrition,
    [SET_SURVEY] = sql_report_survey,
    [SET_AGENCIES] = sql_report_agencies,
    [SET_QUALITY] = sql_report_quality,
    [SET_DUE] = sql_report_due,
    [SET_ASPECTS] = sql_report_aspects,
    [SET_ATTENDANCE] = sql_report_attendance,
    [SET_FORMS] = sql_report_forms,
    [SET_LINEAGE] = sql_report_lineage,
    [SET_PAGE_LOKUS] = sql_report_page_lokus,
    [SET_PAGE_CHILDREN] = sql_report_page_children,
    [SET_PAGE_PUNCTUALITY] = sql_report_page_punctuality,
    [SET_PAGE_LATE] = sql_report_page_late,
    [SET_CARD] = sql_report_card,
    [SET_CARD_INDICATORS] = sql_report_card_indicators,
    [SET_CARD_NUTRITION] = sql_report_card_nutrition,
    [SET_CARD_SERVICES] = sql_report_card_services,
    [SET_CARD_AGENCIES] = sql_report_card_agencies,
    [SET_CARD_VILLAGES] = sql_report_card_villages,
    [SET_CARD_FIGURES] = sql_report_card_figures,
    [SET_CARD_STEPS] = sql_report_card_steps,
    [SET_PUBLISHED] = sql_report_published,
    [SET_PUBLISHED_NUTRITION] = sql_report_published_nutrition,
    [SET_PUBLISHED_SERVICES] = sql_report_published_services,
};

static bool wanted(const struct data *data, int set)
{
    if (set < SET_STRENGTHS)
        return set < SET_MOVED || data->book || data->page;
    return set < SET_ASPECTS ? data->book : data->page;
}

bool data_read(struct data *data, struct pg *pg, struct arena *a, struct err *e)
{
    if (!shown_begin(data, pg, a, e))
        return false;
    const char *params[] = {data->year, data->province};
    for (int i = SET_HEAD; i < SET_CARD; i++) {
        if (!wanted(data, i))
            continue;
        data->set[i] = i == SET_HEAD || i == SET_FIGURES || i == SET_LINEAGE
                           ? pg_one(pg, queries[i], 2, params, e)
                           : pg_query(pg, queries[i], 2, params, e);
        if (!data->set[i]) {
            data_done(data);
            return false;
        }
    }
    if (!data->changes || shown_changes(data, pg, e))
        return true;
    data_done(data);
    return false;
}

bool data_more(struct data *data, struct pg *pg, enum set first, enum set last, const char *region,
               struct err *e)
{
    const char *params[] = {data->year, data->province, region};
    for (int i = (int)first; i <= (int)last; i++) {
        data->set[i] = pg_query(pg, queries[i], region ? 3 : 2, params, e);
        if (!data->set[i])
            return false;
    }
    return true;
}

void data_drop(struct data *data, enum set first, enum set last)
{
    for (int i = (int)first; i <= (int)last; i++) {
        PQclear(data->set[i]);
        data->set[i] = NULL;
        data->part[i].on = false;
    }
}

void data_narrow(struct data *data, enum set first, enum set last, const char *region)
{
    for (int i = (int)first; i <= (int)last; i++) {
        data->part[i].on = false;
        int at = data_find(data, (enum set)i, "region", region), rows = 0,
            most = data_rows(data, (enum set)i);
        while (at >= 0 && at + rows < most &&
               strcmp(data_text(data, (enum set)i, at + rows, "region"), region) == 0)
            rows++;
        data->part[i].on = true;
        data->part[i].from = at >= 0 ? at : 0;
        data->part[i].rows = rows;
    }
}

/* Where a row that is seen stands in the set. */
static int place(const struct data *data, enum set set, int row)
{
    return data->part[set].on ? data->part[set].from + row : row;
}

void data_done(struct data *data)
{
    data_drop(data, 0, SET_COUNT - 1);
}

int data_rows(const struct data *data, enum set set)
{
    return data->part[set].on ? data->part[set].rows : PQntuples(data->set[set]);
}

/* Whether the SQL reads a view of this very name: review_aspect is not in "from review_aspect_village". */
static bool reads(const char *sql, struct str view)
{
    const char *end = sql + strlen(sql);
    for (const char *at = sql; (at = memmem(at, (size_t)(end - at), view.ptr, view.len)); at += view.len) {
        char next = at[view.len];
        if (next != '_' && !(next >= 'a' && next <= 'z'))
            return true;
    }
    return false;
}

bool data_lacks(const struct data *data, enum set set)
{
    for (struct str rest = str_c(data->lacking ? data->lacking : ""); rest.len > 0;)
        if (reads(queries[set], str_cut(&rest, ' ')))
            return true;
    return false;
}

bool data_lacks_view(const struct data *data, const char *view)
{
    for (struct str rest = str_c(data->lacking ? data->lacking : ""); rest.len > 0;)
        if (str_is(str_cut(&rest, ' '), view))
            return true;
    return false;
}

static int column(const struct data *data, enum set set, const char *field)
{
    int at = PQfnumber(data->set[set], field);
    if (at < 0)
        BUG(field);
    return at;
}

const char *data_text(const struct data *data, enum set set, int row, const char *field)
{
    return PQgetvalue(data->set[set], place(data, set, row), column(data, set, field));
}

bool data_null(const struct data *data, enum set set, int row, const char *field)
{
    return PQgetisnull(data->set[set], place(data, set, row), column(data, set, field)) == 1;
}

double data_number(const struct data *data, enum set set, int row, const char *field)
{
    return strtod(data_text(data, set, row, field), NULL);
}

bool data_true(const struct data *data, enum set set, int row, const char *field)
{
    return strcmp(data_text(data, set, row, field), "t") == 0;
}

int data_find(const struct data *data, enum set set, const char *field, const char *text)
{
    int at = column(data, set, field);
    for (int i = 0; i < data_rows(data, set); i++)
        if (strcmp(PQgetvalue(data->set[set], place(data, set, i), at), text) == 0)
            return i;
    return -1;
}

const char *data_most_lost(const struct data *data, int row, double *points)
{
    const char *most = NULL;
    *points = 0;
    for (int i = 0; i < data_rows(data, SET_COMPONENTS); i++) {
        const char *component = data_text(data, SET_COMPONENTS, i, "component");
        double lost = data_number(data, SET_COMPONENTS, i, "weight") *
                      (100 - data_number(data, SET_RANKING, row, component));
        if (lost > *points) {
            *points = lost;
            most = component;
        }
    }
    return most;
}
