/* kp2s-verify - whether the warehouse still has what the archived files tell, and the schema that its
 * migrations made.
 *
 * in:  the archive of original files, read anew by kp2s-extract | kp2s-transform; or, for the schema, the
 *      migrations that this program was built with
 * out: CSV, a line for each submission: equal, differs, otherwise (the file is read otherwise than when it
 * was loaded), unreadable, superseded; a line for each document of evidence that the archive lost; for the
 * schema a line for each difference. The warehouse is not changed
 * refuses: selections that no submission is of; another identity key than the warehouse's. Differences end it
 * with status 3, files that cannot be read and documents that are lost with 65, files that are only read
 * otherwise with 4
 */
#include "child.h"
#include "documents.h"
#include "err.h"
#include "kind.h"
#include "out.h"
#include "pg.h"
#include "prog.h"
#include "reread.h"
#include "schema.h"

#include "sql/verify/submissions.sql.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct verify {
    const char *db, *submission, *form, *region, *period, *etc;
    bool schema, history;
    struct reread_options options;
    const char *folder; /* of the key that is made when none is given; NULL: there is none */
    struct pg pg;
    struct out *out;
    struct arena arena;
    long results[REREAD_RESULTS], submissions, facts;
    struct documents documents;
};

/* --- output --- */

static void print_number(struct out *out, long n)
{
    char text[24];
    out_write(out, text, (size_t)snprintf(text, sizeof text, ",%ld", n));
}

static void print(struct verify *v, const struct reread *r)
{
    const struct str lead[] = {
        str_c(reread_results[r->result]), r->submission, r->form, r->scope, r->period, r->part};
    const struct str rest[] = {r->first, r->sheet, r->row, r->cell, r->detail, r->file};
    out_fields(v->out, lead, sizeof lead / sizeof *lead);
    print_number(v->out, r->records);
    print_number(v->out, r->changed);
    print_number(v->out, r->missing);
    print_number(v->out, r->extra);
    out_comma(v->out);
    out_fields(v->out, rest, sizeof rest / sizeof *rest);
    out_line(v->out);
}

static void warn(const struct reread *r)
{
    if (r->result == REREAD_UNREADABLE || r->records == 0)
        prog_log(LOG_WARN, "submission %.*s, '%.*s': %s: %.*s", STR_ARG(r->submission), STR_ARG(r->file),
                 reread_results[r->result], STR_ARG(r->detail));
    else if (r->result == REREAD_DIFFERS || r->result == REREAD_OTHERWISE)
        prog_log(LOG_WARN,
                 "submission %.*s, '%.*s': %s: of %ld records %ld changed, %ld missing in the warehouse, %ld "
                 "there alone%s%.*s%s%.*s%s%.*s%s%.*s%s%.*s",
                 STR_ARG(r->submission), STR_ARG(r->file), reread_results[r->result], r->records, r->changed,
                 r->missing, r->extra, r->first.len ? "; first: " : "", STR_ARG(r->first),
                 r->sheet.len ? ", " : "", STR_ARG(r->sheet), r->row.len ? " row " : "", STR_ARG(r->row),
                 r->cell.len ? " cell " : "", STR_ARG(r->cell), r->detail.len ? ": " : "",
                 STR_ARG(r->detail));
}

static void account(struct verify *v, const struct reread *r)
{
    v->results[r->result]++;
    v->submissions++;
    v->facts += r->records;
    print(v, r);
    warn(r);
}

/* --- submissions --- */

/* The columns of sql/verify/submissions.sql. */
enum { KEY, FORM, FORM_VERSION, SCOPE, PERIOD, PART, FILE_NAME, SHA256, CONTENT, SEALED, SUPERSEDED, KIND };

static struct reread submission_of(const PGresult *list, int row)
{
    return (struct reread){.submission = pg_field(list, row, KEY),
                           .form = pg_field(list, row, FORM),
                           .form_version = pg_field(list, row, FORM_VERSION),
                           .scope = pg_field(list, row, SCOPE),
                           .period = pg_field(list, row, PERIOD),
                           .part = pg_field(list, row, PART),
                           .file = pg_field(list, row, FILE_NAME),
                           .sha256 = pg_field(list, row, SHA256),
                           .content = pg_field(list, row, CONTENT),
                           .sealed = str_is(pg_field(list, row, SEALED), "t"),
                           .superseded = str_is(pg_field(list, row, SUPERSEDED), "t")};
}

/* Compares the submissions of one file, which stand one after the other from first on; *next: behind them. */
static bool verify_file(struct verify *v, const PGresult *list, int first, int *next, struct err *e)
{
    struct reread lead = submission_of(list, first);
    struct arena a = {0};
    for (*next = first + 1; *next < PQntuples(list); ++*next) {
        struct reread r = submission_of(list, *next);
        if (!str_eq(r.sha256, lead.sha256) || !str_eq(r.file, lead.file))
            break;
    }
    size_t n = (size_t)(*next - first);
    struct reread *submission = arena_alloc(&a, n * sizeof *submission);
    for (size_t i = 0; i < n; i++)
        submission[i] = submission_of(list, first + (int)i);
    bool ok = reread_file(&v->pg, &v->options, submission, n, &a, e);
    for (size_t i = 0; ok && i < n; i++)
        account(v, &submission[i]);
    arena_done(&a);
    return ok;
}

