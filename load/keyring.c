#include "keyring.h"

#include "sql/load/key-first.sql.h"
#include "sql/load/key-other.sql.h"

bool keyring_check(struct pg *pg, enum kind kind, struct err *e)
{
    if (kind != KIND_MEASUREMENT && kind != KIND_SERVICE)
        return true;
    PGresult *other = pg_run(pg, sql_load_key_first, e) ? pg_query(pg, sql_load_key_other, 0, NULL, e) : NULL;
    if (!other)
        return false;
    if (PQntuples(other) > 0) {
        err_set(e, ST_REFUSED, "the tokens of persons are of key '%s', those of the warehouse of key '%s'",
                PQgetvalue(other, 0, 0), PQgetvalue(other, 0, 1));
        err_hint(e, "transform with the warehouse's key file; kp2s-rekey brings in a new key");
    }
    PQclear(other);
    return e->status == 0;
}
