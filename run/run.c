/* kp2s-run - the whole walk for an inbox: fetch, then extract | transform | load for each file, review,
 * check, report.
 *
 * in: a folder of agency files (or what kp2s.conf names); out: the warehouse brought up to date, a province
 * workbook, one line for each file that was not taken; on standard output a CSV of what became of each file
 * refuses: to run twice at once on the same archive; missing or contradictory configuration
 */
#include "child.h"
#include "settings.h"
#include "csv.h"
#include "mask.h"
#include "out.h"
#include "prog.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Of the streams between transform and load, in the archive's folder. */
#define WORK_NAME ".run.stream."

enum { MAX_JOBS = 16, MOST_AHEAD = 64 /* prepared and not yet loaded */ };

struct options {
    const char *conf, *jobs, *etc;
    bool no_review;
};

/* What kp2s-load tells of a file and we pass on, by its own column names. */
enum { RESULT, SUBMISSION, FORM, SCOPE, PERIOD, PART, RECORDS, REJECTED, NEW, CHANGED, WITHDRAWN, COLUMNS };
static const char *const columns[COLUMNS] = {"result",  "submission", "form", "scope",   "period",   "part",
                                             "records", "rejected",   "new",  "changed", "withdrawn"};

enum state { WAITING, PREPARING, READY, LOADING, DONE };

/* A file of the inbox and what becomes of it. */
struct file {
    struct str name, path, sha256;
    struct str work; /* the stream between transform and load */
    struct pipeline pipe;
    enum state state;
    int status;
    struct str told[COLUMNS]; /* RESULT: loaded, already, superseded, failed */
    struct str detail;
};

struct run {
    struct settings settings;
    struct arena arena;
    struct file *files; /* oldest first */
    size_t n;
    size_t next_prepare, next_load; /* those before are begun; are done */
    bool again, unfetched;          /* unfetched: something in the inbox could not be read */
    int worst;
};

static const char *set(const struct run *r, enum setting s)
{
    return r->settings.value[s];
}

/* Holds the lock for as long as the process lives. */
static bool lock_archive(struct run *r, struct err *e)
{
    const char *path = arena_printf(&r->arena, "%s/.run.lock", set(r, ARCHIVE)).ptr;
    if (mkdir(set(r, ARCHIVE), 0750) != 0 && errno != EEXIST)
        return err_set(e, ST_CANTCREATE, "cannot create '%s': %s", set(r, ARCHIVE), strerror(errno));
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0640);
    if (fd < 0)
        return err_set(e, ST_CANTCREATE, "cannot create '%s': %s", path, strerror(errno));
    if (flock(fd, LOCK_EX | LOCK_NB) != 0) {
        err_set(e, ST_CLOSED, "another kp2s-run works on archive '%s'", set(r, ARCHIVE));
        return err_hint(e, "wait for it to end");
    }
    return true;
}

/* Streams that a run left which was killed: they hold records of persons, and nobody will come for them. */
static void remove_leftovers(struct run *r)
{
    DIR *d = opendir(set(r, ARCHIVE));
    for (struct dirent *entry; d && (entry = readdir(d)) != NULL;)
        if (strncmp(entry->d_name, WORK_NAME, strlen(WORK_NAME)) == 0)
            unlinkat(dirfd(d), entry->d_name, 0);
    if (d)
        closedir(d);
}

/* Runs one program to its end; its output stays in p. False with e when it failed. */
static bool run_alone(struct pipeline *p, const char *const *argv, struct err *e)
{
    char text[1000];
    *p = (struct pipeline){.argv = {argv}, .stages = 1};
    if (!pipeline_run(p, e))
        return false;
    if (p->status[0] == 0)
        return true;
    pipeline_message(p, 0, text, sizeof text);
    return err_set(e, p->status[0] > 128 ? ST_BUG : p->status[0], "%s", text);
}

/* Fetches, and makes the list of files from what kp2s-fetch tells. What cannot be fetched does not stop the
 * rest. */
