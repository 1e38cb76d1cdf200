#include "attempt.h"
#include "keyring.h"
#include "loadkind.h"
#include "reason.h"

#include "sql/load/closed.sql.h"
#include "sql/load/compare.sql.h"
#include "sql/load/displace.sql.h"
#include "sql/load/insert.sql.h"
#include "sql/load/keys.sql.h"
#include "sql/load/lock-regencies.sql.h"
#include "sql/load/lock-slot.sql.h"
#include "sql/load/number.sql.h"
#include "sql/load/override.sql.h"
#include "sql/load/remarks-insert.sql.h"
#include "sql/load/replace.sql.h"
#include "sql/load/retire.sql.h"
#include "sql/load/return.sql.h"
#include "sql/load/slot.sql.h"
#include "sql/load/submission.sql.h"
#include "sql/load/supersede-submission.sql.h"
#include "sql/load/told-twice.sql.h"
#include "sql/load/twice.sql.h"
#include "sql/load/withdraw.sql.h"
#include "sql/load/yield.sql.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void attempt_init(struct attempt *t, struct pg *pg, const struct source *source,
                  const struct submit_options *options, struct outcome *o)
{
    *t = (struct attempt){.pg = pg, .source = source, .options = options, .o = o};
    t->form = arena_cstr(&t->arena, source->form);
    t->scope = arena_cstr(&t->arena, source->scope);
    t->part = arena_cstr(&t->arena, source->part);
    t->period = arena_cstr(&t->arena, source->period);
    snprintf(t->content, sizeof t->content, "%08x", (unsigned)source->content);
}

void attempt_done(struct attempt *t)
{
    arena_done(&t->arena);
}

static long number(const PGresult *result, int column)
{
    return strtol(PQgetvalue(result, 0, column), NULL, 10);
}

static void copy_text(char *to, size_t size, const PGresult *result, int row, int column)
{
    snprintf(to, size, "%s", PQgetvalue(result, row, column));
}

