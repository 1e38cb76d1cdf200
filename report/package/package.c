#include "package.h"

#include "folder.h"

#include "sql/report/lineage.sql.h"
#include "sql/report/open-agency.sql.h"
#include "sql/report/open-aspect.sql.h"
#include "sql/report/open-assessment.sql.h"
#include "sql/report/open-award.sql.h"
#include "sql/report/open-completeness.sql.h"
#include "sql/report/open-convergence-region.sql.h"
#include "sql/report/open-coverage-region.sql.h"
#include "sql/report/open-coverage.sql.h"
#include "sql/report/open-dictionary.sql.h"
#include "sql/report/open-due.sql.h"
#include "sql/report/open-evidence.sql.h"
#include "sql/report/open-indicator.sql.h"
#include "sql/report/open-instrument.sql.h"
#include "sql/report/open-metadata.sql.h"
#include "sql/report/open-movement.sql.h"
#include "sql/report/open-peer.sql.h"
#include "sql/report/open-prevalence-region.sql.h"
#include "sql/report/open-producers.sql.h"
#include "sql/report/open-published.sql.h"
#include "sql/report/open-ranking.sql.h"
#include "sql/report/open-region.sql.h"
#include "sql/report/open-score.sql.h"
#include "sql/report/open-stale.sql.h"
#include "sql/report/open-submission.sql.h"
#include "sql/report/open-survey.sql.h"
#include "sql/report/open-target.sql.h"
#include "sql/report/open-trend.sql.h"

#include <stdlib.h>
#include <string.h>

const struct package_table package_tables[PACKAGE_TABLES + 1] = {
    {"ranking", "review_ranking", sql_report_open_ranking, "region", ""},
    {"trend", "review_trend", sql_report_open_trend, "region", ""},
    {"score", "review_score", sql_report_open_score, "region,node", ""},
    {"assessment", "review_assessment", sql_report_open_assessment, "region,aksi", ""},
    {"evidence", "review_evidence", sql_report_open_evidence, "region,item,sha256", "sha256=-"},
    {"award", "review_award", sql_report_open_award, "award,region", ""},
    {"instrument", "review_instrument", sql_report_open_instrument, "node", ""},
    {"coverage", "review_coverage", sql_report_open_coverage, "region,indicator", ""},
    {"coverage-lokus", "review_coverage_region", sql_report_open_coverage_region, "region,indicator,villages",
     ""},
    {"movement", "review_movement", sql_report_open_movement, "region,figure,subject,part", ""},
    {"aspect", "review_aspect", sql_report_open_aspect, "region,side,place", ""},
    {"peer", "review_peer", sql_report_open_peer, "region,indicator,place", ""},
    {"prevalence", "review_prevalence_region", sql_report_open_prevalence_region,
     "region,system,ages,measure", ""},
    {"convergence", "review_convergence_region", sql_report_open_convergence_region, "region,subject,service",
     "subject=all,service=all"},
    {"published", "review_published", sql_report_open_published, "region,measure,system,period", "system=-"},
    {"survey", "review_survey", sql_report_open_survey, "region,indicator", ""},
    {"completeness", "review_completeness", sql_report_open_completeness, "region,form", ""},
    {"due", "review_submission_due", sql_report_open_due, "region,form,period", ""},
    {"agency", "review_agency", sql_report_open_agency, "region,agency_code", ""},
    {"submission", "review_submission", sql_report_open_submission, "submission_key", ""},
    {"target", "review_target", sql_report_open_target, "indicator,region", "region=all"},
    {"indicator", "review_indicator", sql_report_open_indicator, "indicator,version", ""},
    {"indicator-metadata", "", sql_report_open_metadata, "indicator,version", ""},
    {"region", "review_region", sql_report_open_region, "region", ""},
    {0},
};

/* Codes that a list of the package explains, by the name of the field. */
static const struct package_link links[] = {
    {"region", "region", "region"},
    {"peer", "region", "region"},
    {"indicator", "indicator", "indicator"},
    {"node", "instrument", "node"},
};

int package_find(const char *name)
{
    for (int i = 0; package_tables[i].name; i++)
        if (strcmp(package_tables[i].name, name) == 0)
            return i;
    BUG(name);
}

bool package_has(const char *list, const char *word)
{
    for (struct str rest = str_c(list); rest.len > 0;)
        if (str_is(str_cut(&rest, ','), word))
            return true;
    return false;
}

const char *package_empty(const struct package_table *table, const char *field, struct arena *a)
{
    for (struct str rest = str_c(table->empty); rest.len > 0;) {
        struct str word = str_cut(&rest, ',');
        if (str_is(str_cut(&word, '='), field))
            return arena_cstr(a, word);
    }
    return NULL;
}

const struct package_link *package_link(const struct package_table *table, const char *field)
{
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        if (strcmp(links[i].field, field) == 0 && strcmp(links[i].table, table->name) != 0 &&
            !strstr(table->empty, field))
            return &links[i];
    return NULL;
}

/* --- reading --- */