static bool fetch(struct run *r, struct err *e)
{
    const char *sources = set(r, SOURCES);
    const char *argv[] = {"kp2s-fetch",    "--quiet",     "--archive",
                          set(r, ARCHIVE), set(r, INBOX), sources ? "--sources" : NULL,
                          sources,         NULL};
    struct pipeline p;
    struct table t;
    struct err failed = {0};
    bool whole = run_alone(&p, argv, &failed);
    if (!table_open(&t, pipeline_output(&p, &r->arena), e)) { /* not even the list came */
        *e = whole ? *e : failed;
        pipeline_close(&p);
        return false;
    }
    if (!whole) {
        prog_log(LOG_WARN, "%s", failed.text);
        r->worst = failed.status;
        r->unfetched = true;
    }
    int sha = table_column(&t, "sha256", e), file = table_column(&t, "name", e), got = -1;
    size_t room = 0;
    while (sha >= 0 && file >= 0 && (got = table_next(&t, e)) == 1) {
        if (r->n == room)
            r->files = mem_grow(r->files, (room = room ? room * 2 : 64) * sizeof *r->files);
        struct str hash = arena_dup(&r->arena, table_field(&t, sha));
        r->files[r->n] = (struct file){
            .name = arena_dup(&r->arena, table_field(&t, file)),
            .sha256 = hash,
            .path = arena_printf(&r->arena, "%s/%.2s/%.*s", set(r, ARCHIVE), hash.ptr, STR_ARG(hash)),
            .work = arena_printf(&r->arena, "%s/" WORK_NAME "%zu", set(r, ARCHIVE), r->n),
        };
        r->n++;
    }
    table_close(&t);
    pipeline_close(&p);
    return got == 0;
}

/* --- one file: prepared beside others, loaded in its turn --- */

static bool prepare(struct run *r, struct file *f, struct err *e)
{
    enum { MAX_ARGS = 12 };
    const char **extract = arena_alloc(&r->arena, MAX_ARGS * sizeof *extract);
    const char **transform = arena_alloc(&r->arena, MAX_ARGS * sizeof *transform);
    size_t n = 0;
    extract[n++] = "kp2s-extract";
    extract[n++] = "--name";
    extract[n++] = f->name.ptr;
    extract[n++] = "--";
    extract[n++] = f->path.ptr;
    n = 0;
    transform[n++] = "kp2s-transform";
    transform[n++] = "--key";
    transform[n++] = set(r, KEY);
    transform[n++] = "-o";
    transform[n++] = f->work.ptr;
    if (set(r, SITE)) {
        transform[n++] = "--site";
        transform[n++] = set(r, SITE);
    }
    if (set(r, PROVINCE)) {
        transform[n++] = "--province";
        transform[n++] = set(r, PROVINCE);
    }
    f->state = PREPARING;
    f->pipe = (struct pipeline){.argv = {extract, transform}, .stages = 2};
    return pipeline_start(&f->pipe, e);
}

static bool load(struct run *r, struct file *f, struct err *e)
{
    const char **argv = arena_alloc(&r->arena, 6 * sizeof *argv);
    size_t n = 0;
    argv[n++] = "kp2s-load";
    if (set(r, MAX_REJECTS)) {
        argv[n++] = "--max-rejects";
        argv[n++] = set(r, MAX_REJECTS);
    }
    if (r->again)
        argv[n++] = "--again";
    argv[n++] = f->work.ptr;
    f->state = LOADING;
    f->pipe = (struct pipeline){.argv = {argv}, .stages = 1};
    return pipeline_start(&f->pipe, e);
}

/* Two new files of one slot in one run: the later one holds, and somebody should know. */
static void tell_of_rival(const struct run *r, const struct file *f)
{
    for (size_t i = 0; i < r->n && &r->files[i] != f; i++) {
        const struct file *g = &r->files[i];
        bool same = str_is(g->told[RESULT], "loaded");
        for (int k = FORM; same && k <= PART; k++)
            same = str_eq(g->told[k], f->told[k]);
        if (same)
            prog_log(LOG_WARN, "'%.*s' replaces '%.*s' of this same inbox: both are %.*s of %.*s for %.*s",
                     STR_ARG(f->name), STR_ARG(g->name), STR_ARG(f->told[FORM]), STR_ARG(f->told[SCOPE]),
                     STR_ARG(f->told[PERIOD]));
    }
}

/* What kp2s-load printed of the file: the columns we pass on. */
static void take_result(struct run *r, struct file *f)
{
    struct table t;
    struct err ignored = {0};
    if (!table_open(&t, pipeline_output(&f->pipe, &r->arena), &ignored))
        return;
    if (table_next(&t, &ignored) == 1)
        for (int k = 0; k < COLUMNS; k++) {
            int column = table_column(&t, columns[k], &ignored);
            if (column >= 0)
                f->told[k] = arena_dup(&r->arena, table_field(&t, column));
        }
    table_close(&t);
}

