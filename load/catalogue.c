#include "catalogue.h"
#include "csv.h"

#include "sql/load/catalog-age-groups.sql.h"
#include "sql/load/catalog-agencies.sql.h"
#include "sql/load/catalog-checks-check.sql.h"
#include "sql/load/catalog-checks.sql.h"
#include "sql/load/catalog-crosswalk-check.sql.h"
#include "sql/load/catalog-crosswalk.sql.h"
#include "sql/load/catalog-dictionary-check.sql.h"
#include "sql/load/catalog-dictionary.sql.h"
#include "sql/load/catalog-deadlines-check.sql.h"
#include "sql/load/catalog-deadlines.sql.h"
#include "sql/load/catalog-due-check.sql.h"
#include "sql/load/catalog-due.sql.h"
#include "sql/load/catalog-identities-check.sql.h"
#include "sql/load/catalog-identities.sql.h"
#include "sql/load/catalog-indicators-check.sql.h"
#include "sql/load/catalog-indicators.sql.h"
#include "sql/load/catalog-lokus-check.sql.h"
#include "sql/load/catalog-lokus.sql.h"
#include "sql/load/catalog-neighbours-check.sql.h"
#include "sql/load/catalog-neighbours.sql.h"
#include "sql/load/catalog-owners-check.sql.h"
#include "sql/load/catalog-owners.sql.h"
#include "sql/load/catalog-populations-check.sql.h"
#include "sql/load/catalog-populations.sql.h"
#include "sql/load/catalog-precedence-check.sql.h"
#include "sql/load/catalog-precedence.sql.h"
#include "sql/load/catalog-privacy-check.sql.h"
#include "sql/load/catalog-privacy.sql.h"
#include "sql/load/catalog-regions-check.sql.h"
#include "sql/load/catalog-regions.sql.h"
#include "sql/load/catalog-services.sql.h"
#include "sql/load/catalog-simple-check.sql.h"
#include "sql/load/catalog-splits-check.sql.h"
#include "sql/load/catalog-splits.sql.h"
#include "sql/load/catalog-systems.sql.h"
#include "sql/load/catalog-targets-check.sql.h"
#include "sql/load/catalog-targets.sql.h"

#include <stdlib.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char *const region_columns[] = {"code", "name", "valid_from", "valid_until", "basis", NULL};
static const char *const crosswalk_columns[] = {"line",    "kind",     "from_code", "from_since",
                                                "to_code", "to_since", NULL};
static const char *const split_columns[] = {"line", "from_code", "to_code", "day", "weight", "source", NULL};
static const char *const dictionary_columns[] = {"line",   "relation",   "name", "unit",
                                                 "source", "comment_en", NULL};
static const char *const agency_columns[] = {"code", "name", NULL};
static const char *const system_columns[] = {"code", "name", "name_en", "kind", NULL};
static const char *const age_group_columns[] = {"code", "name", "name_en", NULL};
static const char *const indicator_columns[] = {"code",
                                                "version",
                                                "name",
                                                "name_en",
                                                "kind",
                                                "type",
                                                "unit",
                                                "direction",
                                                "numerator_owner",
                                                "denominator_owner",
                                                "numerator_definition",
                                                "denominator_definition",
                                                "source",
                                                "valid_from",
                                                "valid_until",
                                                "successor",
                                                NULL};
static const char *const identity_columns[] = {"line",  "identity", "parts", "relation",
                                               "total", "source",   NULL};
static const char *const check_columns[] = {"line", "kind",       "scale",   "subject", "threshold", "peers",
                                            "base", "difference", "serious", "source",  NULL};
static const char *const population_columns[] = {"line", "population", "indicator", "part", "source", NULL};
static const char *const precedence_columns[] = {"line", "indicator", "form", "source", NULL};
static const char *const privacy_columns[] = {"line", "rule", "value", "unit", "source", NULL};
static const char *const service_columns[] = {"code", "subject", "name", "package", "period", NULL};
static const char *const owner_columns[] = {"line",       "indicator",   "part",   "agency", "region",
                                            "valid_from", "valid_until", "source", NULL};
