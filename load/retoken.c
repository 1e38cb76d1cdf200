/* kp2s-retoken - the tokens of persons in the warehouse, facts and history, from one identity key to the
 * next.
 *
 * in:  pairs of tokens as kp2s-transform --pairs writes them, of all files that facts came from: kp2s-rekey
 * makes them and calls this program out: CSV, a line for each table with the rows that were changed refuses:
 * pairs of another key than the warehouse's, pairs that are not whole, facts that have none. All or nothing
 *      happens, in one transaction; loads wait meanwhile.
 */
#include "err.h"
#include "out.h"
#include "pgcopy.h"
#include "prog.h"

#include "sql/load/retoken-map.sql.h"
#include "sql/load/retoken-missing.sql.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ID_LENGTH = 8, TOKEN_LENGTH = 32 };

struct options {
    const char *db;
    bool erase_history;
};

struct retoken {
    struct pg pg;
    char former[ID_LENGTH + 1], present[ID_LENGTH + 1];
    bool inside; /* a block of pairs: its keys were read, its end was not */
    long blocks;
};

/* --- the pairs --- */

static bool hex(struct str s, size_t len)
{
    size_t i = 0;
    while (i < s.len && ((s.ptr[i] >= '0' && s.ptr[i] <= '9') || (s.ptr[i] >= 'a' && s.ptr[i] <= 'f')))
        i++;
    return i == s.len && s.len == len;
}

/* A block begins with the ids of both keys, which are those of every block, and ends with "end,end". */
static bool take_line(struct retoken *r, struct pg_copy *copy, struct str former, struct str present,
                      struct err *e)
{
    if (r->inside && hex(former, TOKEN_LENGTH) && hex(present, TOKEN_LENGTH))
        return pg_copy_field(copy, former, false, true, e) && pg_copy_field(copy, present, false, false, e) &&
               pg_copy_row(copy, e);
    if (r->inside && str_is(former, "end") && str_is(present, "end")) {
        r->inside = false;
        return true;
    }
    if (r->inside || !hex(former, ID_LENGTH) || !hex(present, ID_LENGTH))
        return err_set(e, ST_REFUSED, "no pair of tokens, nor of keys");
    if (r->blocks++ == 0) {
        memcpy(r->former, former.ptr, ID_LENGTH);
        memcpy(r->present, present.ptr, ID_LENGTH);
    }
    r->inside = true;
    return (str_is(former, r->former) && str_is(present, r->present)) ||
           err_set(e, ST_REFUSED, "pairs of other keys than the first ones");
}

static bool read_pairs(struct retoken *r, struct pg_copy *copy, const char *path, struct err *e)
{
    FILE *f = fopen(path, "r");
    char *line = NULL;
    size_t room = 0;
    ssize_t len = 0;
    long number = 0;
    bool ok = f != NULL || err_sys(e, "cannot open '%s'", path);
    while (ok && (len = getline(&line, &room, f)) > 0) {
        struct str present = str_trim((struct str){line, (size_t)len}), former = str_cut(&present, ',');
        number++;
        ok = take_line(r, copy, former, present, e);
    }
    if (ok && ferror(f))
        ok = err_sys(e, "cannot read '%s'", path);
    if (ok && (r->inside || r->blocks == 0))
        ok = err_set(e, ST_REFUSED, "the pairs break off: their last line is missing");
    if (!ok)
        err_place(e, "%s, line %ld", path, number);
    free(line);
    if (f)
        fclose(f);
    return ok;
}

static bool copy_pairs(struct retoken *r, char **paths, int n, struct err *e)
{
    struct pg_copy copy;
    bool ok =
        pg_run(&r->pg, "create temp table pair (former text not null, present text not null) on commit drop",
               e) &&
        pg_copy_begin(&copy, &r->pg, "copy pg_temp.pair from stdin", e);
    if (!ok)
        return false;
    for (int i = 0; ok && i < n; i++)
        ok = read_pairs(r, &copy, paths[i], e);
    if (ok)
        return pg_copy_end(&copy, e);
    pg_copy_abandon(&copy);
    return false;
}

