/* kp2s-run - the whole walk for an inbox: fetch, then extract | transform | load for each file, review,
 * report.
 *
 * in: a folder of agency files (or what kp2s.conf names); out: the warehouse brought up to date, a province
 * workbook, one line for each file that was not taken; on standard output a CSV of what became of each file
 * refuses: to run twice at once on the same archive; missing or contradictory configuration
 */
#include "child.h"
#include "csv.h"
#include "inifile.h"
#include "out.h"
#include "prog.h"

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

enum { MAX_JOBS = 16 };

struct setting {
    const char *section, *name;
    const char *value;
};

/* One table for kp2s.conf and the options of the same names. */
enum { INBOX, ARCHIVE, OUT, KEY, CONNINFO, PROVINCE, YEAR, SETTINGS };
static struct setting settings[SETTINGS] = {
    [INBOX] = {"paths", "inbox", NULL},
    [ARCHIVE] = {"paths", "archive", NULL},
    [OUT] = {"paths", "out", NULL},
    [KEY] = {"paths", "key", NULL},
    [CONNINFO] = {"database", "conninfo", NULL},
    [PROVINCE] = {"review", "province", NULL},
    [YEAR] = {"review", "year", NULL},
};

struct options {
    const char *conf, *jobs, *etc;
    const char *value[SETTINGS];
    bool no_review;
};

/* A file of the inbox and what became of it. */
struct file {
    struct str name, path, sha256;
    struct pipeline pipe;
    bool done;
    int status;
    struct str result; /* loaded, already, failed */
    struct str detail;
};

struct run {
    struct arena arena;
    struct file *files;
    size_t n, started, ended, loaded, already, failed;
    int worst;
    bool unfetched; /* something in the inbox could not be read */
};

static bool on_setting(void *context, struct str section, struct str key, struct str value, int line,
                       struct err *e)
{
    struct arena *arena = context;
    (void)line;
    for (int i = 0; i < SETTINGS; i++)
        if (str_is(section, settings[i].section) && str_is(key, settings[i].name)) {
            settings[i].value = arena_cstr(arena, value);
            return true;
        }
    return err_set(e, ST_CONFIG, "unknown setting '%.*s' in [%.*s]", STR_ARG(key), STR_ARG(section));
}

static bool configure(struct arena *arena, const struct options *o, struct err *e)
{
    if (o->conf && !ini_read(o->conf, on_setting, arena, e))
        return false;
    for (int i = 0; i < SETTINGS; i++) {
        if (o->value[i])
            settings[i].value = o->value[i];
        bool optional = i == CONNINFO || i == PROVINCE || (o->no_review && (i == OUT || i == YEAR));
        if (!settings[i].value && !optional) {
            err_set(e, ST_CONFIG, "no %s is set", settings[i].name);
            return err_hint(e, "give --%s, or %s = … in [%s] of the file named by --conf", settings[i].name,
                            settings[i].name, settings[i].section);
        }
    }
    if (settings[CONNINFO].value)
        setenv("KP2S_DB", settings[CONNINFO].value, 1);
    if (o->etc)
        setenv("KP2S_ETC", o->etc, 1);
    return true;
}

/* Holds the lock for as long as the process lives. */
static bool lock_archive(struct arena *arena, struct err *e)
{
    const char *path = arena_printf(arena, "%s/.run.lock", settings[ARCHIVE].value).ptr;
    if (mkdir(settings[ARCHIVE].value, 0750) != 0 && errno != EEXIST)
        return err_set(e, ST_CANTCREATE, "cannot create '%s': %s", settings[ARCHIVE].value, strerror(errno));
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0640);
    if (fd < 0)
        return err_set(e, ST_CANTCREATE, "cannot create '%s': %s", path, strerror(errno));
    if (flock(fd, LOCK_EX | LOCK_NB) != 0) {
        err_set(e, ST_CLOSED, "another kp2s-run works on archive '%s'", settings[ARCHIVE].value);
        return err_hint(e, "wait for it to end");
    }
    return true;
}

/* Runs one program to its end; its output stays in p. False with e when it failed. */
static bool run_alone(struct pipeline *p, const char *const *argv, struct err *e)
{
    char text[1000];
    *p = (struct pipeline){.argv = {argv}, .stages = 1};
    if (!pipeline_start(p, e))
        return false;
    while (p->running > 0) {
        int status;
        pid_t pid = wait(&status);
        if (pid > 0)
            pipeline_ended(p, pid, status);
        else if (errno != EINTR)
            BUG("no child to wait for");
    }
    if (p->status[0] == 0)
        return true;
    pipeline_message(p, 0, text, sizeof text);
    return err_set(e, p->status[0] > 128 ? ST_BUG : p->status[0], "%s", text);
}

/* Fetches, and makes the list of files from what kp2s-fetch tells. What cannot be fetched does not stop the
 * rest. */
