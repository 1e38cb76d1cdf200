#include "province.h"

#include "sql/review/provinces.sql.h"
#include "sql/review/regencies.sql.h"

const char *province_names(struct arena *a, const PGresult *result, int column)
{
    struct str list = STR("");
    for (int i = 0; i < PQntuples(result); i++)
        list = arena_printf(a, "%.*s%s%s", STR_ARG(list), i ? ", " : "", PQgetvalue(result, i, column));
    return arena_cstr(a, list);
}

static bool only_one(struct pg *pg, struct arena *a, const char **province, struct err *e)
{
    PGresult *result = pg_query(pg, sql_review_provinces, 0, NULL, e);
    if (!result)
        return false;
    int n = PQntuples(result);
    if (n == 0) {
        err_set(e, ST_NOINPUT, "no facts are loaded");
        err_hint(e, "kp2s-load loads them");
    } else if (n > 1) {
        err_set(e, ST_USAGE, "facts of %d provinces are loaded: %s", n, province_names(a, result, 0));
        err_hint(e, "choose one with --province CODE");
    } else
        *province = arena_cstr(a, pg_field(result, 0, 0));
    PQclear(result);
    return n == 1;
}

bool province_choose(struct pg *pg, struct arena *a, const char **province, struct err *e)
{
    if (!*province && !only_one(pg, a, province, e))
        return false;
    PGresult *result = pg_one(pg, sql_review_regencies, 1, province, e);
    if (!result)
        return false;
    bool ok = !str_is(pg_field(result, 0, 0), "0");
    if (!ok) {
        err_set(e, ST_CONFIG, "the region register has no kabupaten/kota of a province '%s'", *province);
        err_hint(e, "give the two-digit Kemendagri code; kp2s-catalog loads the register");
    }
    PQclear(result);
    return ok;
}