/* --- the change --- */

/* *done: the warehouse's tokens are of the new key already. */
static bool check_keys(struct retoken *r, bool *done, struct err *e)
{
    struct arena a = {0};
    struct str current;
    bool found;
    bool ok = pg_value(&r->pg, &a, "select key_id from audit.identity_key where until is null", 0, NULL,
                       &found, &current, e);
    *done = ok && found && str_is(current, r->present);
    if (ok && !found)
        ok = err_set(e, ST_REFUSED, "the warehouse has no persons: its first load makes the key");
    else if (ok && !*done && !str_is(current, r->former))
        ok = err_set(e, ST_REFUSED,
                     "the pairs lead from key '%s' to '%s', the warehouse's tokens are of key '%.*s'",
                     r->former, r->present, STR_ARG(current));
    arena_done(&a);
    return ok;
}

/* Every fact must have its pair; rows of the history may be erased instead. */
static bool check_missing(struct retoken *r, bool erase_history, struct err *e)
{
    const char *params[] = {r->former};
    PGresult *result = pg_query(&r->pg, sql_load_retoken_missing, 1, params, e);
    if (!result)
        return false;
    for (int i = 0; i < PQntuples(result); i++) {
        bool history = strcmp(PQgetvalue(result, i, 0), "history") == 0;
        if (history && erase_history)
            continue;
        err_set(e, ST_REFUSED, "%s rows of the %s have no pair, of '%s' for one", PQgetvalue(result, i, 1),
                PQgetvalue(result, i, 0), PQgetvalue(result, i, 2));
        err_hint(
            e, history
                   ? "the file is not in the archive, or is read otherwise now; --erase-history erases such "
                     "rows of the history"
                   : "the file is not in the archive, or is read otherwise now: load it again under the "
                     "former key first");
        break;
    }
    PQclear(result);
    return e->status == 0;
}

static const struct change {
    const char *table, *person;
    bool history;
} changes[] = {{"fact_measurement", "child", false},
               {"fact_measurement_history", "child", true},
               {"fact_service", "person", false},
               {"fact_service_history", "person", true}};

static bool change(struct retoken *r, const struct change *c, bool erase_history, struct out *out,
                   struct err *e)
{
    struct arena a = {0};
    long erased = 0, changed = 0;
    const char *former[] = {r->former}, *both[] = {r->former, r->present};
    const char *erase =
        arena_printf(
            &a,
            "delete from dwh.%s f where f.key_id = $1::text and not (exists (select from pg_temp.token t "
            "where t.former = f.%s) and (f.household = '' or exists (select from pg_temp.token t where "
            "t.former = f.household)))",
            c->table, c->person)
            .ptr;
    const char *update =
        arena_printf(
            &a,
            "update dwh.%s f set %s = t.present, key_id = $2::text, household = coalesce((select h.present "
            "from pg_temp.token h where h.former = f.household), '') "
            "from pg_temp.token t where t.former = f.%s and f.key_id = $1::text",
            c->table, c->person, c->person)
            .ptr;
    bool ok = (!c->history || !erase_history || pg_run_params(&r->pg, erase, 1, former, &erased, e)) &&
              pg_run_params(&r->pg, update, 2, both, &changed, e);
    struct str line = arena_printf(&a, "%s,%ld,%ld\n", c->table, changed, erased);
    out_write(out, line.ptr, line.len);
    arena_done(&a);
    return ok;
}

/* Who was erased stays so under the new key, if the archive still has a file by which their token is known.
 */