static void finish(struct run *r, struct file *f)
{
    char text[1000];
    int culprit = pipeline_culprit(&f->pipe);
    pipeline_warnings(&f->pipe, f->name);
    if (culprit < 0 && f->state == PREPARING) {
        f->state = READY;
        pipeline_close(&f->pipe);
        return;
    }
    if (culprit >= 0) {
        pipeline_message(&f->pipe, culprit, text, sizeof text);
        f->status = f->pipe.status[culprit] > 128 ? ST_BUG : f->pipe.status[culprit];
        f->told[RESULT] = STR("failed");
        f->detail = arena_dup(&r->arena, str_c(text));
        prog_log(LOG_WARN, "%.*s: %s", STR_ARG(f->name), text);
        if (r->worst != ST_TEMPORARY)
            r->worst = f->status == ST_TEMPORARY ? ST_TEMPORARY : ST_REFUSED;
    } else {
        take_result(r, f);
        if (str_is(f->told[RESULT], "loaded"))
            tell_of_rival(r, f);
    }
    f->state = DONE;
    pipeline_close(&f->pipe);
    unlink(f->work.ptr);
}

/* Starts what can be started: extract and transform for several files at a time, loads one by one in the
 * order of the list, oldest file first, so that the newest version of a file is the one that holds. */
static bool start_some(struct run *r, int jobs, struct err *e)
{
    int preparing = 0;
    bool loading = false;
    for (size_t i = r->next_load; i < r->next_prepare; i++) {
        preparing += r->files[i].state == PREPARING;
        loading = loading || r->files[i].state == LOADING;
    }
    while (r->next_load < r->next_prepare && r->files[r->next_load].state == DONE)
        r->next_load++;
    if (!loading && r->next_load < r->next_prepare && r->files[r->next_load].state == READY &&
        !load(r, &r->files[r->next_load], e))
        return false;
    for (; preparing < jobs && r->next_prepare < r->n && r->next_prepare < r->next_load + MOST_AHEAD;
         preparing++)
        if (!prepare(r, &r->files[r->next_prepare++], e))
            return false;
    return true;
}

static bool process_files(struct run *r, int jobs, struct err *e)
{
    for (;;) {
        if (!start_some(r, jobs, e))
            return false;
        if (r->next_load == r->n)
            return true;
        int status;
        pid_t pid = wait(&status);
        if (pid < 0 && errno == EINTR)
            continue;
        if (pid < 0)
            BUG("no child to wait for");
        for (size_t i = r->next_load; i < r->next_prepare; i++) {
            struct file *f = &r->files[i];
            if ((f->state == PREPARING || f->state == LOADING) && pipeline_ended(&f->pipe, pid, status)) {
                finish(r, f);
                prog_progress(f->name.ptr, (long)(f->state == DONE ? i + 1 : r->next_load), (long)r->n);
            }
        }
    }
}

static size_t count(const struct run *r, const char *result)
{
    size_t n = 0;
    for (size_t i = 0; i < r->n; i++)
        n += str_is(r->files[i].told[RESULT], result);
    return n;
}

static bool print_files(struct run *r, struct err *e)
{
    struct out *out = out_open(NULL, e);
    out_write(out, "result,status,name,sha256", 25);
    for (int k = SUBMISSION; k < COLUMNS; k++) {
        out_comma(out);
        out_field(out, str_c(columns[k]));
    }
    out_write(out, ",detail\n", 8);
    for (size_t i = 0; i < r->n; i++) {
        const struct file *f = &r->files[i];
        char number[16];
        out_field(out, f->told[RESULT]);
        out_write(out, number, (size_t)snprintf(number, sizeof number, ",%d,", f->status));
        out_field(out, mask_numbers(&r->arena, f->name));
        out_comma(out);
        out_field(out, f->sha256);
        for (int k = SUBMISSION; k < COLUMNS; k++) {
            out_comma(out);
            out_field(out, f->told[k]);
        }
        out_comma(out);
        out_field(out, mask_numbers(&r->arena, f->detail));
        out_line(out);
    }
    return out_commit(out, e);
}