static bool fetch(struct run *r, struct err *e)
{
    const char *argv[] = {"kp2s-fetch",          "--quiet", "--archive", settings[ARCHIVE].value,
                          settings[INBOX].value, NULL};
    struct pipeline p;
    struct table t;
    char name[64];
    bool whole = run_alone(&p, argv, e);
    snprintf(name, sizeof name, "/proc/self/fd/%d", fileno(p.output));
    if (!whole && p.status[0] != ST_NOINPUT && p.status[0] != ST_PERMISSION) {
        pipeline_close(&p);
        return false;
    }
    if (!whole) {
        prog_log(LOG_WARN, "%s", e->text);
        r->worst = e->status;
        r->unfetched = true;
        *e = (struct err){0};
    }
    if (!table_open(&t, name, e)) {
        pipeline_close(&p);
        return false;
    }
    int sha = table_column(&t, "sha256", e), file = table_column(&t, "name", e), got = -1;
    size_t room = 0;
    while (sha >= 0 && file >= 0 && (got = table_next(&t, e)) == 1) {
        if (r->n == room)
            r->files = mem_grow(r->files, (room = room ? room * 2 : 64) * sizeof *r->files);
        struct str hash = arena_dup(&r->arena, table_field(&t, sha));
        r->files[r->n++] = (struct file){
            .name = arena_dup(&r->arena, table_field(&t, file)),
            .sha256 = hash,
            .path = arena_printf(&r->arena, "%s/%.2s/%.*s", settings[ARCHIVE].value, hash.ptr, STR_ARG(hash)),
        };
    }
    table_close(&t);
    pipeline_close(&p);
    return got == 0;
}

static bool begin_file(struct run *r, struct file *f, struct err *e)
{
    enum { MAX_ARGS = 12 };
    const char **extract = arena_alloc(&r->arena, MAX_ARGS * sizeof *extract);
    const char **transform = arena_alloc(&r->arena, MAX_ARGS * sizeof *transform);
    const char **load = arena_alloc(&r->arena, MAX_ARGS * sizeof *load);
    size_t n = 0;
    extract[n++] = "kp2s-extract";
    extract[n++] = "--name";
    extract[n++] = f->name.ptr;
    extract[n++] = "--";
    extract[n++] = f->path.ptr;
    n = 0;
    transform[n++] = "kp2s-transform";
    transform[n++] = "--key";
    transform[n++] = settings[KEY].value;
    if (settings[PROVINCE].value) {
        transform[n++] = "--province";
        transform[n++] = settings[PROVINCE].value;
    }
    load[0] = "kp2s-load";
    f->pipe = (struct pipeline){.argv = {extract, transform, load}, .stages = 3};
    return pipeline_start(&f->pipe, e);
}

/* The pipe of f has ended: what became of the file, from what kp2s-load printed or from the culprit's
 * message. */
static void finish_file(struct run *r, struct file *f)
{
    char text[1000], state[16] = "";
    int culprit = pipeline_culprit(&f->pipe);
    f->done = true;
    if (culprit >= 0) {
        pipeline_message(&f->pipe, culprit, text, sizeof text);
        f->status = f->pipe.status[culprit] > 128 ? ST_BUG : f->pipe.status[culprit];
        f->result = STR("failed");
        f->detail = arena_dup(&r->arena, str_c(text));
        r->failed++;
        prog_log(LOG_WARN, "%.*s: %s", STR_ARG(f->name), text);
        if (r->worst != ST_TEMPORARY)
            r->worst = f->status == ST_TEMPORARY ? ST_TEMPORARY : ST_REFUSED;
    } else {
        char *line = NULL;
        size_t room = 0;
        rewind(f->pipe.output);
        while (getline(&line, &room, f->pipe.output) > 0)
            sscanf(line, "%15[a-z]", state);
        free(line);
        bool already = strcmp(state, "already") == 0;
        f->result = already ? STR("already") : STR("loaded");
        *(already ? &r->already : &r->loaded) += 1;
    }
    pipeline_close(&f->pipe);
    r->ended++;
}

static bool process_files(struct run *r, int jobs, struct err *e)
{
    size_t running = 0;
    while (r->ended < r->n) {
        while (running < (size_t)jobs && r->started < r->n) {
            if (!begin_file(r, &r->files[r->started], e))
                return false;
            r->started++;
            running++;
        }
        int status;
        pid_t pid = wait(&status);
        if (pid < 0 && errno == EINTR)
            continue;
        if (pid < 0)
            BUG("no child to wait for");
        for (size_t i = 0; i < r->started; i++) {
            struct file *f = &r->files[i];
            if (!f->done && pipeline_ended(&f->pipe, pid, status)) {
                finish_file(r, f);
                running--;
                prog_progress(f->name.ptr, (long)r->ended, (long)r->n);
            }
        }
    }
    return true;
}

