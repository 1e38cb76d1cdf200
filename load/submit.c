#include "submit.h"
#include "keyring.h"
#include "loadkind.h"
#include "prog.h"
#include "reason.h"

#include "sql/load/compare.sql.h"
#include "sql/load/keys.sql.h"
#include "sql/load/lacking.sql.h"
#include "sql/load/lock-regencies.sql.h"
#include "sql/load/lock-slot.sql.h"
#include "sql/load/outside.sql.h"
#include "sql/load/place.sql.h"
#include "sql/load/replace.sql.h"
#include "sql/load/slot.sql.h"
#include "sql/load/submission.sql.h"
#include "sql/load/supersede-submission.sql.h"
#include "sql/load/told-twice.sql.h"
#include "sql/load/twice.sql.h"
#include "sql/load/unknown.sql.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One attempt at one source. */
struct attempt {
    struct pg *pg;
    const struct source *source;
    const struct submit_options *options;
    struct outcome *o;
    struct arena arena; /* parameters */
    const char *form, *scope, *period, *part;
    char agency[24], scope_key[24], period_key[24], content[12];
};

static long number(const PGresult *result, int column)
{
    return strtol(PQgetvalue(result, 0, column), NULL, 10);
}

static void copy_text(char *to, size_t size, const PGresult *result, int row, int column)
{
    snprintf(to, size, "%s", PQgetvalue(result, row, column));
}

static bool unknown(struct err *e, const char *what, const char *code)
{
    err_set(e, ST_CONFIG, "the %s '%s' is not in the warehouse's catalogue", what, code);
    return err_hint(e, "bring the catalogue up to date with kp2s-catalog, then load again");
}

/* --- locks --- */

/* Takes a lock's failure to come as what it is: another load. */
static bool locked(const struct attempt *t, struct err *found, struct err *e)
{
    if (found->status == 0)
        return true;
    if (found->status == ST_CLOSED) {
        err_set(e, ST_CLOSED, "another program is loading form '%s' of %s for %s, or the same figures",
                t->form, t->scope, t->period);
        return err_hint(e, "try again when it has ended, or wait longer with --wait");
    }
    *e = *found;
    return false;
}

static bool lock_slot(struct attempt *t, struct err *e)
{
    struct err found = {0};
    const char *name = arena_printf(&t->arena, "%s/%s/%s/%s", t->form, t->scope, t->period, t->part).ptr;
    /* 0 would mean for ever to the server */
    long milliseconds = t->options->wait > 0 ? t->options->wait * 1000 : 1;
    const char *wait = arena_printf(&t->arena, "set local lock_timeout = '%ldms'", milliseconds).ptr;
    PQclear(pg_run(t->pg, wait, &found) ? pg_one(t->pg, sql_load_lock_slot, 1, &name, &found) : NULL);
    return locked(t, &found, e);
}

static bool lock_regencies(struct attempt *t, struct err *e)
{
    struct err found = {0};
    const char *predecessor = t->o->predecessor;
    const char *sql = loadkind_sql(&t->arena, t->source->kind, sql_load_lock_regencies);
    PQclear(pg_script(t->pg, sql, 1, &predecessor, &found));
    return locked(t, &found, e);
}

/* --- what is there --- */

/* Finds the slot's current submission and whether this file was loaded before. */
static bool look_at_slot(struct attempt *t, bool *done, struct err *e)
{
    const char *params[] = {t->form, t->scope, t->period, t->part};
    PGresult *result = pg_query(t->pg, sql_load_slot, 4, params, e);
    if (!result)
        return false;
    *done = false;
    snprintf(t->o->predecessor, sizeof t->o->predecessor, "0");
    for (int i = 0; i < PQntuples(result) && !*done; i++) {
        bool same_file = str_eq(pg_field(result, i, 1), t->source->sha256);
        bool same_content = str_is(pg_field(result, i, 2), t->content);
        bool current = str_is(pg_field(result, i, 3), "t");
        if (current)
            copy_text(t->o->predecessor, sizeof t->o->predecessor, result, i, 0);
        if (current && same_file && same_content)
            t->o->result = SUBMIT_ALREADY;
        else if (!current && same_file && !t->options->again)
            t->o->result = SUBMIT_REPLAYED;
        else if (current && same_file)
            break; /* read otherwise now: the catalogues have changed since */
        else
            continue;
        *done = true;
        copy_text(t->o->submission, sizeof t->o->submission, result, i, 0);
        copy_text(t->o->predecessor, sizeof t->o->predecessor, result, i, 4);
    }
    PQclear(result);
    return true;
}