/* Findings stop nothing, and neither does a year without figures that could be compared. */
static bool check(struct run *r, struct err *e)
{
    const char *year = set(r, YEAR), *province = set(r, PROVINCE);
    const char *argv[] = {"kp2s-check", "--year", year, "--csv", province ? "--province" : NULL,
                          province,     NULL};
    struct pipeline p;
    struct err failed = {0};
    bool ok = run_alone(&p, argv, &failed);
    pipeline_warnings(&p, str_c(year));
    if (ok)
        pipeline_summary(&p, str_c(year));
    else if (failed.status == ST_NOINPUT)
        prog_log(LOG_INFO, "%s: %s", year, failed.text);
    else
        *e = failed;
    pipeline_close(&p);
    return e->status == 0;
}

/* A program that works on the year's review. */
static bool run_of_year(struct run *r, const char *const *lead, struct err *e)
{
    const char *argv[10];
    size_t n = 0;
    while (lead[n]) {
        argv[n] = lead[n];
        n++;
    }
    argv[n++] = "--year";
    argv[n++] = set(r, YEAR);
    if (set(r, PROVINCE)) {
        argv[n++] = "--province";
        argv[n++] = set(r, PROVINCE);
    }
    argv[n] = NULL;
    struct pipeline p;
    bool ok = run_alone(&p, argv, e);
    pipeline_warnings(&p, str_c(set(r, YEAR)));
    pipeline_close(&p);
    return ok;
}

/* The forms of kp2s-report, and what each is called in the folder for results. */
static const struct report {
    const char *form, *prefix, *suffix;
    bool published; /* is made of what kp2s-publish left */
} reports[] = {
    {"xlsx", "reviu", ".xlsx", false}, {"html", "reviu", ".html", false}, {"csv", "data", "", true},
    {"scorecard", "kartu", "", false}, {"aksi7", "aksi7", ".xlsx", true}, {"aksi8", "aksi8", "", false},
};
enum { REPORT_FORMS = sizeof reports / sizeof *reports };

static bool is_wanted(const struct run *r, const struct report *report)
{
    struct str list = str_c(set(r, REPORTS) ? set(r, REPORTS) : "xlsx");
    while (list.len > 0)
        if (str_is(str_trim(str_cut(&list, ',')), report->form))
            return true;
    return false;
}

static bool check_reports(const struct run *r, struct err *e)
{
    struct str list = str_c(set(r, REPORTS) ? set(r, REPORTS) : "");
    while (list.len > 0) {
        struct str form = str_trim(str_cut(&list, ','));
        size_t i = 0;
        while (i < REPORT_FORMS && !str_is(form, reports[i].form))
            i++;
        if (i == REPORT_FORMS) {
            err_set(e, ST_CONFIG, "there is no report '%.*s'", STR_ARG(form));
            return err_hint(e, "reports: xlsx, html, csv, scorecard, aksi7, aksi8, with commas between");
        }
    }
    return true;
}

static bool write_reports(struct run *r, struct err *e)
{
    static const char *const publish[] = {"kp2s-publish", NULL};
    const char *province = set(r, PROVINCE);
    bool published = false;
    for (size_t i = 0; i < REPORT_FORMS; i++) {
        if (!is_wanted(r, &reports[i]))
            continue;
        if (reports[i].published && !published && !run_of_year(r, publish, e))
            return false;
        published = published || reports[i].published;
        const char *path =
            arena_printf(&r->arena, "%s/%s-%s%s%s%s", set(r, OUT), reports[i].prefix,
                         province ? province : "", province ? "-" : "", set(r, YEAR), reports[i].suffix)
                .ptr;
        const char *report[] = {"kp2s-report", reports[i].form, "-o", path, NULL};
        if (!run_of_year(r, report, e))
            return false;
        prog_log(LOG_INFO, "%s: %s", reports[i].form, path);
    }
    return true;
}

static bool review_and_report(struct run *r, struct err *e)
{
    static const char *const review[] = {"kp2s-review", NULL};
    if (mkdir(set(r, OUT), 0755) != 0 && errno != EEXIST)
        return err_set(e, ST_CANTCREATE, "cannot create '%s': %s", set(r, OUT), strerror(errno));
    return run_of_year(r, review, e) && check(r, e) && write_reports(r, e);
}

