#include "attempt.h"
#include "prog.h"

#include <string.h>

/* The connection was lost while COMMIT was under way: asks the server, on a new connection, what became of
 * it. The old session may be at it still: the lock of the slot is free when it has ended. */
bool submit_committed(struct attempt *t, struct err *e)
{
    bool found = false;
    struct str value;
    struct err failure = {0};
    const char *params[] = {t->o->submission, arena_cstr(&t->arena, t->source->sha256)};
    if (!pg_reconnect(t->pg, &failure) || !pg_run(t->pg, "begin", &failure) ||
        !attempt_lock_slot(t, &failure) ||
        !pg_value(t->pg, &t->arena,
                  "select '1' from audit.submission where submission_key = $1::bigint and sha256 = $2", 2,
                  params, &found, &value, &failure) ||
        !pg_run(t->pg, "rollback", &failure)) {
        err_set(e, ST_TEMPORARY, "the connection was lost during COMMIT and the database is away since");
        return err_hint(e, "load again: if the submission was committed, nothing happens");
    }
    if (!found) {
        err_set(e, ST_TEMPORARY, "the connection was lost during COMMIT; nothing was committed");
        return err_hint(e, "load again");
    }
    return true;
}

static bool commit(struct attempt *t, struct err *e)
{
    struct err failure = {0};
    if (t->options->dry_run) {
        t->o->result = SUBMIT_DRY;
        return pg_run(t->pg, "rollback", e);
    }
    t->o->result = SUBMIT_LOADED;
    if (pg_run(t->pg, "commit", &failure))
        return true;
    if (PQstatus(t->pg->conn) != CONNECTION_OK)
        return submit_committed(t, e);
    *e = failure;
    return false;
}

static bool transaction(struct attempt *t, struct err *e)
{
    bool done = false;
    /* of rows that were just staged the server has no statistics: what is joined here is joined as sets */
    static const char begin[] = "begin; set local enable_nestloop = off; set local work_mem = '64MB'";
    if (!pg_run(t->pg, begin, e) || !attempt_lock_slot(t, e) || !attempt_look(t, &done, e))
        return false;
    if (done)
        return pg_run(t->pg, "rollback", e);
    return attempt_check(t, e) && attempt_submission(t, e) && attempt_compare(t, e) &&
           attempt_replace(t, e) && commit(t, e);
}

bool submit(struct pg *pg, const struct source *source, const struct submit_options *options,
            struct outcome *o, struct err *e)
{
    enum { ATTEMPTS = 5 };
    struct attempt t;
    bool ok = false;
    attempt_init(&t, pg, source, options, o);
    for (int i = 1; !ok && i <= ATTEMPTS; i++) {
        struct err failure = {0};
        *o = (struct outcome){0};
        ok = transaction(&t, &failure);
        if (ok)
            break;
        bool again = i < ATTEMPTS && pg_repeatable(pg);
        struct err ignored = {0}; /* the first error is the one to tell */
        if (pg->conn && PQstatus(pg->conn) == CONNECTION_OK)
            pg_run(pg, "rollback", &ignored);
        if (!again) {
            *e = failure;
            if (strcmp(pg->state, "23505") == 0)
                attempt_once(&t, e);
            break;
        }
        prog_log(LOG_INFO, "%s: once more", failure.text);
        pg_pause(i - 1);
    }
    attempt_done(&t);
    return ok;
}