static bool find_keys(struct attempt *t, struct err *e)
{
    static const char *const what[] = {"agency", "region", "period"};
    const char *agency = arena_cstr(&t->arena, t->source->agency);
    const char *params[] = {agency, t->scope, t->period};
    PGresult *result = pg_one(t->pg, sql_load_keys, 3, params, e);
    if (!result)
        return false;
    bool ok = true;
    for (int i = 0; ok && i < 3; i++)
        ok = !PQgetisnull(result, 0, i) || unknown(e, what[i], params[i]);
    copy_text(t->agency, sizeof t->agency, result, 0, 0);
    copy_text(t->scope_key, sizeof t->scope_key, result, 0, 1);
    copy_text(t->period_key, sizeof t->period_key, result, 0, 2);
    PQclear(result);
    return ok;
}

/* Regions, periods, indicators and services of the records, as keys, in temporary tables. */
static bool find_places(struct attempt *t, struct err *e)
{
    PGresult *result = pg_script(t->pg, sql_load_place, 0, NULL, e);
    PQclear(result);
    result = result ? pg_script(t->pg, loadkinds[t->source->kind].item, 0, NULL, e) : NULL;
    PQclear(result);
    result = result ? pg_query(t->pg, sql_load_unknown, 0, NULL, e) : NULL;
    if (!result)
        return false;
    if (PQntuples(result) > 0)
        unknown(e, PQgetvalue(result, 0, 0), PQgetvalue(result, 0, 1));
    PQclear(result);
    result = e->status == 0 ? pg_query(t->pg, sql_load_outside, 1, &t->scope, e) : NULL;
    if (!result)
        return false;
    if (PQntuples(result) > 0)
        err_set(e, ST_REFUSED, "a record of region '%s' in a source whose scope is '%s'",
                PQgetvalue(result, 0, 0), t->scope);
    PQclear(result);
    return e->status == 0;
}

/* A value of a ratio is two figures, of other types one; the catalogue knows which type an indicator is. */
static bool check_types(struct attempt *t, struct err *e)
{
    if (t->source->kind != KIND_COVERAGE)
        return true;
    PGresult *result = pg_query(t->pg, sql_load_lacking, 0, NULL, e);
    if (!result)
        return false;
    if (PQntuples(result) > 0) {
        long table = number(result, 0);
        err_set(e, ST_REFUSED, "'%s' is '%s' where 'state' is 'value' and '%s' is of type %s",
                PQgetvalue(result, 0, 4), PQgetvalue(result, 0, 5), PQgetvalue(result, 0, 2),
                PQgetvalue(result, 0, 3));
        err_place(e, "%.*s row %s", STR_ARG(t->source->table[table - 1].sheet), PQgetvalue(result, 0, 1));
    }
    PQclear(result);
    return e->status == 0;
}

/* --- what is made --- */

static bool insert_submission(struct attempt *t, struct err *e)
{
    const struct source *s = t->source;
    struct arena *a = &t->arena;
    const char *key = t->o->submission, *superseded[] = {key, t->o->predecessor};
    PGresult *result = pg_one(
        t->pg, "select nextval(pg_get_serial_sequence('audit.submission', 'submission_key'))", 0, NULL, e);
    if (!result)
        return false;
    copy_text(t->o->submission, sizeof t->o->submission, result, 0, 0);
    PQclear(result);
    const char *params[] = {key,
                            t->form,
                            arena_cstr(a, s->form_version),
                            kind_names[s->kind],
                            t->agency,
                            arena_cstr(a, s->system),
                            t->scope_key,
                            t->period_key,
                            t->part,
                            arena_cstr(a, s->file),
                            arena_cstr(a, s->sha256),
                            arena_cstr(a, s->bytes),
                            s->sealed ? "true" : "false",
                            arena_printf(a, "%ld", s->d).ptr,
                            arena_printf(a, "%ld", s->r).ptr,
                            arena_printf(a, "%ld", s->n).ptr,
                            t->content};
    if (!pg_run_params(t->pg, sql_load_supersede_submission, 2, superseded, NULL, e) ||
        !pg_run_params(t->pg, sql_load_submission, (int)(sizeof params / sizeof *params), params, NULL, e))
        return false;
    for (size_t i = 0; i < s->tables; i++) {
        const char *table[] = {key, arena_printf(a, "%zu", i + 1).ptr, arena_cstr(a, s->table[i].sheet),
                               arena_cstr(a, s->table[i].fields)};
        if (!pg_run_params(t->pg,
                           "insert into audit.submission_table (submission_key, table_no, sheet, fields) "
                           "values ($1::bigint, $2::smallint, $3, $4)",
                           4, table, NULL, e))
            return false;
    }
    return true;
}

