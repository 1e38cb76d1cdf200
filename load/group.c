#include "group.h"
#include "attempt.h"
#include "loadkind.h"

#include "sql/load/divide.sql.h"
#include "sql/load/group-attach.sql.h"
#include "sql/load/group-drop.sql.h"
#include "sql/load/group-insert.sql.h"
#include "sql/load/group-keys.sql.h"
#include "sql/load/group-may.sql.h"
#include "sql/load/group-open.sql.h"
#include "sql/load/group-part.sql.h"
#include "sql/load/group-return.sql.h"
#include "sql/load/group-strays.sql.h"
#include "sql/load/group-table.sql.h"
#include "sql/load/group-twice.sql.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The month or the year of all records of the source; empty when they are of several years, or the fact has
 * no years. */
static void span_of(const struct source *s, char span[8])
{
    const struct reach *reach = &s->reach;
    char first[24], last[24];
    snprintf(first, sizeof first, "%ld", reach->first_period);
    snprintf(last, sizeof last, "%ld", reach->last_period);
    const char *from = reach->first_day[0] ? reach->first_day : first,
               *to = reach->first_day[0] ? reach->last_day : last;
    bool whole = s->kind == KIND_ASSESSMENT || s->kind == KIND_EVIDENCE; /* in one table for all years */
    if (whole || strlen(from) < 4 || strncmp(from, to, 4) != 0)
        span[0] = '\0';
    else if (reach->first_day[0] && strncmp(from, to, 7) == 0)
        snprintf(span, 8, "%.4s_%.2s", from, from + 5);
    else
        snprintf(span, 8, "%.4s", from);
}

static bool fits(const struct group *g, const struct source *s, long rows)
{
    char span[8];
    span_of(s, span);
    if (g->options->dry_run || !span[0] || (!g->open && rows < g->from))
        return false;
    if (!g->open)
        return true;
    for (size_t i = 0; i < g->regencies; i++)
        for (size_t k = 0; k < s->reach.regencies; k++)
            if (g->regency[i] == s->reach.regency[k])
                return false;
    bool within = strncmp(span, g->span, strlen(g->span)) == 0 || strcmp(span, g->part) == 0;
    return s->kind == g->kind && within && g->n < GROUP_MOST;
}

/* Whether a query that gives one boolean gives true. */
static bool yes(struct group *g, const char *sql, bool *answer, struct err *e)
{
    PGresult *result = pg_one(g->pg, sql, 0, NULL, e);
    *answer = result && str_is(pg_field(result, 0, 0), "t");
    PQclear(result);
    return result != NULL;
}

/* The partition in which the span lies; *found false when there is none, or it is divided already. */
static bool find_part(struct group *g, struct arena *a, bool *found, struct err *e)
{
    char year[8];
    snprintf(year, sizeof year, "%.4s", g->span);
    const char *params[] = {kind_names[g->kind], g->span, year};
    struct str part;
    bool ok = pg_value(g->pg, a, sql_load_group_part, 3, params, found, &part, e);
    if (ok && *found)
        snprintf(g->part, sizeof g->part, "%.*s", STR_ARG(part));
    return ok;
}

/* Whether what the span lies in is empty, and this transaction may exchange it, alone; found as find_part().
 */
static bool may_exchange(struct group *g, struct arena *a, bool *may, struct err *e)
{
    return yes(g, loadkind_sql(a, g->kind, sql_load_group_may, NULL), may, e) &&
           (!*may || find_part(g, a, may, e)) &&
           (!*may || yes(g, loadkind_sql(a, g->kind, sql_load_group_open, g->part), may, e));
}

/* Begins the transaction; *opened false, and no transaction, when the span cannot be made anew. */
static bool open_span(struct group *g, const struct source *s, bool *opened, struct err *e)
{
    struct arena a = {0};
    g->kind = s->kind;
    span_of(s, g->span);
    bool ok = pg_run(g->pg, "begin", e) && may_exchange(g, &a, opened, e) &&
              (!*opened || (pg_run(g->pg, "savepoint source", e) &&
                            pg_run(g->pg, loadkind_sql(&a, g->kind, sql_load_group_table, g->span), e)));
    if (!ok || !*opened)
        ok = pg_run(g->pg, "rollback", e) && ok;
    g->open = ok && *opened;
    if (g->open) {
        g->into.kind = g->kind;
        g->into.frozen = true;
        snprintf(g->into.table, sizeof g->into.table, "part.fact_%s_%s_new", kind_names[g->kind], g->span);
    }
    arena_done(&a);
    return ok;
}

bool group_begin(struct group *g, const struct source *source, long rows, struct err *e)
{
    bool opened;
    return g->open || !fits(g, source, rows) || open_span(g, source, &opened, e);
}