static bool print_files(const struct run *r, struct err *e)
{
    struct out *out = out_open(NULL, e);
    out_write(out, "result,status,name,sha256,detail\n", 33);
    for (size_t i = 0; i < r->n; i++) {
        const struct file *f = &r->files[i];
        char number[16];
        int len = snprintf(number, sizeof number, ",%d,", f->status);
        out_field(out, f->result);
        out_write(out, number, (size_t)len);
        out_field(out, f->name);
        out_comma(out);
        out_field(out, f->sha256);
        out_comma(out);
        out_field(out, f->detail);
        out_line(out);
    }
    return out_commit(out, e);
}

static bool review_and_report(struct run *r, struct err *e)
{
    const char *year = settings[YEAR].value, *province = settings[PROVINCE].value;
    const char *review[] = {"kp2s-review", "--year", year, province ? "--province" : NULL, province, NULL};
    struct str workbook = arena_printf(&r->arena, "%s/reviu-%s%s%s.xlsx", settings[OUT].value,
                                       province ? province : "", province ? "-" : "", year);
    const char *report[] = {"kp2s-report", "--year", year, "-o", workbook.ptr, province ? "--province" : NULL,
                            province,      NULL};
    struct pipeline p;
    if (mkdir(settings[OUT].value, 0755) != 0 && errno != EEXIST)
        return err_set(e, ST_CANTCREATE, "cannot create '%s': %s", settings[OUT].value, strerror(errno));
    bool ok = run_alone(&p, review, e);
    pipeline_close(&p);
    ok = ok && run_alone(&p, report, e);
    if (ok)
        prog_log(LOG_INFO, "workbook: %s", workbook.ptr);
    pipeline_close(&p);
    return ok;
}

static bool run(struct run *r, const struct options *o, struct err *e)
{
    long jobs = 2;
    if (o->jobs && (!str_to_long(str_c(o->jobs), &jobs) || jobs < 1 || jobs > MAX_JOBS))
        return err_set(e, ST_USAGE, "--jobs takes a number from 1 to %d, not '%s'", MAX_JOBS, o->jobs);
    if (!configure(&r->arena, o, e) || !lock_archive(&r->arena, e) || !fetch(r, e))
        return false;
    if (!process_files(r, (int)jobs, e) || !print_files(r, e))
        return false;
    if (r->worst != ST_TEMPORARY && !o->no_review && r->loaded + r->already > 0 && !review_and_report(r, e))
        return false;
    prog_log(LOG_INFO, "%zu files: %zu loaded, %zu already loaded, %zu not taken; %.1f s", r->n, r->loaded,
             r->already, r->failed, prog_seconds());
    if (r->failed > 0)
        err_set(e, r->worst, "%zu of %zu files were not taken", r->failed, r->n);
    else if (r->unfetched)
        err_set(e, r->worst, "a part of the inbox could not be read");
    else
        return true;
    return err_hint(e, "the reason of each stands above, and in the table on standard output");
}

int main(int argc, char **argv)
{
    static struct options o;
    static const struct option_spec options[] = {
        {'c', "conf", "FILE", "settings (see etc/kp2s.conf); options win over them", &o.conf, NULL},
        {0, "inbox", "DIR", "folder with what agencies sent", &o.value[INBOX], NULL},
        {0, "archive", "DIR", "folder that keeps the original bytes", &o.value[ARCHIVE], NULL},
        {0, "out", "DIR", "folder for the workbook", &o.value[OUT], NULL},
        {0, "key", "FILE", "identity key (kp2s-transform --make-key)", &o.value[KEY], NULL},
        {0, "conninfo", "CONNINFO", "database; default KP2S_DB or libpq's environment", &o.value[CONNINFO],
         NULL},
        {0, "province", "CODE", "province that files without a province column belong to", &o.value[PROVINCE],
         NULL},
        {0, "year", "YEAR", "performance year to review", &o.value[YEAR], NULL},
        {0, "etc", "DIR", "layouts, catalogues and instruments", &o.etc, NULL},
        {'j', "jobs", "N", "files worked on at the same time (default 2)", &o.jobs, NULL},
        {0, "no-review", NULL, "only load; no review, no workbook", NULL, &o.no_review},
        {0},
    };
    static const struct prog prog = {
        .name = "kp2s-run",
        .synopsis =
            "[-c FILE] [--inbox DIR] [--archive DIR] [--out DIR] [--key FILE] [--year YEAR] [OPTION…]",
        .about = "Takes every file of the inbox through fetch, extract, transform and load, then computes "
                 "the review of\n"
                 "the year and writes the province workbook. Prints a CSV line for each file: loaded, "
                 "already, failed.\n"
                 "A file that fails does not stop the others; the exit status tells.",
        .examples = "  kp2s-run --conf /etc/kp2s/kp2s.conf\n"
                    "  kp2s-run --inbox inbox --archive archive --out out --key identity.key --year 2024",
        .options = options,
        .min_operands = 0,
        .max_operands = 0,
    };
    struct err e = {0};
    struct run r = {0};
    char **operands;
    int n, status;
    if (!prog_begin(&prog, argc, argv, &operands, &n, &status))
        return status;
    run(&r, &o, &e);
    free(r.files);
    arena_done(&r.arena);
    return prog_end(&prog, &e);
}