/* A statement of the kind's fact. NULL on failure. */
PGresult *attempt_script(struct attempt *t, const char *sql, int n, const char *const *params, struct err *e)
{
    return pg_script(t->pg, loadkind_sql(&t->arena, t->source->kind, sql, t->within), n, params, e);
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

bool attempt_lock_slot(struct attempt *t, struct err *e)
{
    struct err found = {0};
    const char *name = arena_printf(&t->arena, "%s/%s/%s/%s", t->form, t->scope, t->period, t->part).ptr;
    const char *params[] = {name, kind_names[t->source->kind]};
    /* 0 would mean for ever to the server */
    long milliseconds = t->options->wait > 0 ? t->options->wait * 1000 : 1;
    const char *wait = arena_printf(&t->arena, "set local lock_timeout = '%ldms'", milliseconds).ptr;
    PQclear(pg_run(t->pg, wait, &found) ? pg_one(t->pg, sql_load_lock_slot, 2, params, &found) : NULL);
    return locked(t, &found, e);
}

/* Between which days or periods the source's records lie, for SQL; days were proved to be days. */
static const char *bounds(struct attempt *t)
{
    const struct reach *reach = &t->source->reach;
    if (reach->first_day[0])
        return arena_printf(&t->arena, "'%s' and '%s'", reach->first_day, reach->last_day).ptr;
    return arena_printf(&t->arena, "%ld and %ld", reach->first_period, reach->last_period).ptr;
}

static bool lock_regencies(struct attempt *t, struct err *e)
{
    struct err found = {0};
    const struct reach *reach = &t->source->reach;
    struct str keys = STR("{");
    for (size_t i = 0; i < reach->regencies; i++)
        keys = arena_printf(&t->arena, "%.*s%s%ld", STR_ARG(keys), i ? "," : "", reach->regency[i]);
    const char *params[] = {arena_printf(&t->arena, "%.*s}", STR_ARG(keys)).ptr, t->o->predecessor};
    const char *sql = loadkind_sql(&t->arena, t->source->kind, sql_load_lock_regencies, NULL);
    PQclear(pg_query(t->pg, sql, 2, params, &found));
    t->within = arena_printf(&t->arena, "f.regency_key = any ('%s') and f.%s between %s", params[0],
                             loadkinds[t->source->kind].day, bounds(t))
                    .ptr;
    return locked(t, &found, e);
}

/* --- what is there --- */

/* Finds the slot's current submission and whether this file was loaded before. */
bool attempt_look(struct attempt *t, bool *done, struct err *e)
{
    if (!keyring_check(t->pg, arena_cstr(&t->arena, t->source->key), e) ||
        !erased_check(&t->source->erased, t->pg, e))
        return false;
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
    const char *params[] = {t->scope, t->period};
    PGresult *result = pg_one(t->pg, sql_load_keys, 2, params, e);
    if (!result)
        return false;
    bool ok = (!PQgetisnull(result, 0, 0) || keys_unknown(e, "region", str_c(t->scope))) &&
              (!PQgetisnull(result, 0, 1) || keys_unknown(e, "period", str_c(t->period)));
    copy_text(t->scope_key, sizeof t->scope_key, result, 0, 0);
    copy_text(t->period_key, sizeof t->period_key, result, 0, 1);
    PQclear(result);
    return ok;
}

/* Codes that lie in a region stand next to each other as text: the first and the last tell of all. */
static bool check_scope(struct attempt *t, struct err *e)
{
    const struct reach *reach = &t->source->reach;
    const char *inside = arena_printf(&t->arena, "%s.", t->scope).ptr;
    const struct str ends[] = {reach->first_region, reach->last_region};
    for (int i = 0; i < 2; i++)
        if (!str_is(ends[i], t->scope) && !str_starts(ends[i], inside))
            return err_set(e, ST_REFUSED, "a record of region '%.*s' in a source whose scope is '%s'",
                           STR_ARG(ends[i]), t->scope);
    return true;
}

/* A period that was closed takes nothing more, unless somebody who may says why. */
static bool check_closed(struct attempt *t, struct err *e)
{
    const char *params[] = {t->scope, t->period_key};
    PGresult *result = pg_query(t->pg, sql_load_closed, 2, params, e);
    if (!result)
        return false;
    bool closed = PQntuples(result) > 0, may = closed && str_is(pg_field(result, 0, 3), "t");
    if (closed && !t->options->override) {
        err_set(e, ST_CLOSED, "period %s is closed for %s since %s: %s", PQgetvalue(result, 0, 0), t->scope,
                PQgetvalue(result, 0, 1), PQgetvalue(result, 0, 2));
        err_hint(e, "somebody whom audit.overrider names may load it with --override REASON");
    } else if (closed && !may) {
        err_set(e, ST_PERMISSION, "period %s is closed for %s, and '%s' may not override that",
                PQgetvalue(result, 0, 0), t->scope, PQgetvalue(result, 0, 4));
        err_hint(e, "audit.overrider names the login roles that may");
    }
    t->overridden = closed;
    PQclear(result);
    return e->status == 0;
}

bool attempt_check(struct attempt *t, struct err *e)
{
    return find_keys(t, e) && check_scope(t, e) && check_closed(t, e) && lock_regencies(t, e);
}

/* --- what is made --- */

static bool insert_tables(struct attempt *t, struct err *e)
{
    struct arena *a = &t->arena;
    for (size_t i = 0; i < t->source->tables; i++) {
        const struct source_table *from = &t->source->table[i];
        const char *table[] = {t->o->submission, arena_printf(a, "%zu", i + 1).ptr,
                               arena_cstr(a, from->sheet), arena_cstr(a, from->fields)};
        if (!pg_run_params(t->pg,
                           "insert into audit.submission_table (submission_key, table_no, sheet, fields) "
                           "values ($1::bigint, $2::smallint, $3, $4)",
                           4, table, NULL, e))
            return false;
    }
    return true;
}

static bool number_it(struct attempt *t, struct err *e)
{
    if (t->source->submission[0]) {
        snprintf(t->o->submission, sizeof t->o->submission, "%s", t->source->submission);
        return true;
    }
    PGresult *result = pg_one(t->pg, sql_load_number, 0, NULL, e);
    if (result)
        copy_text(t->o->submission, sizeof t->o->submission, result, 0, 0);
    PQclear(result);
    return result != NULL;
}

bool attempt_submission(struct attempt *t, struct err *e)
{
    const struct source *s = t->source;
    struct arena *a = &t->arena;
    const char *key = t->o->submission, *superseded[] = {key, t->o->predecessor};
    if (!number_it(t, e))
        return false;
    const char *params[] = {key,
                            t->form,
                            arena_cstr(a, s->form_version),
                            kind_names[s->kind],
                            arena_printf(a, "%ld", s->agency_key).ptr,
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
    bool ok =
        pg_run_params(t->pg, sql_load_supersede_submission, 2, superseded, NULL, e) &&
        pg_run_params(t->pg, sql_load_submission, (int)(sizeof params / sizeof *params), params, NULL, e) &&
        insert_tables(t, e) &&
        (s->remarks == 0 || pg_run_params(t->pg, sql_load_remarks_insert, 1, params, NULL, e)) &&
        erased_record(&s->erased, t->pg, key, e);
    if (!ok || !t->overridden)
        return ok;
    const char *override[] = {key, t->options->override};
    return pg_run_params(t->pg, sql_load_override, 2, override, NULL, e);
}

/* How the source differs from what is current. */
static bool compare(struct attempt *t, struct err *e)
{
    struct outcome *o = t->o;
    const char *both[] = {o->submission, o->predecessor};
    PGresult *result = attempt_script(t, sql_load_compare, 2, both, e);
    if (!result)
        return false;
    o->added = number(result, 0);
    o->changed = number(result, 1);
    o->unchanged = number(result, 2);
    o->taken_over = number(result, 3);
    o->withdrawn = number(result, 5) - number(result, 4);
    t->before = number(result, 5);
    t->yielding = number(result, 6);
    PQclear(result);
    return true;
}

/* A correction that tells much less than what it supersedes may be a file that was cut, or of something else.
 */
static bool check_withdrawn(struct attempt *t, struct err *e)
{
    enum { FEW = 10 }; /* of a small file, any one record is a large share */
    const struct outcome *o = t->o;
    if (t->options->withdrawn.percent && o->withdrawn <= FEW)
        return true;
    if (t->options->confirmed ||
        !reject_limit_passed(&t->options->withdrawn, o->withdrawn, t->before - o->withdrawn, true))
        return true;
    err_set(e, ST_CONFIRM, "it no longer tells %ld of the %ld records of submission %s, which it supersedes",
            o->withdrawn, t->before, o->predecessor);
    return err_hint(e, "is it whole, and of this form? If so, load it with --confirm");
}

bool attempt_compare(struct attempt *t, struct err *e)
{
    return compare(t, e) && check_withdrawn(t, e);
}

/* Facts that another slot told before: the officer learns of both places. */
static bool tell_twice(struct attempt *t, struct err *e)
{
    const char *params[] = {t->o->submission, t->o->predecessor, reasons[REASON_told_twice].id};
    return pg_run_params(t->pg, loadkind_sql(&t->arena, t->source->kind, sql_load_told_twice, t->within), 3,
                         params, NULL, e);
}

/* How many rows the last statement is about; the parameters are the submission and the one that it
 * supersedes.
 */
static bool rows(struct attempt *t, const char *sql, long *count, struct err *e)
{
    const char *both[] = {t->o->submission, t->o->predecessor};
    PGresult *result = attempt_script(t, sql, 2, both, e);
    if (result)
        *count = strtol(PQcmdTuples(result), NULL, 10);
    PQclear(result);
    return result != NULL;
}

bool attempt_once(struct attempt *t, struct err *e)
{
    struct err failure = {0};
    PGresult *result = attempt_script(t, sql_load_twice, 0, NULL, &failure);
    bool twice = result && PQntuples(result) > 0;
    if (twice) {
        *e = (struct err){0};
        err_set(e, ST_REFUSED, "two records of the source are for the same fact: rows %s and %s",
                PQgetvalue(result, 0, 0), PQgetvalue(result, 0, 1));
    } else if (!result && e->status == 0)
        *e = failure;
    PQclear(result);
    return result && !twice;
}

/* The source's rows become current in place of those that they cover. */
bool attempt_replace(struct attempt *t, struct err *e)
{
    struct outcome *o = t->o;
    long retired, withdrawn, displaced, waiting = 0, replaced = 0, inserted = 0;
    bool ok = (o->taken_over == 0 || tell_twice(t, e)) &&
              (t->before == 0 || rows(t, sql_load_retire, &retired, e)) &&
              (o->withdrawn == 0 || rows(t, sql_load_withdraw, &withdrawn, e)) &&
              (t->yielding == 0 || rows(t, sql_load_yield, &waiting, e)) &&
              (o->taken_over == 0 || rows(t, sql_load_displace, &displaced, e)) &&
              (t->before == o->withdrawn || rows(t, sql_load_replace, &replaced, e)) &&
              (waiting + replaced == t->source->d || rows(t, sql_load_insert, &inserted, e)) &&
              (o->withdrawn == 0 || rows(t, sql_load_return, &o->returned, e));
    return ok && (waiting + replaced + inserted == t->source->d ||
                  (attempt_once(t, e) &&
                   err_set(e, ST_REFUSED, "%ld records in the stream, %ld rows in the warehouse",
                           t->source->d, waiting + replaced + inserted)));
}