/* Nothing of persons leaves but what kp2s-publish let pass, of these very figures. */
static bool published(const struct data *data, struct pg *pg, struct err *e)
{
    const char *params[] = {data->year, data->province};
    PGresult *result = pg_one(pg, sql_report_open_stale, 2, params, e);
    if (!result)
        return false;
    bool persons = str_is(pg_field(result, 0, 0), "t"), there = str_is(pg_field(result, 0, 1), "t");
    const char *stale = PQgetvalue(result, 0, 2);
    if (!str_is(pg_field(result, 0, 3), "t")) {
        err_set(e, ST_PERMISSION, "this role does not see all kabupaten/kota of the province");
        err_hint(e, "small cells can be judged of all of them only; a member of kp2s_publisher or "
                    "kp2s_bi_province does");
    } else if (persons && !there && data->edition) {
        err_set(e, ST_NOINPUT,
                "edition %s of %s, province %s, was frozen before its figures of persons were published",
                data->edition, data->year, data->province);
        err_hint(e, "kp2s-publish --year %s, then kp2s-edition freeze makes the next edition", data->year);
    } else if (persons && !there) {
        err_set(e, ST_NOINPUT,
                "the review of %s, province %s, has figures of persons, of which none were published",
                data->year, data->province);
        err_hint(e, "kp2s-publish --year %s withholds small cells; then repeat this", data->year);
    } else if (there && strcmp(stale, "0") != 0) {
        err_set(e, ST_REFUSED,
                "what was published of %s, province %s, is not of this review: %s figures differ", data->year,
                data->province, stale);
        err_hint(e, "kp2s-publish --year %s publishes what is loaded now; kp2s-review reviews it",
                 data->year);
    }
    PQclear(result);
    return e->status == 0;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Every code of a field is in the list that explains it. */
static bool explained(const struct package *p, int table, int field, const struct package_link *link,
                      struct err *e)
{
    PGresult *rows = p->table[table], *list = p->table[package_find(link->table)];
    int n = PQntuples(list), target = PQfnumber(list, link->target);
    char **code = mem_alloc(((size_t)n + 1) * sizeof *code);
    for (int i = 0; i < n; i++)
        code[i] = PQgetvalue(list, i, target);
    qsort(code, (size_t)n, sizeof *code, by_text);
    for (int i = 0; i < PQntuples(rows) && e->status == 0; i++) {
        char *wanted = PQgetvalue(rows, i, field);
        if (*wanted && !bsearch(&wanted, code, (size_t)n, sizeof *code, by_text)) {
            err_set(e, ST_REFUSED, "table '%s' names %s '%s', which table '%s' does not have",
                    package_tables[table].name, link->field, wanted, link->table);
            err_hint(e, "was the catalogue changed since? kp2s-catalog, then kp2s-review");
        }
    }
    free(code);
    return e->status == 0;
}

static bool all_explained(const struct package *p, struct err *e)
{
    for (int t = 0; package_tables[t].name; t++) {
        for (int f = 0; f < PQnfields(p->table[t]); f++) {
            const struct package_link *link = package_link(&package_tables[t], PQfname(p->table[t], f));
            if (link && !explained(p, t, f, link, e))
                return false;
        }
    }
    return true;
}

bool package_read(struct package *p, const struct data *data, struct pg *pg, struct err *e)
{
    const char *params[] = {data->year, data->province};
    if (!published(data, pg, e))
        return false;
    for (int i = 0; package_tables[i].name; i++)
        if (!data_lacks_view(data, package_tables[i].view) &&
            !(p->table[i] = pg_query(pg, package_tables[i].sql, 2, params, e)))
            return false;
    return (p->dictionary = pg_query(pg, sql_report_open_dictionary, 0, NULL, e)) &&
           (p->producers = pg_query(pg, sql_report_open_producers, 2, params, e)) &&
           (p->lineage = pg_one(pg, sql_report_lineage, 2, params, e)) && all_explained(p, e);
}

void package_done(struct package *package)
{
    for (int i = 0; i < PACKAGE_TABLES; i++)
        PQclear(package->table[i]);
    PQclear(package->dictionary);
    PQclear(package->producers);
    PQclear(package->lineage);
}

/* --- writing --- */

/* A field as the description says that it is spelled. */
static struct str spelled(const struct package_table *table, const PGresult *rows, int row, int field,
                          struct arena *a)
{
    enum { BOOLEAN = 16 }; /* the type's number in PostgreSQL */
    struct str text = pg_field(rows, row, field);
    if (text.len == 0)
        return str_c(package_empty(table, PQfname(rows, field), a));
    if (PQftype(rows, field) == BOOLEAN)
        return str_is(text, "t") ? STR("true") : STR("false");
    return text;
}

static bool write_csv(const struct package_table *table, const PGresult *rows, const char *path,
                      struct package_file *file, struct arena *a, struct err *e)
{
    struct out *o = out_open(path, e);
    if (!o)
        return false;
    for (int row = -1; row < PQntuples(rows); row++) {
        for (int f = 0; f < PQnfields(rows); f++) {
            if (f > 0)
                out_comma(o);
            out_field(o, row < 0 ? str_c(PQfname(rows, f)) : spelled(table, rows, row, f, a));
        }
        out_line(o);
    }
    return folder_keep(o, path, e) && sha_file(path, file->hash, &file->bytes, e);
}

static bool fill(const struct package *p, const struct data *data, const struct folder *folder,
                 struct arena *a, struct err *e)
{
    struct package_file file[PACKAGE_TABLES];
    for (int i = 0; package_tables[i].name; i++) {
        const char *name = arena_cstr(a, arena_printf(a, "%s.csv", package_tables[i].name));
        if (p->table[i] &&
            !write_csv(&package_tables[i], p->table[i], folder_file(folder, name, a), &file[i], a, e))
            return false;
    }
    const char *path = folder_file(folder, "datapackage.json", a);
    struct out *o = out_open(path, e);
    if (!o)
        return false;
    package_describe(o, p, data, file, a);
    return folder_keep(o, path, e);
}

bool package_write(const struct package *package, const struct data *data, const char *path, struct arena *a,
                   struct err *e)
{
    struct folder folder = {0};
    const char *beginning = "{\n  \"profile\": \"tabular-data-package\",\n  \"name\": \"kp2s-reviu-";
    if (!folder_begin(&folder, path, "datapackage.json", beginning, a, e))
        return false;
    if (fill(package, data, &folder, a, e) && folder_commit(&folder, e))
        return true;
    folder_abandon(&folder);
    return false;
}