/* The rows of a source whose records were staged before the span was opened. */
static bool insert_rows(struct attempt *t, struct err *e)
{
    const char *key = t->o->submission;
    PGresult *result = attempt_script(t, sql_load_group_insert, 1, &key, e);
    long inserted = result ? strtol(PQcmdTuples(result), NULL, 10) : 0;
    PQclear(result);
    return result && (inserted == t->source->d ||
                      err_set(e, ST_REFUSED, "%ld records in the stream, %ld rows in the warehouse",
                              t->source->d, inserted));
}

/* Writes the source; *taken false when its slot is not empty. */
static bool write_source(struct group *g, struct source *s, struct outcome *o, bool *taken, struct err *e)
{
    struct attempt t;
    bool done = false;
    attempt_init(&t, g->pg, s, g->options, o);
    bool ok = attempt_lock_slot(&t, e) && attempt_look(&t, &done, e);
    *taken = ok && !done && strcmp(o->predecessor, "0") == 0;
    if (*taken)
        ok = attempt_check(&t, e) && attempt_submission(&t, e);
    if (*taken && ok) {
        t.within = g->span;
        o->result = SUBMIT_LOADED;
        o->added = s->d;
        ok = s->submission[0] || insert_rows(&t, e);
    }
    attempt_done(&t);
    return ok;
}

static void keep(struct group *g, struct source *s, const struct outcome *o)
{
    g->member = mem_grow(g->member, (g->n + 1) * sizeof *g->member);
    g->member[g->n++] = (struct grouped){*s, *o};
    g->regency = mem_grow(g->regency, (g->regencies + s->reach.regencies) * sizeof *g->regency);
    memcpy(g->regency + g->regencies, s->reach.regency, s->reach.regencies * sizeof *g->regency);
    g->regencies += s->reach.regencies;
    *s = (struct source){0};
}

/* The source is not taken: what of it is in the span's table goes where other sources are staged. */
static bool give_back(struct group *g, const struct source *s, struct err *e)
{
    if (!s->submission[0])
        return true;
    struct arena a = {0};
    const char *key = s->submission;
    PGresult *result =
        pg_script(g->pg, loadkind_sql(&a, s->kind, sql_load_group_return, g->span), 1, &key, e);
    PQclear(result);
    arena_done(&a);
    return result != NULL;
}

bool group_undo(struct group *g, struct err *e)
{
    if (g->open && g->n == 0) { /* the span's table is of this source, and goes with it */
        g->open = false;
        return pg_run(g->pg, "rollback", e);
    }
    return !g->open || pg_run(g->pg, "rollback to savepoint source", e);
}

bool group_take(struct group *g, struct source *source, bool *taken, struct err *e)
{
    struct outcome o = {0};
    struct err failure = {0}, ignored = {0};
    *taken = false;
    if (!fits(g, source, source->d))
        return give_back(g, source, e);
    if (!g->open && (!open_span(g, source, taken, e) || !*taken))
        return e->status == 0;
    /* what the source was staged in is older than this savepoint, and stays */
    if (pg_run(g->pg, "savepoint member", &failure) && write_source(g, source, &o, taken, &failure) &&
        *taken) {
        keep(g, source, &o);
        g->into.frozen = false;
        return pg_run(g->pg, "release savepoint source; savepoint source", e);
    }
    *taken = false;
    if (PQstatus(g->pg->conn) == CONNECTION_OK)
        pg_run(g->pg, "rollback to savepoint member", &ignored);
    if (failure.status != 0)
        *e = failure;
    return failure.status == 0 && give_back(g, source, e);
}

/* A source with two records for the same fact is left out; e tells of it. False when there is none. */
static bool leave_out(struct group *g, struct err *e)
{
    struct arena a = {0};
    struct err ignored = {0};
    PGresult *twice =
        pg_query(g->pg, loadkind_sql(&a, g->kind, sql_load_group_twice, g->span), 0, NULL, &ignored);
    size_t i = 0;
    while (i < g->n &&
           !(twice && PQntuples(twice) > 0 && str_is(pg_field(twice, 0, 0), g->member[i].outcome.submission)))
        i++;
    bool found = i < g->n;
    if (found) {
        struct grouped *out = &g->member[i];
        const char *key = out->outcome.submission;
        *e = (struct err){0};
        err_set(e, ST_REFUSED, "two records of the source are for the same fact: rows %s and %s",
                PQgetvalue(twice, 0, 1), PQgetvalue(twice, 0, 2));
        err_place(e, "'%.*s'", STR_ARG(out->source.file));
        PQclear(twice);
        twice = pg_script(g->pg, loadkind_sql(&a, g->kind, sql_load_group_drop, g->span), 1, &key, &ignored);
        found = twice != NULL;
        source_done(&out->source);
        memmove(out, out + 1, (--g->n - i) * sizeof *out);
    }
    PQclear(twice);
    arena_done(&a);
    return found;
}

