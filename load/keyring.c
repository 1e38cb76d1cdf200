#include "keyring.h"

#include "sql/load/key-first.sql.h"
#include "sql/load/key-other.sql.h"

bool keyring_check(struct pg *pg, const char *key, struct err *e)
{
    if (!key[0])
        return true;
    PGresult *other = pg_run_params(pg, sql_load_key_first, 1, &key, NULL, e)
                          ? pg_query(pg, sql_load_key_other, 1, &key, e)
                          : NULL;
    if (!other)
        return false;
    if (PQntuples(other) > 0) {
        err_set(e, ST_REFUSED, "the tokens of persons are of key '%s', those of the warehouse of key '%s'",
                key, PQgetvalue(other, 0, 0));
        err_hint(e, "transform with the warehouse's key file; kp2s-rekey brings in a new key");
    }
    PQclear(other);
    return e->status == 0;
}
