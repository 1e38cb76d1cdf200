#include "pgedition.h"

#include "sql/edition/one.sql.h"

#include <stdio.h>
#include <string.h>

bool pg_edition_number(const char *text)
{
    long n;
    return str_to_long(str_c(text), &n) && n > 0 && strlen(text) <= 6;
}

bool pg_edition(struct pg *pg, const char *year, const char *province, const char *number, struct edition *x,
                struct err *e)
{
    const char *params[] = {year, province, number};
    PGresult *one = pg_query(pg, sql_edition_one, 3, params, e);
    if (!one)
        return false;
    bool ok = PQntuples(one) == 1 && str_eq(pg_field(one, 0, 2), pg_field(one, 0, 3));
    if (PQntuples(one) == 0) {
        err_set(e, ST_NOINPUT, "there is no edition %s of %s, province %s", number, year, province);
        err_hint(e, "kp2s-edition list tells which there are");
    } else if (!str_is(pg_field(one, 0, 4), "t")) {
        ok = false;
        err_set(e, ST_PERMISSION,
                "this role sees a part of edition %s of %s, province %s, and cannot make its checksum",
                number, year, province);
        err_hint(e, "the role of the province, kp2s_bi_province, sees all of it");
    } else if (!ok) {
        err_set(e, ST_REFUSED,
                "edition %s of %s, province %s, is not what was frozen: its checksum was %s and is %s",
                number, year, province, PQgetvalue(one, 0, 2), PQgetvalue(one, 0, 3));
        err_hint(e, "somebody changed review.edition_row; bring it back from a backup");
    } else {
        snprintf(x->key, sizeof x->key, "%s", PQgetvalue(one, 0, 0));
        snprintf(x->status, sizeof x->status, "%s", PQgetvalue(one, 0, 1));
    }
    PQclear(one);
    return ok;
}