/* What every row of the span must be; e has status 0, or tells of a source that was left out. */
static bool make_keys(struct group *g, struct err *e)
{
    struct arena a = {0};
    const char *sql = loadkind_sql(&a, g->kind, sql_load_group_keys, g->span);
    bool ok = false, again = true;
    while (!ok && again) {
        struct err failure = {0}, ignored = {0};
        ok = pg_run(g->pg, "savepoint keys", &failure) && pg_run(g->pg, sql, &failure);
        bool twice = !ok && strcmp(g->pg->state, "23505") == 0;
        again = twice && pg_run(g->pg, "rollback to savepoint keys", &ignored) && leave_out(g, e);
        if (!ok && !again)
            *e = failure;
    }
    arena_done(&a);
    return ok;
}

/* The exchange waits for readers, and readers that come meanwhile wait for it: so it tries for a moment only,
 * but often. */
static bool attach(struct group *g, const char *sql, struct err *e)
{
    enum { TRIES = 20 };
    for (int i = 1;; i++) {
        struct err failure = {0};
        if (!pg_run(g->pg, "savepoint attach; set local lock_timeout = '1s'", e))
            return false;
        if (pg_run(g->pg, sql, &failure))
            return true;
        if (failure.status != ST_CLOSED || i == TRIES) {
            *e = failure;
            return false;
        }
        if (!pg_run(g->pg, "rollback to savepoint attach", e))
            return false;
        pg_pause(4);
    }
}

/* The reply to COMMIT did not come. */
static bool committed(struct group *g, struct err *e)
{
    struct attempt t;
    struct grouped *last = &g->member[g->n - 1];
    attempt_init(&t, g->pg, &last->source, g->options, &last->outcome);
    bool ok = submit_committed(&t, e);
    attempt_done(&t);
    return ok;
}

/* No source was taken: the span's table goes, what was given back from it stays. */
static bool close_span(struct group *g, struct err *e)
{
    struct arena a = {0};
    bool ok = pg_run(
        g->pg, arena_printf(&a, "drop table part.fact_%s_%s_new; commit", kind_names[g->kind], g->span).ptr,
        e);
    arena_done(&a);
    return ok;
}

/* Whether a source tells of days outside the span. */
static bool strays(const struct group *g)
{
    for (size_t i = 0; i < g->n; i++) {
        char span[8];
        span_of(&g->member[i].source, span);
        if (strcmp(span, g->span) != 0)
            return true;
    }
    return false;
}

bool group_publish(struct group *g, struct err *e)
{
    struct arena a = {0};
    struct err left_out = {0}, failure = {0}, ignored = {0};
    if (!g->open)
        return true;
    g->open = false;
    g->into.table[0] = '\0';
    if (g->n == 0)
        return close_span(g, e);
    bool keys = make_keys(g, &left_out);
    const char *exchange = loadkind_sql(&a, g->kind, sql_load_group_attach, g->span);
    if (strcmp(g->part, g->span) != 0)
        exchange =
            arena_printf(&a, "%s%s;%s", loadkind_sql(&a, g->kind, sql_load_divide, g->part),
                         strays(g) ? loadkind_sql(&a, g->kind, sql_load_group_strays, g->span) : "", exchange)
                .ptr;
    bool ready = keys && attach(g, exchange, &failure);
    g->published = ready && pg_run(g->pg, "commit", &failure);
    arena_done(&a);
    if (ready && !g->published && PQstatus(g->pg->conn) != CONNECTION_OK && g->n > 0)
        g->published = committed(g, &failure);
    else if (!g->published && PQstatus(g->pg->conn) == CONNECTION_OK)
        pg_run(g->pg, "rollback", &ignored);
    *e = g->published || !keys ? left_out : failure;
    return e->status == 0;
}

static bool divide(struct group *g, struct err *e)
{
    struct arena a = {0};
    struct err failure = {0};
    bool may = false,
         ok = pg_run(g->pg, "begin; set local lock_timeout = '1s'", e) && may_exchange(g, &a, &may, e);
    if (ok && may) {
        may = pg_run(g->pg, loadkind_sql(&a, g->kind, sql_load_divide, g->part), &failure);
        ok = may || failure.status == ST_CLOSED;
        if (!ok)
            *e = failure;
    }
    ok = pg_run(g->pg, ok && may ? "commit" : "rollback", ok ? e : &failure) && ok;
    arena_done(&a);
    return ok;
}

bool group_divide(struct group *g, const struct source *s, struct err *e)
{
    if (s->kind != KIND_MEASUREMENT || !s->reach.first_day[0] || g->options->dry_run)
        return true;
    g->kind = s->kind;
    bool ok = true;
    for (int year = atoi(s->reach.first_day); ok && year <= atoi(s->reach.last_day); year++) {
        snprintf(g->span, sizeof g->span, "%04d", year);
        ok = divide(g, e);
    }
    return ok;
}

void group_done(struct group *g)
{
    for (size_t i = 0; i < g->n; i++)
        source_done(&g->member[i].source);
    free(g->member);
    free(g->regency);
    *g = (struct group){.pg = g->pg, .options = g->options, .from = g->from};
}
