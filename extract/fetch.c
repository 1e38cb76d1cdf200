/* kp2s-fetch - what agencies dropped, into the archive, unchanged.
 *
 * In: directories and files. Out: the bytes as ARCHIVE/ab/SHA256, a line in ARCHIVE/index.csv, and on
 * standard output what there is, new or known. It never looks into a file. Passed over: names that begin with
 * "." or "~$", what is still being written. Refused: what cannot be read; the others are fetched all the
 * same.
 */
#include "archive.h"

#include "out.h"
#include "prog.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MAX_DEPTH = 32, MAX_FILES = 1000000 };

/* The files found, before they are fetched. */
struct list {
    struct arena arena;
    const char **path;
    size_t n;
};

struct counts {
    long fresh, known, passed, failed;
};

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static bool ends_with(const char *name, const char *end)
{
    size_t n = strlen(name), len = strlen(end);
    return n >= len && strcasecmp(name + n - len, end) == 0;
}

/* Names of what is hidden, a lock, or still on its way. */
static bool passed_over(const char *name)
{
    static const char *const unfinished[] = {".part", ".partial", ".filepart", ".crdownload", ".tmp"};
    if (name[0] == '.' || strncmp(name, "~$", 2) == 0)
        return true;
    for (size_t i = 0; i < sizeof unfinished / sizeof *unfinished; i++)
        if (ends_with(name, unfinished[i]))
            return true;
    return false;
}