static bool change_erased(struct retoken *r, struct out *out, struct err *e)
{
    struct arena a = {0};
    long changed = 0;
    bool found;
    struct str left;
    const char *both[] = {r->former, r->present};
    bool ok = pg_run_params(&r->pg,
                            "update audit.erased x set token = t.present, key_id = $2::text "
                            "from pg_temp.token t where t.former = x.token and x.key_id = $1::text",
                            2, both, &changed, e) &&
              pg_value(&r->pg, &a, "select nullif(count(*), 0) from audit.erased where key_id = $1::text", 1,
                       both, &found, &left, e);
    if (ok && found)
        prog_log(LOG_WARN, "%.*s persons who were erased have no pair: they are not known under the new key",
                 STR_ARG(left));
    struct str line = arena_printf(&a, "erased,%ld,0\n", changed);
    out_write(out, line.ptr, line.len);
    arena_done(&a);
    return ok;
}

static bool change_all(struct retoken *r, bool erase_history, struct out *out, struct err *e)
{
    const char *former[] = {r->former}, *present[] = {r->present};
    PGresult *result = pg_script(&r->pg, sql_load_retoken_map, 0, NULL, e);
    PQclear(result);
    if (!result && strcmp(r->pg.state, "23505") == 0) {
        *e = (struct err){0};
        return err_set(e, ST_REFUSED, "the pairs give two new tokens for one former token");
    }
    if (!result || !check_missing(r, erase_history, e))
        return false;
    out_write(out, "table,changed,erased\n", strlen("table,changed,erased\n"));
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
        if (!change(r, &changes[i], erase_history, out, e))
            return false;
    return change_erased(r, out, e) &&
           pg_run_params(&r->pg,
                         "update audit.identity_key set until = clock_timestamp() where key_id = $1::text", 1,
                         former, NULL, e) &&
           pg_run_params(
               &r->pg,
               "insert into audit.identity_key (key_id, since) values ($1::text, clock_timestamp()) on "
               "conflict (key_id) do update set since = excluded.since, until = null",
               1, present, NULL, e);
}

static bool run(struct retoken *r, const struct options *o, char **paths, int n, struct err *e)
{
    bool done = false;
    if (!pg_connect(&r->pg, o->db, e))
        return false;
    struct out *out = out_open(NULL, e);
    bool ok = out && pg_run(&r->pg, "begin", e) &&
              pg_run(&r->pg, "lock table audit.identity_key in exclusive mode", e) &&
              copy_pairs(r, paths, n, e) && check_keys(r, &done, e) &&
              (done || change_all(r, o->erase_history, out, e)) && pg_run(&r->pg, "commit", e);
    pg_close(&r->pg); /* what was not committed is gone */
    if (!ok)
        out_abandon(out);
    else
        ok = out_commit(out, e);
    if (ok && done)
        prog_log(LOG_INFO, "the warehouse's tokens are of key '%s' already: nothing done", r->present);
    return ok;
}

int main(int argc, char **argv)
{
    struct options o = {0};
    struct retoken r = {0};
    const struct option_spec options[] = {
        {0, "db", "CONNINFO", "the database; default: KP2S_DB, else libpq's environment", &o.db, NULL},
        {0, "erase-history", NULL, "erase rows of the history that have no pair", NULL, &o.erase_history},
        {0},
    };
    const struct prog prog = {
        .name = "kp2s-retoken",
        .synopsis = "[--db CONNINFO] [--erase-history] PAIRS…",
        .about =
            "Changes the tokens of persons in the warehouse, facts and history, to those of a new identity "
            "key, in\n"
            "one transaction. PAIRS are files of kp2s-transform --pairs; kp2s-rekey makes them of the whole\n"
            "archive. Prints a CSV line for each table.",
        .examples = "  kp2s-retoken pairs.csv",
        .options = options,
        .min_operands = 1,
        .max_operands = -1,
    };
    char **operands;
    int n, status;
    if (!prog_begin(&prog, argc, argv, &operands, &n, &status))
        return status;
    struct err e = {0};
    if (run(&r, &o, operands, n, &e))
        prog_log(LOG_INFO, "%ld files of pairs; %.1f s", r.blocks, prog_seconds());
    return prog_end(&prog, &e);
}