static bool run(struct run *r, const struct options *o, struct err *e)
{
    long jobs = 2;
    if (o->jobs && (!str_to_long(str_c(o->jobs), &jobs) || jobs < 1 || jobs > MAX_JOBS))
        return err_set(e, ST_USAGE, "--jobs takes a number from 1 to %d, not '%s'", MAX_JOBS, o->jobs);
    if (!settings_read(&r->settings, &r->arena, o->conf, !o->no_review, e) || !check_reports(r, e))
        return false;
    if (set(r, CONNINFO))
        setenv("KP2S_DB", set(r, CONNINFO), 1);
    if (o->etc)
        setenv("KP2S_ETC", o->etc, 1);
    if (!lock_archive(r, e))
        return false;
    remove_leftovers(r);
    if (!fetch(r, e))
        return false;
    if (!process_files(r, (int)jobs, e) || !print_files(r, e))
        return false;
    size_t loaded = count(r, "loaded"), failed = count(r, "failed"), superseded = count(r, "superseded");
    if (r->worst != ST_TEMPORARY && !o->no_review && r->n > failed && !review_and_report(r, e))
        return false;
    prog_log(LOG_INFO,
             "%zu files: %zu loaded, %zu already loaded, %zu superseded before, %zu not taken; %.1f s", r->n,
             loaded, r->n - loaded - failed - superseded, superseded, failed, prog_seconds());
    if (failed > 0)
        err_set(e, r->worst, "%zu of %zu files were not taken", failed, r->n);
    else if (r->unfetched)
        err_set(e, r->worst, "a part of the inbox or of the sources could not be read");
    else
        return true;
    return err_hint(e, "the reason of each stands above, and in the table on standard output");
}

int main(int argc, char **argv)
{
    static struct options o;
    static struct run r;
    static const struct option_spec options[] = {
        {'c', "conf", "FILE", "settings (see etc/kp2s.conf); options win over them", &o.conf, NULL},
        {0, "inbox", "DIR", "folder with what agencies sent", &r.settings.value[INBOX], NULL},
        {0, "sources", "FILE", "also fetch from the sources listed there", &r.settings.value[SOURCES], NULL},
        {0, "archive", "DIR", "folder that keeps the original bytes", &r.settings.value[ARCHIVE], NULL},
        {0, "out", "DIR", "folder for the reports", &r.settings.value[OUT], NULL},
        {0, "key", "FILE", "identity key (kp2s-transform --make-key)", &r.settings.value[KEY], NULL},
        {0, "site", "DIR", "folder with the site's own aliases.csv and puskesmas.csv; default KP2S_SITE",
         &r.settings.value[SITE], NULL},
        {0, "conninfo", "CONNINFO", "database; default KP2S_DB or libpq's environment",
         &r.settings.value[CONNINFO], NULL},
        {0, "province", "CODE", "province that files without a province column belong to",
         &r.settings.value[PROVINCE], NULL},
        {0, "year", "YEAR", "performance year to review", &r.settings.value[YEAR], NULL},
        {0, "max-rejects", "N", "refuse a file with more than N rejected records, or N%",
         &r.settings.value[MAX_REJECTS], NULL},
        {0, "reports", "LIST", "xlsx (the default), html, csv, scorecard, aksi7, aksi8, with commas between",
         &r.settings.value[REPORTS], NULL},
        {0, "etc", "DIR", "layouts, catalogues and instruments", &o.etc, NULL},
        {'j', "jobs", "N", "files worked on at the same time (default 2)", &o.jobs, NULL},
        {0, "again", NULL, "also load files that were loaded before and are superseded", NULL, &r.again},
        {0, "no-review", NULL, "only load; no review, no report", NULL, &o.no_review},
        {0},
    };
    static const struct prog prog = {
        .name = "kp2s-run",
        .synopsis =
            "[-c FILE] [--inbox DIR] [--archive DIR] [--out DIR] [--key FILE] [--year YEAR] [OPTION…]",
        .about = "Takes every file of the inbox through fetch, extract, transform and load, then computes "
                 "the review of\n"
                 "the year, looks across the files for findings and writes the province workbook, or the "
                 "reports asked for.\n"
                 "Prints a CSV line for each file: loaded, already, failed.\n"
                 "A file that fails does not stop the others; the exit status tells.",
        .examples = "  kp2s-run --conf /etc/kp2s/kp2s.conf\n"
                    "  kp2s-run --inbox inbox --archive archive --out out --key identity.key --year 2024",
        .options = options,
        .min_operands = 0,
        .max_operands = 0,
    };
    struct err e = {0};
    char **operands;
    int n, status;
    if (!prog_begin(&prog, argc, argv, &operands, &n, &status))
        return status;
    run(&r, &o, &e);
    free(r.files);
    arena_done(&r.arena);
    return prog_end(&prog, &e);
}
