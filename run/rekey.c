/* kp2s-rekey - a new identity key for the warehouse: the tokens of all persons are made anew from the
 * archive.
 *
 * in:  the archive's files, the former and the new key
 * out: what kp2s-retoken prints, a CSV line for each table; submissions, figures and lineage stay as they are
 * refuses: to run beside kp2s-run on the same archive; to leave a fact under the former key (kp2s-retoken
 * says of which file). Nothing is changed then.
 */
#include "child.h"
#include "csv.h"
#include "out.h"
#include "prog.h"
#include "settings.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

struct options {
    const char *conf, *former_key, *etc;
    bool erase_history;
};

struct rekey {
    struct settings settings;
    struct arena arena;
    const struct options *o;
    const char *pairs, *part; /* all pairs, and those of the file at hand: in the archive's folder */
    long files, failed;
};

static const char *set(const struct rekey *r, enum setting s)
{
    return r->settings.value[s];
}

/* Holds kp2s-run's lock for as long as the process lives. */
static bool lock_archive(struct rekey *r, struct err *e)
{
    const char *path = arena_printf(&r->arena, "%s/.run.lock", set(r, ARCHIVE)).ptr;
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0640);
    if (fd < 0)
        return err_sys(e, "cannot open '%s'", path);
    if (flock(fd, LOCK_EX | LOCK_NB) == 0)
        return true;
    err_set(e, ST_CLOSED, "kp2s-run works on archive '%s'", set(r, ARCHIVE));
    return err_hint(e, "wait for it to end");
}

static bool append(FILE *to, const char *path, struct err *e)
{
    char buffer[65536];
    size_t n;
    FILE *from = fopen(path, "r");
    if (!from)
        return err_sys(e, "cannot open '%s'", path);
    while ((n = fread(buffer, 1, sizeof buffer, from)) > 0)
        fwrite(buffer, 1, n, to);
    bool ok = !ferror(from) && !ferror(to);
    fclose(from);
    return ok || err_sys(e, "cannot write the pairs of tokens");
}

/* The pairs of one file. A file that cannot be read now gave no facts, or kp2s-retoken will miss its tokens.
 */
static bool add_file(struct rekey *r, const char *name, const char *path, FILE *to, struct err *e)
{
    enum { TRANSFORM_ARGS = 14 };
    const char *extract[] = {"kp2s-extract", "--quiet", "--name", name, "--", path, NULL};
    const char *transform[TRANSFORM_ARGS] = {
        "kp2s-transform", "--quiet", "--key", set(r, KEY), "--former-key",
        r->o->former_key, "--pairs", r->part, "-o",        "/dev/null"};
    if (set(r, PROVINCE)) {
        transform[10] = "--province";
        transform[11] = set(r, PROVINCE);
    }
    struct pipeline p = {.argv = {extract, transform}, .stages = 2};
    char text[1000];
    bool ok = pipeline_run(&p, e);
    int culprit = ok ? pipeline_culprit(&p) : -1;
    r->files++;
    if (ok && culprit < 0) {
        ok = append(to, r->part, e);
        unlink(r->part);
    } else if (ok) {
        pipeline_message(&p, culprit, text, sizeof text);
        if (p.status[culprit] == ST_CONFIG || p.status[culprit] == ST_PERMISSION)
            ok = err_set(e, p.status[culprit], "%s", text);
        else
            prog_log(LOG_DEBUG, "%s: %s", name, text);
        r->failed++;
    }
    pipeline_close(&p);
    return ok;
}

/* Each name that the archive has bytes by: layouts may tell forms by the name. */
static bool add_archive(struct rekey *r, FILE *to, struct err *e)
{
    struct table t;
    struct arena a = {0};
    if (!table_open(&t, arena_printf(&r->arena, "%s/index.csv", set(r, ARCHIVE)).ptr, e))
        return false;
    int sha = table_column(&t, "sha256", e), name = table_column(&t, "name", e), got = -1;
    while (sha >= 0 && name >= 0 && (got = table_next(&t, e)) == 1) {
        struct str hash = table_field(&t, sha);
        const char *path = arena_printf(&a, "%s/%.2s/%.*s", set(r, ARCHIVE), hash.ptr, STR_ARG(hash)).ptr;
        if (!add_file(r, arena_cstr(&a, table_field(&t, name)), path, to, e)) {
            got = -1;
            break;
        }
        arena_reset(&a);
    }
    table_close(&t);
    arena_done(&a);
    return got == 0;
}