static const char *const target_columns[] = {"indicator", "year",   "region",   "value",
                                             "unit",      "source", "verified", NULL};
static const char *const due_columns[] = {"line",      "service", "from_months", "until_months",
                                          "nutrition", "source",  NULL};
static const char *const deadline_columns[] = {"line",   "agency", "form",   "period",
                                               "region", "due_on", "source", NULL};
static const char *const lokus_columns[] = {"line", "year", "region", "decree", "source", NULL};
static const char *const neighbour_columns[] = {"line", "region", "neighbour", "source", NULL};

const struct catalogue catalogues[] = {
    {"regions", "regions.csv.gz", region_columns, sql_load_catalog_regions_check, sql_load_catalog_regions},
    {"crosswalk", "crosswalk.csv.gz", crosswalk_columns, sql_load_catalog_crosswalk_check,
     sql_load_catalog_crosswalk},
    {"splits", "splits.csv", split_columns, sql_load_catalog_splits_check, sql_load_catalog_splits},
    {"agencies", "agencies.csv", agency_columns, sql_load_catalog_simple_check, sql_load_catalog_agencies},
    {"systems", "systems.csv", system_columns, sql_load_catalog_simple_check, sql_load_catalog_systems},
    {"age-groups", "age-groups.csv", age_group_columns, sql_load_catalog_simple_check,
     sql_load_catalog_age_groups},
    {"indicators", "indicators.csv", indicator_columns, sql_load_catalog_indicators_check,
     sql_load_catalog_indicators},
    {"owners", "owners.csv", owner_columns, sql_load_catalog_owners_check, sql_load_catalog_owners},
    {"identities", "identities.csv", identity_columns, sql_load_catalog_identities_check,
     sql_load_catalog_identities},
    {"populations", "populations.csv", population_columns, sql_load_catalog_populations_check,
     sql_load_catalog_populations},
    {"precedence", "precedence.csv", precedence_columns, sql_load_catalog_precedence_check,
     sql_load_catalog_precedence},
    {"checks", "checks.csv", check_columns, sql_load_catalog_checks_check, sql_load_catalog_checks},
    {"privacy", "privacy.csv", privacy_columns, sql_load_catalog_privacy_check, sql_load_catalog_privacy},
    {"services", "services.csv", service_columns, sql_load_catalog_simple_check, sql_load_catalog_services},
    {"targets", "targets.csv", target_columns, sql_load_catalog_targets_check, sql_load_catalog_targets},
    {"dictionary", "dictionary.csv", dictionary_columns, sql_load_catalog_dictionary_check,
     sql_load_catalog_dictionary},
    {"due", "due.csv", due_columns, sql_load_catalog_due_check, sql_load_catalog_due},
    {"deadlines", "deadlines.csv", deadline_columns, sql_load_catalog_deadlines_check,
     sql_load_catalog_deadlines},
    {"lokus", "lokus.csv", lokus_columns, sql_load_catalog_lokus_check, sql_load_catalog_lokus},
    {"neighbours", "neighbours.csv", neighbour_columns, sql_load_catalog_neighbours_check,
     sql_load_catalog_neighbours},
    {0},
};

bool catalogue_table(struct pg *pg, const char *table, const char *const *columns, struct err *e)
{
    struct arena a = {0};
    struct str sql =
        arena_printf(&a, "drop table if exists pg_temp.%s; create temp table %s (", table, table);
    for (size_t i = 0; columns[i]; i++)
        sql = arena_printf(&a, "%.*s%s%s text not null", STR_ARG(sql), i ? ", " : "", columns[i]);
    sql = arena_printf(&a, "%.*s) on commit drop", STR_ARG(sql));
    bool ok = pg_run(pg, sql.ptr, e);
    arena_done(&a);
    return ok;
}

