#include "reread.h"
#include "archive.h"
#include "child.h"
#include "loadkind.h"
#include "stage.h"

#include "sql/verify/facts.sql.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const reread_results[REREAD_RESULTS] = {"equal", "differs", "otherwise", "unreadable",
                                                    "superseded"};

struct file {
    struct pg *pg;
    const struct reread_options *options;
    struct reread *submission;
    size_t n;
    struct arena *arena;
};

static void set_result(struct reread *r, enum reread_result result, struct str detail)
{
    r->seen = true;
    r->result = result;
    r->detail = detail;
}

/* What the file did not tell because of a failure, which is none of ours. */
static void cannot_read(struct file *f, const char *why, const char *place)
{
    struct str detail = arena_printf(f->arena, "%s%s%s%s", why, *place ? " (" : "", place, *place ? ")" : "");
    for (size_t i = 0; i < f->n; i++)
        if (!f->submission[i].seen)
            set_result(&f->submission[i], REREAD_UNREADABLE, detail);
}

/* --- a source of the file beside a submission --- */

/* The submission's tables are those of the source. */
static bool same_tables(struct file *f, const struct reread *r, const struct source *s, bool *same,
                        struct err *e)
{
    const char *params[] = {arena_cstr(f->arena, r->submission)};
    PGresult *rows = pg_query(f->pg,
                              "select sheet, fields from audit.submission_table where submission_key = "
                              "$1::bigint order by table_no",
                              1, params, e);
    if (!rows)
        return false;
    *same = (size_t)PQntuples(rows) == s->tables;
    for (int i = 0; *same && i < PQntuples(rows); i++)
        *same = str_eq(pg_field(rows, i, 0), s->table[i].sheet) &&
                str_eq(pg_field(rows, i, 1), s->table[i].fields);
    PQclear(rows);
    return true;
}

/* Why the file is read otherwise now, as far as it can be known. */
static struct str why_otherwise(struct file *f, const struct reread *r, const struct source *s)
{
    if (!r->sealed)
        return STR("the stream that was loaded had been edited by hand (crc=-)");
    if (!str_eq(r->form_version, s->form_version))
        return arena_printf(f->arena, "the layout's version was %.*s and is %.*s", STR_ARG(r->form_version),
                            STR_ARG(s->form_version));
    return STR("layout, catalogues, aliases or programs have changed since");
}

static void judge(struct file *f, struct reread *r, const struct source *s, bool tables)
{
    char content[12];
    snprintf(content, sizeof content, "%08x", (unsigned)s->content);
    bool same = str_is(r->content, content), facts = r->changed + r->missing + r->extra == 0;
    if (facts && tables && r->version == 0 && r->erased > 0)
        set_result(r, REREAD_EQUAL,
                   arena_printf(f->arena, "but for %ld records of persons who were erased", r->erased));
    else if (facts && tables && r->version == 0)
        set_result(r, REREAD_EQUAL, same ? STR("") : STR("its remarks are others now"));
    else if (!same)
        set_result(r, REREAD_OTHERWISE, why_otherwise(f, r, s));
    else if (facts && tables)
        set_result(r, REREAD_OTHERWISE, STR("the catalogue has other versions of regions or indicators now"));
    else
        set_result(r, REREAD_DIFFERS, facts ? STR("the list of its tables is another") : r->detail);
}

static struct str kept(struct file *f, const PGresult *row, int column)
{
    return arena_dup(f->arena, pg_field(row, 0, column));
}

/* Without the key nobody can tell whose records are missing, but how many were erased is known. */
static bool excuse_erased(struct file *f, struct reread *r, struct err *e)
{
    bool found;
    struct str sum;
    long erased;
    const char *params[] = {arena_cstr(f->arena, r->submission)};
    if (!pg_value(f->pg, f->arena,
                  "select coalesce(sum(row_count), 0)::bigint from audit.erasure where submission_key = "
                  "$1::bigint",
                  1, params, &found, &sum, e))
        return false;
    if (str_to_long(sum, &erased) && erased == r->missing) {
        r->erased = erased;
        r->missing = 0;
    }
    if (r->changed + r->missing + r->extra == 0)
        r->first = r->sheet = r->row = r->cell = r->detail = STR("");
    return true;
}

static bool compare_facts(struct file *f, struct reread *r, const struct source *s, struct err *e)
{
    enum { CHANGED, MISSING, EXTRA, VERSION, FIRST, SHEET, ROW, CELL, DETAIL };
    const char *told = loadkind_told(f->arena, s->kind, f->options->tokens);
    const char *params[] = {arena_cstr(f->arena, r->submission), r->superseded ? "true" : "false", told};
    PGresult *row = pg_one(f->pg, loadkind_sql(f->arena, s->kind, sql_verify_facts, told), 3, params, e);
    if (!row)
        return false;
    r->records = s->d;
    r->changed = strtol(PQgetvalue(row, 0, CHANGED), NULL, 10);
    r->missing = strtol(PQgetvalue(row, 0, MISSING), NULL, 10);
    r->extra = strtol(PQgetvalue(row, 0, EXTRA), NULL, 10);
    r->version = strtol(PQgetvalue(row, 0, VERSION), NULL, 10);
    r->first = kept(f, row, FIRST);
    r->sheet = kept(f, row, SHEET);
    r->row = kept(f, row, ROW);
    r->cell = kept(f, row, CELL);
    r->detail = kept(f, row, DETAIL);
    PQclear(row);
    return f->options->tokens || r->missing == 0 || excuse_erased(f, r, e);
}