/* pg_temp.fresh, and that it holds each fact once. */
static bool make_rows(struct attempt *t, struct err *e)
{
    const char *key = t->o->submission;
    PGresult *result = pg_script(t->pg, loadkinds[t->source->kind].fresh, 1, &key, e);
    PQclear(result);
    if (!result)
        return false;
    result = pg_script(t->pg, loadkind_sql(&t->arena, t->source->kind, sql_load_twice), 0, NULL, e);
    if (!result)
        return false;
    if (PQntuples(result) > 0)
        err_set(e, ST_REFUSED, "two records of the source are for the same fact: rows %s and %s",
                PQgetvalue(result, 0, 0), PQgetvalue(result, 0, 1));
    PQclear(result);
    return e->status == 0;
}

/* Facts that another slot told before: the officer learns of both places. */
static bool tell_twice(struct attempt *t, struct err *e)
{
    const char *params[] = {t->o->submission, t->o->predecessor, reasons[REASON_told_twice].id};
    return pg_run_params(t->pg, loadkind_sql(&t->arena, t->source->kind, sql_load_told_twice), 3, params,
                         NULL, e);
}

static bool replace_rows(struct attempt *t, struct err *e)
{
    struct outcome *o = t->o;
    const char *predecessor = o->predecessor, *both[] = {o->submission, o->predecessor};
    PGresult *result =
        pg_script(t->pg, loadkind_sql(&t->arena, t->source->kind, sql_load_compare), 1, &predecessor, e);
    if (!result)
        return false;
    o->added = number(result, 0);
    o->changed = number(result, 1);
    o->unchanged = number(result, 2);
    o->taken_over = number(result, 3);
    PQclear(result);
    if (o->taken_over > 0 && !tell_twice(t, e))
        return false;
    result = pg_script(t->pg, loadkind_sql(&t->arena, t->source->kind, sql_load_replace), 2, both, e);
    if (!result)
        return false;
    long inserted = number(result, 0);
    o->withdrawn = number(result, 1);
    o->returned = number(result, 2);
    PQclear(result);
    return inserted == t->source->d ||
           err_set(e, ST_REFUSED, "%ld records in the stream, %ld rows in the warehouse", t->source->d,
                   inserted);
}

/* --- the transaction --- */

/* The connection was lost while COMMIT was under way: asks the server, on a new connection, what became of
 * it. */
static bool committed_after_all(struct attempt *t, struct err *e)
{
    bool found = false;
    struct str value;
    struct err failure = {0};
    const char *params[] = {t->o->submission, arena_cstr(&t->arena, t->source->sha256)};
    pg_close(t->pg);
    if (!pg_connect(t->pg, t->options->db, &failure) ||
        !pg_value(t->pg, &t->arena,
                  "select '1' from audit.submission where submission_key = $1::bigint and sha256 = $2", 2,
                  params, &found, &value, &failure)) {
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
        return committed_after_all(t, e);
    *e = failure;
    return false;
}

static bool transaction(struct attempt *t, struct err *e)
{
    bool done = false;
    if (!pg_run(t->pg, "begin", e) || !lock_slot(t, e) || !keyring_check(t->pg, t->source->kind, e) ||
        !look_at_slot(t, &done, e))
        return false;
    if (done)
        return pg_run(t->pg, "rollback", e);
    return find_keys(t, e) && find_places(t, e) && check_types(t, e) && lock_regencies(t, e) &&
           insert_submission(t, e) && make_rows(t, e) && replace_rows(t, e) && commit(t, e);
}

bool submit(struct pg *pg, const struct source *source, const struct submit_options *options,
            struct outcome *o, struct err *e)
{
    enum { ATTEMPTS = 3 };
    struct attempt t = {.pg = pg, .source = source, .options = options, .o = o};
    bool ok = false;
    t.form = arena_cstr(&t.arena, source->form);
    t.scope = arena_cstr(&t.arena, source->scope);
    t.part = arena_cstr(&t.arena, source->part);
    t.period = arena_cstr(&t.arena, source->period);
    snprintf(t.content, sizeof t.content, "%08x", (unsigned)source->content);
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
            break;
        }
        prog_log(LOG_INFO, "%s: once more", failure.text);
    }
    arena_done(&t.arena);
    return ok;
}