bool catalogue_copy(struct pg *pg, const char *table, struct pg_copy *copy, struct err *e)
{
    char sql[80];
    snprintf(sql, sizeof sql, "copy pg_temp.%s from stdin", table);
    return pg_copy_begin(copy, pg, sql, e);
}

enum { LINE = -2 }; /* no column of the file: the line that the row begins on */

static bool copy_rows(struct pg_copy *copy, struct table *t, const int *column, size_t n, struct err *e)
{
    int got;
    while ((got = table_next(t, e)) == 1) {
        char line[24];
        snprintf(line, sizeof line, "%ld", t->record.line);
        for (size_t i = 0; i < n; i++) {
            struct str text = column[i] == LINE ? str_c(line) : table_field(t, column[i]);
            if (!pg_copy_field(copy, text, false, i == 0, e))
                return false;
        }
        if (!pg_copy_row(copy, e))
            return false;
    }
    return got == 0;
}

static bool copy_file(struct pg *pg, const struct catalogue *c, struct table *t, long *rows, struct err *e)
{
    enum { MOST = 32 };
    int column[MOST];
    size_t n = 0;
    for (; c->columns[n]; n++) {
        column[n] = strcmp(c->columns[n], "line") == 0 ? LINE : table_column(t, c->columns[n], e);
        if (column[n] == -1)
            return false;
    }
    struct pg_copy copy;
    if (!catalogue_table(pg, "input", c->columns, e) || !catalogue_copy(pg, "input", &copy, e))
        return false;
    if (!copy_rows(&copy, t, column, n, e)) {
        pg_copy_abandon(&copy);
        return false;
    }
    *rows = copy.rows;
    return pg_copy_end(&copy, e);
}

static long count_field(const PGresult *result, int column)
{
    return strtol(PQgetvalue(result, 0, column), NULL, 10);
}

bool catalogue_merge(struct pg *pg, const char *check, const char *merge, struct catalogue_counts *counts,
                     const char *path, struct err *e)
{
    PGresult *faults = pg_script(pg, check, 0, NULL, e);
    if (!faults)
        return false;
    if (PQntuples(faults) > 0) {
        err_set(e, ST_CONFIG, "%s", PQgetvalue(faults, 0, 0));
        err_place(e, PQnfields(faults) > 1 ? "%s, line %s" : "%s", path,
                  PQgetvalue(faults, 0, PQnfields(faults) - 1));
    }
    PQclear(faults);
    PGresult *result = e->status == 0 ? pg_script(pg, merge, 0, NULL, e) : NULL;
    if (!result)
        return false;
    counts->added = count_field(result, 0);
    counts->changed = count_field(result, 1);
    counts->removed = count_field(result, 2);
    PQclear(result);
    return true;
}

/* What the server refuses of a catalogue (a date that is none, a check) is the catalogue's fault. */
static bool fault(struct err *e, const char *path)
{
    if (e->status == ST_REFUSED)
        e->status = ST_CONFIG;
    return e->status == ST_CONFIG && !strstr(e->place, path) ? err_place(e, "%s", path) : false;
}

bool catalogue_load(struct pg *pg, const struct catalogue *c, const char *etc,
                    struct catalogue_counts *counts, struct err *e)
{
    char path[PATH_MAX];
    struct table t;
    snprintf(path, sizeof path, "%s/catalogue/%s", etc, c->file);
    size_t len = strlen(path);
    if (len > 3 && strcmp(path + len - 3, ".gz") == 0 && access(path, F_OK) != 0)
        path[len - 3] = '\0'; /* a register under work may lie there unpacked */
    *counts = (struct catalogue_counts){0};
    if (!table_open(&t, path, e))
        return false;
    bool ok = copy_file(pg, c, &t, &counts->rows, e);
    table_close(&t);
    return (ok && catalogue_merge(pg, c->check, c->merge, counts, path, e)) || fault(e, path);
}