static PGresult *list_submissions(struct verify *v, struct err *e)
{
    const char *params[] = {v->submission, v->form, v->region, v->period, v->history ? "true" : "false"};
    PGresult *list = pg_query(&v->pg, sql_verify_submissions, 5, params, e);
    if (!list || PQntuples(list) > 0)
        return list;
    PQclear(list);
    if (v->submission || v->form || v->region || v->period)
        err_set(e, ST_NOINPUT, "no submission is of this choice");
    else
        err_set(e, ST_NOINPUT, "nothing is loaded");
    return NULL;
}

/* The documents that the evidence among them tells. */
static bool verify_documents(struct verify *v, const PGresult *list, struct err *e)
{
    struct str keys = STR("");
    for (int row = 0; row < PQntuples(list); row++)
        if (str_is(pg_field(list, row, KIND), kind_names[KIND_EVIDENCE]))
            keys = arena_printf(&v->arena, "%.*s%s%s", STR_ARG(keys), keys.len > 0 ? "," : "",
                                PQgetvalue(list, row, KEY));
    const char *submissions = arena_printf(&v->arena, "{%.*s}", STR_ARG(keys)).ptr;
    return keys.len == 0 ||
           documents_verify(&v->pg, v->options.archive, submissions, v->out, &v->documents, e);
}

static bool verify_files(struct verify *v, struct err *e)
{
    static const char header[] =
        "result,submission,form,scope,period,part,records,changed,missing,extra,first,"
        "sheet,row,cell,detail,file\n";
    PGresult *list = list_submissions(v, e);
    if (!list)
        return false;
    out_write(v->out, header, sizeof header - 1);
    bool ok = true;
    for (int row = 0; ok && row < PQntuples(list);) {
        prog_progress("files", row, PQntuples(list));
        ok = verify_file(v, list, row, &row, e);
    }
    prog_progress("", PQntuples(list), PQntuples(list));
    ok = ok && verify_documents(v, list, e);
    PQclear(list);
    return ok;
}

/* Without the key a new one makes tokens that mean nothing. */
static bool make_key(struct verify *v, struct err *e)
{
    const char *tmp = getenv("TMPDIR");
    char text[1000];
    char *folder =
        arena_cstr(&v->arena, arena_printf(&v->arena, "%s/kp2s-verify.XXXXXX", tmp && *tmp ? tmp : "/tmp"));
    if (!mkdtemp(folder))
        return err_sys(e, "cannot make a temporary folder '%s'", folder);
    v->folder = folder;
    v->options.key = arena_printf(&v->arena, "%s/key", folder).ptr;
    const char *argv[] = {"kp2s-transform", "--quiet", "--make-key", v->options.key, NULL};
    struct pipeline p = {.argv = {argv}, .stages = 1};
    bool ok = pipeline_run(&p, e);
    if (ok && pipeline_culprit(&p) >= 0) {
        pipeline_message(&p, 0, text, sizeof text);
        ok = err_set(e, p.status[0], "%s", text);
    }
    pipeline_close(&p);
    return ok;
}

static void drop_key(struct verify *v)
{
    if (!v->folder)
        return;
    unlink(v->options.key);
    rmdir(v->folder);
}

/* --- what came of it --- */

static bool tell_files(const struct verify *v, struct err *e)
{
    const long *n = v->results;
    long faults = n[REREAD_DIFFERS] + n[REREAD_UNREADABLE] + n[REREAD_OTHERWISE];
    prog_log(LOG_INFO,
             "%ld submissions, %ld records%s: %ld equal, %ld differ, %ld read otherwise, %ld unreadable, %ld "
             "superseded meanwhile; %.1f s",
             v->submissions, v->facts, v->options.tokens ? "" : ", tokens of persons not compared",
             n[REREAD_EQUAL], n[REREAD_DIFFERS], n[REREAD_OTHERWISE], n[REREAD_UNREADABLE],
             n[REREAD_SUPERSEDED], prog_seconds());
    if (v->documents.told > 0)
        prog_log(LOG_INFO, "%ld documents of evidence: %ld missing in the archive or changed there",
                 v->documents.told, v->documents.lost);
    if (faults == 0)
        return v->documents.lost == 0 ||
               err_set(e, ST_UNREADABLE,
                       "%ld of %ld documents of evidence are missing in the archive, or changed there",
                       v->documents.lost, v->documents.told);
    int status = n[REREAD_DIFFERS] ? ST_REFUSED : n[REREAD_UNREADABLE] ? ST_UNREADABLE : ST_CONFIRM;
    err_set(e, status,
            "%ld of %ld submissions are not what their files tell: %ld differ, %ld unreadable, %ld read "
            "otherwise",
            faults, v->submissions, n[REREAD_DIFFERS], n[REREAD_UNREADABLE], n[REREAD_OTHERWISE]);
    if (status == ST_CONFIRM)
        err_hint(e, "if they are rightly read now, load the files again");
    return false;
}

