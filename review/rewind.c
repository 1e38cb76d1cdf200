#include "rewind.h"
#include "loadkind.h"

#include "sql/review/later.sql.h"
#include "sql/review/rewind-facts.sql.h"
#include "sql/review/rewind-submissions.sql.h"

#include <string.h>

static bool find_later(struct pg *pg, const char *moment, struct err *e)
{
    struct err failure = {0};
    if (pg_run_params(pg, sql_review_later, 1, &moment, NULL, &failure))
        return true;
    *e = failure;
    if (strncmp(pg->state, "22", 2) != 0) /* the only text that is read as something else */
        return false;
    *e = (struct err){0};
    err_set(e, ST_USAGE, "'%s' is neither a day nor a moment", moment);
    return err_hint(e, "a day: 2025-08-17; a moment: '2025-08-17 12:00+07'");
}

static bool script(struct pg *pg, const char *sql, struct err *e)
{
    PGresult *result = pg_script(pg, sql, 0, NULL, e);
    PQclear(result);
    return result != NULL;
}

bool rewind_year(struct pg *pg, const char *moment, const char *year, struct err *e)
{
    struct arena a = {0};
    bool ok = find_later(pg, moment, e);
    for (enum kind kind = 0; ok && kind < KIND_COUNT; kind++) {
        const char *day = loadkinds[kind].day;
        bool is_date = strcmp(day, "measured_on") == 0;
        const char *within = arena_printf(&a,
                                          is_date ? "f.%s between '%s-01-01' and '%s-12-31'"
                                                  : "f.%s between %s0000 and %s9999",
                                          day, year, year)
                                 .ptr;
        ok = script(pg, loadkind_sql(&a, kind, sql_review_rewind_facts, within), e);
    }
    arena_done(&a);
    return ok && script(pg, sql_review_rewind_submissions, e);
}