static bool retoken(struct rekey *r, struct err *e)
{
    const char *argv[] = {"kp2s-retoken", "--quiet", r->pairs, r->o->erase_history ? "--erase-history" : NULL,
                          NULL};
    struct pipeline p = {.argv = {argv}, .stages = 1};
    char text[1000];
    bool ok = pipeline_run(&p, e);
    if (ok && pipeline_culprit(&p) >= 0) {
        pipeline_message(&p, 0, text, sizeof text);
        ok = err_set(e, p.status[0] > 128 ? ST_BUG : p.status[0], "%s", text);
    } else if (ok) {
        ok = append(stdout, pipeline_output(&p, &r->arena), e) && fflush(stdout) == 0;
    }
    pipeline_close(&p);
    return ok;
}

static bool run(struct rekey *r, struct err *e)
{
    if (!r->o->former_key) {
        err_set(e, ST_USAGE, "no former key is named");
        return err_hint(e, "--former-key OLD --key NEW; kp2s-transform --make-key NEW makes the new one");
    }
    r->settings.value[INBOX] = ""; /* nothing is fetched */
    if (!settings_read(&r->settings, &r->arena, r->o->conf, false, e))
        return false;
    if (set(r, CONNINFO))
        setenv("KP2S_DB", set(r, CONNINFO), 1);
    if (r->o->etc)
        setenv("KP2S_ETC", r->o->etc, 1);
    if (!lock_archive(r, e))
        return false;
    r->pairs = arena_printf(&r->arena, "%s/.rekey.pairs", set(r, ARCHIVE)).ptr;
    r->part = arena_printf(&r->arena, "%s/.rekey.part", set(r, ARCHIVE)).ptr;
    int fd = open(r->pairs, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    FILE *to = fd < 0 ? NULL : fdopen(fd, "w");
    if (!to)
        return err_sys(e, "cannot create '%s'", r->pairs);
    bool ok = add_archive(r, to, e);
    if (fclose(to) != 0 && ok)
        ok = err_sys(e, "cannot write '%s'", r->pairs);
    ok = ok && retoken(r, e);
    unlink(r->pairs);
    unlink(r->part);
    return ok;
}

int main(int argc, char **argv)
{
    static struct options o;
    static struct rekey r = {.o = &o};
    static const struct option_spec options[] = {
        {'c', "conf", "FILE", "settings of kp2s-run; options win over them", &o.conf, NULL},
        {0, "archive", "DIR", "folder that keeps the original bytes", &r.settings.value[ARCHIVE], NULL},
        {0, "former-key", "FILE", "the key under which the warehouse's tokens are", &o.former_key, NULL},
        {0, "key", "FILE", "the new key", &r.settings.value[KEY], NULL},
        {0, "conninfo", "CONNINFO", "database; default KP2S_DB or libpq's environment",
         &r.settings.value[CONNINFO], NULL},
        {0, "province", "CODE", "province that files without a province column belong to",
         &r.settings.value[PROVINCE], NULL},
        {0, "etc", "DIR", "layouts, catalogues and instruments", &o.etc, NULL},
        {0, "erase-history", NULL, "erase rows of the history whose file is not in the archive any more",
         NULL, &o.erase_history},
        {0},
    };
    static const struct prog prog = {
        .name = "kp2s-rekey",
        .synopsis = "[-c FILE] [--archive DIR] --former-key OLD --key NEW [OPTION…]",
        .about =
            "Brings in a new identity key: reads every file of the archive under both keys and changes all "
            "tokens\n"
            "of persons in the warehouse, facts and history, in one transaction. Figures, submissions and\n"
            "lineage stay. From then on loads with the former key are refused.",
        .examples = "  kp2s-transform --make-key /etc/kp2s/key.2026\n"
                    "  kp2s-rekey -c /etc/kp2s/kp2s.conf --former-key /etc/kp2s/key --key /etc/kp2s/key.2026",
        .options = options,
        .min_operands = 0,
        .max_operands = 0,
    };
    struct err e = {0};
    char **operands;
    int n, status;
    if (!prog_begin(&prog, argc, argv, &operands, &n, &status))
        return status;
    if (run(&r, &e))
        prog_log(LOG_INFO,
                 "%ld files read, %ld of them without pairs; the warehouse is under the new key; %.1f s",
                 r.files, r.failed, prog_seconds());
    arena_done(&r.arena);
    return prog_end(&prog, &e);
}