static bool tell_schema(const struct schema_count *count, struct err *e)
{
    prog_log(LOG_INFO, "%ld objects by the migrations, %ld differences; %.1f s", count->objects,
             count->differences, prog_seconds());
    return count->differences == 0 ||
           err_set(e, ST_REFUSED, "the schema is not what the migrations made: %ld differences",
                   count->differences);
}

static bool run(struct verify *v, struct err *e)
{
    struct schema_count count = {0};
    if (!pg_connect(&v->pg, v->db, e))
        return false;
    v->out = out_open(NULL, e);
    bool ok = v->out != NULL;
    if (ok && v->schema)
        ok = schema_compare(&v->pg, v->out, &count, e);
    else if (ok)
        ok = (v->options.tokens || make_key(v, e)) && verify_files(v, e);
    drop_key(v);
    pg_close(&v->pg);
    if (v->out)
        ok = out_commit(v->out, e) && ok; /* also after a failure: what was compared is told */
    return ok && (v->schema ? tell_schema(&count, e) : tell_files(v, e));
}

static bool right_usage(struct verify *v, struct err *e)
{
    long number;
    bool chosen = v->submission || v->form || v->region || v->period || v->history;
    if (v->schema && chosen)
        return err_set(e, ST_USAGE,
                       "--schema is about the whole warehouse: it takes no choice of submissions");
    if (v->submission && (!str_to_long(str_c(v->submission), &number) || number < 1))
        return err_set(e, ST_USAGE, "'%s' is no submission: they have numbers", v->submission);
    if (!v->options.archive)
        v->options.archive = getenv("KP2S_ARCHIVE");
    if (!v->schema && (!v->options.archive || !*v->options.archive)) {
        err_set(e, ST_USAGE, "no archive of original files is given");
        return err_hint(e, "--archive DIR, or KP2S_ARCHIVE");
    }
    if (!v->options.key)
        v->options.key = getenv("KP2S_KEY");
    v->options.tokens = v->options.key != NULL;
    return true;
}

int main(int argc, char **argv)
{
    static struct verify v;
    static const struct option_spec options[] = {
        {0, "db", "CONNINFO", "the database; default: KP2S_DB, else libpq's environment", &v.db, NULL},
        {'a', "archive", "DIR", "the archive of original files; default: KP2S_ARCHIVE", &v.options.archive,
         NULL},
        {0, "key", "FILE", "the warehouse's identity key; default KP2S_KEY; without: tokens are not compared",
         &v.options.key, NULL},
        {0, "site", "DIR", "the site's own aliases.csv and puskesmas.csv; default KP2S_SITE", &v.options.site,
         NULL},
        {0, "province", "CODE", "province of forms that do not name theirs", &v.options.province, NULL},
        {0, "submission", "N", "only this submission, also if it is superseded", &v.submission, NULL},
        {0, "form", "ID", "only submissions of this form", &v.form, NULL},
        {0, "region", "CODE", "only submissions of this region and of those within", &v.region, NULL},
        {0, "period", "P", "only submissions of this period and of those within", &v.period, NULL},
        {0, "history", NULL, "superseded submissions, too: their rows of the history", NULL, &v.history},
        {0, "schema", NULL, "the schema against its migrations, instead of the facts", NULL, &v.schema},
        {0, "etc", "DIR", "layouts and catalogues; default KP2S_ETC", &v.etc, NULL},
        {0},
    };
    static const struct prog prog = {
        .name = "kp2s-verify",
        .synopsis =
            "[--db CONNINFO] [--archive DIR] [--key FILE] [--submission N] [--form ID] [--region CODE] "
            "[--period P]\n                   [--history] [OPTION…] | [--db CONNINFO] --schema",
        .about =
            "Reads the archived file of each current submission anew, by kp2s-extract and kp2s-transform, "
            "and\n"
            "compares every fact: its measures, what it is of, and where it stands. Prints a CSV line for\n"
            "each submission, for --schema a line for each difference. Changes nothing in the warehouse.",
        .examples = "  kp2s-verify --archive archive --key /etc/kp2s/key --province 62\n"
                    "  kp2s-verify --archive archive --region 62.05 --period 2024\n"
                    "  kp2s-verify --schema",
        .options = options,
    };
    char **operands;
    int n, status;
    if (!prog_begin(&prog, argc, argv, &operands, &n, &status))
        return status;
    struct err e = {0};
    if (v.etc)
        setenv("KP2S_ETC", v.etc, 1);
    if (right_usage(&v, &e))
        run(&v, &e);
    arena_done(&v.arena);
    return prog_end(&prog, &e);
}
