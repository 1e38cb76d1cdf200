#include "kind.h"

#define REGION "province", "regency", "district", "puskesmas", "village", "kemendagri_code", "bps_code"

const char *const kind_names[KIND_COUNT] = {"coverage", "measurement", "service", "assessment", "evidence"};

static const char *const coverage_found[] = {REGION,      "indicator", "period",      "year",     "sex",
                                             "age_group", "numerator", "denominator", "reported", NULL};
static const char *const measurement_found[] = {
    REGION,        "nik",      "kk",     "name",      "parent",    "sex",       "birth_date",
    "measured_on", "age_text", "weight", "height",    "position",  "muac",      "oedema",
    "waz",         "haz",      "whz",    "wa_status", "ha_status", "wh_status", NULL};
static const char *const service_found[] = {REGION,    "nik",        "kk",      "name",   "parent",
                                            "sex",     "birth_date", "subject", "period", "year",
                                            "service", "state",      NULL};
static const char *const assessment_found[] = {REGION, "period", "year",   "item",   "assessor",
                                               "role", "grade",  "remark", "figure", NULL};
static const char *const evidence_found[] = {REGION,     "period", "year",  "item",
                                             "document", "sha256", "bytes", NULL};

static const char *const coverage_values[] = {"numerator", "denominator", "reported", NULL};
static const char *const measurement_values[] = {NULL};
static const char *const service_values[] = {"state", NULL};
static const char *const assessment_values[] = {"grade", "remark", "figure", NULL};
static const char *const evidence_values[] = {"document", "sha256", "bytes", NULL};

static const char *const coverage_meant[] = {"indicator",   "region",    "puskesmas", "period",
                                             "sex",         "age_group", "state",     "numerator",
                                             "denominator", "reported",  NULL};
static const char *const measurement_meant[] = {
    "child",     "key",          "household",    "region",       "puskesmas",
    "period",    "measured_on",  "sex",          "age_days",     "weight",
    "height",    "position",     "muac",         "haz",          "waz",
    "whz",       "baz",          "flags",        "ha_status",    "wa_status",
    "wh_status", "haz_reported", "waz_reported", "whz_reported", "ha_status_reported",
    NULL};
static const char *const service_meant[] = {"person", "key",     "household", "subject", "region",
                                            "period", "service", "state",     NULL};
static const char *const assessment_meant[] = {"region", "period", "item",   "assessor",
                                               "role",   "grade",  "remark", NULL};
static const char *const evidence_meant[] = {"region", "period", "item", "document", "sha256", "bytes", NULL};

const char *const *const kind_found[KIND_COUNT] = {coverage_found, measurement_found, service_found,
                                                   assessment_found, evidence_found};
const char *const *const kind_values[KIND_COUNT] = {coverage_values, measurement_values, service_values,
                                                    assessment_values, evidence_values};
const char *const *const kind_meant[KIND_COUNT] = {coverage_meant, measurement_meant, service_meant,
                                                   assessment_meant, evidence_meant};

enum kind kind_of(struct str name)
{
    for (int k = 0; k < KIND_COUNT; k++)
        if (str_is(name, kind_names[k]))
            return (enum kind)k;
    return KIND_COUNT;
}

bool kind_personal(struct str column)
{
    return str_is(column, "nik") || str_is(column, "kk") || str_is(column, "name") ||
           str_is(column, "parent");
}