static void fault(struct err *first, struct counts *c, const struct err *e)
{
    prog_log(LOG_ERROR, "%s", e->text);
    c->failed++;
    if (first->status == 0)
        *first = *e;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool add(struct list *l, const char *path, struct err *e)
{
    if (l->n == MAX_FILES)
        return err_set(e, ST_UNREADABLE, "more than %d files", MAX_FILES);
    if ((l->n & (l->n - 1)) == 0)
        l->path = mem_grow(l->path, (l->n ? l->n * 2 : 1) * sizeof *l->path);
    l->path[l->n++] = arena_cstr(&l->arena, str_c(path));
    return true;
}

/* Adds what stands in a folder and below it. */
static bool walk(struct list *l, const char *folder, int depth, struct counts *c, struct err *first,
                 struct err *e)
{
    DIR *d = depth > MAX_DEPTH ? NULL : opendir(folder);
    struct dirent *entry;
    bool ok = true;
    if (!d) {
        struct err own = {0};
        if (depth > MAX_DEPTH)
            errno = ELOOP;
        err_sys(&own, "cannot read the directory '%s'", folder);
        fault(first, c, &own);
        return true;
    }
    while (ok && (entry = readdir(d))) {
        struct stat st;
        if (passed_over(entry->d_name)) {
            c->passed += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
            continue;
        }
        const char *path = arena_printf(&l->arena, "%s/%s", folder, entry->d_name).ptr;
        bool below = lstat(path, &st) == 0 && S_ISDIR(st.st_mode);
        ok = below ? walk(l, path, depth + 1, c, first, e) : add(l, path, e);
    }
    closedir(d);
    return ok;
}

/* A path without slashes at its end. */
static const char *without_slash(struct arena *a, const char *path)
{
    struct str s = str_c(path);
    while (s.len > 1 && s.ptr[s.len - 1] == '/')
        s.len--;
    return arena_cstr(a, s);
}

static bool gather(struct list *l, char **sources, int n, struct counts *c, struct err *first, struct err *e)
{
    struct stat st;
    for (int i = 0; i < n; i++) {
        const char *path = without_slash(&l->arena, sources[i]);
        bool folder = stat(path, &st) == 0 && S_ISDIR(st.st_mode);
        if (!(folder ? walk(l, path, 0, c, first, e) : add(l, path, e)))
            return false;
    }
    size_t kept = 0;
    if (l->n > 0)
        qsort(l->path, l->n, sizeof *l->path, by_name);
    for (size_t i = 0; i < l->n; i++) /* a file may be named twice, by itself and by its directory */
        if (kept == 0 || strcmp(l->path[kept - 1], l->path[i]) != 0)
            l->path[kept++] = l->path[i];
    l->n = kept;
    return true;
}

static void print(struct out *out, const struct fetched *f, const char *origin)
{
    struct arena a = {0};
    struct str field[] = {
        f->known ? STR("known") : STR("new"),
        str_c(f->sha),
        arena_printf(&a, "%lld", f->bytes),
        str_c(base_name(origin)),
        f->path,
        str_c(origin),
    };
    for (size_t i = 0; i < sizeof field / sizeof *field; i++) {
        if (i > 0)
            out_comma(out);
        out_field(out, field[i]);
    }
    out_line(out);
    arena_done(&a);
}

/* Fetches one file; *fatal is filled when the archive itself fails. */
static void fetch(struct archive *archive, const char *path, struct out *out, struct counts *c,
                  struct err *first, struct err *fatal)
{
    struct err own = {0};
    struct fetched f;
    switch (archive_put(archive, path, base_name(path), &f, &own, fatal)) {
    case ARCHIVE_STORED:
        c->known += f.known;
        c->fresh += !f.known;
        print(out, &f, path);
        break;
    case ARCHIVE_UNFINISHED:
        prog_log(LOG_WARN, "'%s' passed over: empty, or still being written", path);
        c->passed++;
        break;
    case ARCHIVE_FAILED:
        if (fatal->status == 0)
            fault(first, c, &own);
    }
}

static void run(const char *folder, const char *output, char **sources, int n, struct err *e)
{
    struct list l = {0};
    struct counts c = {0};
    struct err first = {0};
    if (!folder) {
        err_set(e, ST_USAGE, "no archive given");
        err_hint(e, "name its directory with --archive");
        return;
    }
    struct archive *archive =
        gather(&l, sources, n, &c, &first, e) ? archive_open(without_slash(&l.arena, folder), e) : NULL;
    struct out *out = archive ? out_open(output, e) : NULL;
    if (out)
        out_write(out, "state,sha256,bytes,name,path,origin\n", 36);
    for (size_t i = 0; out && i < l.n && e->status == 0; i++) {
        fetch(archive, l.path[i], out, &c, &first, e);
        prog_progress("files", (long)i + 1, (long)l.n);
    }
    if (out && e->status == 0)
        out_commit(out, e);
    else
        out_abandon(out);
    if (archive && e->status == 0)
        prog_log(LOG_INFO, "new %ld, known %ld, passed over %ld, failed %ld; %.1f s", c.fresh, c.known,
                 c.passed, c.failed, prog_seconds());
    if (first.status != 0)
        err_set(e, first.status, "%ld of the sources could not be fetched, the others were", c.failed);
    archive_close(archive);
    arena_done(&l.arena);
    free(l.path);
}

int main(int argc, char **argv)
{
    const char *folder = NULL, *output = NULL;
    const struct option_spec options[] = {
        {'a', "archive", "DIR", "the archive (made when it is not there)", &folder, NULL},
        {'o', "output", "FILE", "write to FILE instead of standard output", &output, NULL},
        {0},
    };
    const struct prog p = {
        .name = "kp2s-fetch",
        .synopsis = "--archive DIR [-o OUT] SOURCE…",
        .about = "Copies files, and the files in directories, unchanged into the archive as DIR/ab/SHA256, "
                 "notes them\n"
                 "in DIR/index.csv and prints state,sha256,bytes,name,path,origin, in order of origin. What "
                 "begins\n"
                 "with . or ~$, is empty or still being written is passed over.",
        .examples = "  kp2s-fetch --archive /var/lib/kp2s/archive /srv/inbox",
        .options = options,
        .min_operands = 1,
        .max_operands = -1,
    };
    struct err e = {0};
    char **operands;
    int n, status;
    if (!prog_begin(&p, argc, argv, &operands, &n, &status))
        return status;
    run(folder, output, operands, n, &e);
    return prog_end(&p, &e);
}
