#include "erased.h"

#include <stdio.h>
#include <stdlib.h>

struct erased_row {
    const char *sheet, *row;
};

bool erased_fetch(struct erased *x, struct pg *pg, struct err *e)
{
    x->tokens = pg_query(pg, "select token from audit.erased order by token collate \"C\"", 0, NULL, e);
    return x->tokens != NULL;
}

void erased_done(struct erased *x)
{
    PQclear(x->tokens);
    free(x->row);
    arena_done(&x->arena);
    *x = (struct erased){0};
}

bool erased_has(const struct erased *x, struct str token)
{
    int low = 0, high = x->tokens ? PQntuples(x->tokens) : 0;
    while (low < high) {
        int middle = low + (high - low) / 2, order = str_cmp(pg_field(x->tokens, middle, 0), token);
        if (order == 0)
            return true;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

void erased_pass(struct erased *x, struct str sheet, struct str row)
{
    x->row = mem_grow(x->row, (x->rows + 1) * sizeof *x->row);
    x->row[x->rows++] = (struct erased_row){arena_cstr(&x->arena, sheet), arena_cstr(&x->arena, row)};
}

bool erased_check(const struct erased *x, struct pg *pg, struct err *e)
{
    if (!x->tokens) /* a kind without persons */
        return true;
    PGresult *now = pg_one(pg, "select count(*) from audit.erased", 0, NULL, e);
    char before[24];
    snprintf(before, sizeof before, "%d", PQntuples(x->tokens));
    if (now && !str_is(pg_field(now, 0, 0), before)) {
        err_set(e, ST_TEMPORARY, "a person was erased while the source was read");
        err_hint(e, "load again");
    }
    PQclear(now);
    return e->status == 0;
}

bool erased_record(const struct erased *x, struct pg *pg, const char *submission, struct err *e)
{
    char rows[24];
    snprintf(rows, sizeof rows, "%zu", x->rows);
    const char *passed[] = {submission, rows};
    bool ok = x->rows == 0 ||
              pg_run_params(pg,
                            "insert into audit.erasure (access_no, submission_key, row_count, erased_at) "
                            "values (0, $1::bigint, $2::bigint, clock_timestamp())",
                            2, passed, NULL, e);
    for (size_t i = 0; ok && i < x->rows; i++) {
        const char *place[] = {submission, x->row[i].sheet, x->row[i].row};
        ok = pg_run_params(pg,
                           "delete from audit.remark where submission_key = $1::bigint and sheet = $2 and "
                           "row_no = $3::bigint",
                           3, place, NULL, e);
    }
    return ok;
}