static bool compare(struct file *f, struct reread *r, const struct source *s, struct err *e)
{
    bool found, tables;
    struct str superseded;
    const char *params[] = {arena_cstr(f->arena, r->submission)};
    if (!pg_run(f->pg, "begin isolation level repeatable read read only", e) ||
        !pg_value(f->pg, f->arena,
                  "select superseded_by is not null from audit.submission where submission_key = $1::bigint",
                  1, params, &found, &superseded, e))
        return false;
    if (!found || str_is(superseded, "t") != r->superseded)
        set_result(r, REREAD_SUPERSEDED, STR("superseded while this program ran"));
    else if (!compare_facts(f, r, s, e) || !same_tables(f, r, s, &tables, e))
        return false;
    else
        judge(f, r, s, tables);
    return pg_run(f->pg, "commit", e);
}

/* Tokens under another key are others. */
static bool check_key(struct file *f, const struct source *s, struct err *e)
{
    bool found;
    struct str key;
    if (!f->options->tokens || s->key.len == 0)
        return true;
    if (!pg_value(f->pg, f->arena, "select key_id from audit.identity_key where until is null", 0, NULL,
                  &found, &key, e))
        return false;
    if (!found || str_eq(key, s->key))
        return true;
    err_set(e, ST_REFUSED, "the key file is key '%.*s', the tokens of the warehouse are of key '%.*s'",
            STR_ARG(s->key), STR_ARG(key));
    return err_hint(e, "give the warehouse's key file, or none: then tokens are not compared");
}

static bool compare_source(struct file *f, const struct source *s, struct err *e)
{
    if (!check_key(f, s, e) || !pg_run(f->pg, "analyze pg_temp.fresh", e))
        return false;
    for (size_t i = 0; i < f->n; i++) {
        struct reread *r = &f->submission[i];
        if (!r->seen && str_eq(r->form, s->form) && str_eq(r->scope, s->scope) &&
            str_eq(r->period, s->period) && str_eq(r->part, s->part) && !compare(f, r, s, e))
            return false;
    }
    return true;
}

/* --- the file --- */

static bool of_interest(const struct file *f, struct str form)
{
    size_t i = 0;
    while (i < f->n && !str_eq(f->submission[i].form, form))
        i++;
    return i < f->n;
}

/* A record; *reading: whether its source is one to be compared. What fails once *ours is set is not the
 * file's. */
static bool take(struct file *f, struct stage *stage, const struct stream_reader *reader,
                 const struct record *r, bool *reading, bool *ours, struct err *e)
{
    static const struct stage_into nowhere;
    if (r->rec == 'S') {
        stage_done(stage);
        *reading = of_interest(f, record_pair(r, "layout"));
        return !*reading || stage_begin(stage, f->pg, reader, r, &nowhere, e);
    }
    if (r->rec == 'H' || !*reading)
        return true;
    if (r->rec != 'E')
        return stage_record(stage, r, e);
    if (!stage_end(stage, reader, r, e))
        return false;
    *ours = true;
    return compare_source(f, &stage->source, e);
}

static bool read_stream(struct file *f, const char *path, struct err *e)
{
    struct stream_reader reader;
    struct record r;
    struct stage stage = {0};
    struct err failure = {0};
    bool ok = true, reading = false, ours = false;
    int got;
    if (!stream_open(&reader, path, e))
        return false;
    while (ok && (got = stream_next(&reader, &r, &failure)) != 0) {
        ours = false;
        ok = got == 1 && take(f, &stage, &reader, &r, &reading, &ours, &failure);
    }
    stage_done(&stage);
    stream_close(&reader);
    if (ok)
        return true;
    if (ours || failure.status == ST_TEMPORARY || failure.status == ST_PERMISSION ||
        PQstatus(f->pg->conn) != CONNECTION_OK) {
        *e = failure;
        return false;
    }
    cannot_read(f, failure.text, failure.place);
    return true;
}

/* What every file would fail by. */
static bool of_every_file(int status)
{
    return status == ST_USAGE || status == ST_CONFIG || status == ST_PERMISSION || status == ST_TEMPORARY;
}

static bool read_original(struct file *f, const char *path, struct err *e)
{
    const struct reread_options *o = f->options;
    const char *extract[] = {"kp2s-extract", "--quiet", "--name", arena_cstr(f->arena, f->submission->file),
                             "--",           path,      NULL};
    const char *transform[10] = {"kp2s-transform", "--quiet", "--key", o->key};
    size_t n = 4;
    if (o->site) {
        transform[n++] = "--site";
        transform[n++] = o->site;
    }
    if (o->province) {
        transform[n++] = "--province";
        transform[n++] = o->province;
    }
    struct pipeline p = {.argv = {extract, transform}, .stages = 2};
    char text[1000];
    bool ok = pipeline_run(&p, e);
    int culprit = ok ? pipeline_culprit(&p) : -1;
    if (ok && culprit < 0) {
        ok = read_stream(f, pipeline_output(&p, f->arena), e);
    } else if (ok) {
        pipeline_message(&p, culprit, text, sizeof text);
        if (of_every_file(p.status[culprit]))
            ok = err_set(e, p.status[culprit], "%s", text);
        else
            cannot_read(f, text, "");
    }
    pipeline_close(&p);
    return ok;
}

bool reread_file(struct pg *pg, const struct reread_options *o, struct reread *submission, size_t n,
                 struct arena *a, struct err *e)
{
    char path[PATH_MAX];
    struct err failure = {0};
    struct file f = {pg, o, submission, n, a};
    if (!archive_find(o->archive, submission->sha256, submission->file, path, &failure)) {
        cannot_read(&f, failure.text, failure.place);
        return true;
    }
    if (!read_original(&f, path, e))
        return false;
    for (size_t i = 0; i < n; i++)
        if (!submission[i].seen)
            set_result(&submission[i], REREAD_OTHERWISE,
                       STR("the file gives no such form, region, period and part any more"));
    return true;
}
