/* kp2s-fetch - what agencies dropped, into the archive, unchanged.
 *
 * In: directories and files. Out: the bytes as ARCHIVE/ab/SHA256, a line in ARCHIVE/index.csv, and on
 * standard output what there is, new or known. It never looks into a file. Passed over: names that begin with
 * "." or "~$", what is still being written, symbolic links below a directory. Refused: what cannot be read;
 * the others are fetched all the same.
 */
#include "archive.h"

#include "out.h"
#include "prog.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_DEPTH = 32, MAX_FILES = 1000000 };

struct found {
    const char *path;
    size_t root; /* length of the directory given, below which it was found; 0: it was given itself */
    struct timespec time; /* of its last change */
};

/* The files found, before they are fetched. */
struct list {
    struct arena arena;
    struct found *file;
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

static int by_path(const void *a, const void *b)
{
    return strcmp(((const struct found *)a)->path, ((const struct found *)b)->path);
}

static int by_time(const void *a, const void *b)
{
    const struct found *x = a, *y = b;
    if (x->time.tv_sec != y->time.tv_sec)
        return x->time.tv_sec < y->time.tv_sec ? -1 : 1;
    if (x->time.tv_nsec != y->time.tv_nsec)
        return x->time.tv_nsec < y->time.tv_nsec ? -1 : 1;
    int order = strcmp(base_name(x->path), base_name(y->path));
    return order != 0 ? order : by_path(a, b);
}

static bool add(struct list *l, const char *path, size_t root, const struct stat *st, struct err *e)
{
    if (l->n == MAX_FILES)
        return err_set(e, ST_UNREADABLE, "more than %d files", MAX_FILES);
    if ((l->n & (l->n - 1)) == 0)
        l->file = mem_grow(l->file, (l->n ? l->n * 2 : 1) * sizeof *l->file);
    l->file[l->n++] = (struct found){arena_cstr(&l->arena, str_c(path)), root, st->st_mtim};
    return true;
}

/* --- what stands below a directory; symbolic links there are never followed, for whoever may drop files
 * could have us read what he may not --- */

struct walk {
    struct list *list;
    struct counts *counts;
    struct err *first;
    size_t root; /* length of the source's path */
};

static bool walk(const struct walk *w, int parent, const char *name, const char *path, int depth,
                 struct err *e);

static bool visit(const struct walk *w, int folder, const char *name, const char *path, int depth,
                  struct err *e)
{
    struct stat st = {.st_mode = S_IFREG}; /* what is gone again fails when it is fetched */
    fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW);
    if (S_ISDIR(st.st_mode))
        return walk(w, folder, name, path, depth + 1, e);
    if (S_ISREG(st.st_mode))
        return add(w->list, path, w->root, &st, e);
    prog_log(LOG_WARN, "'%s' passed over: %s", path,
             S_ISLNK(st.st_mode) ? "a symbolic link" : "no ordinary file");
    w->counts->passed++;
    return true;
}

/* Adds what stands in a folder and below it. */
static bool walk(const struct walk *w, int parent, const char *name, const char *path, int depth,
                 struct err *e)
{
    int fd = -1;
    if (depth > MAX_DEPTH)
        errno = ELOOP;
    else
        fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (depth > 0 ? O_NOFOLLOW : 0));
    DIR *d = fd < 0 ? NULL : fdopendir(fd);
    struct dirent *entry;
    bool ok = true;
    if (!d) {
        struct err own = {0};
        err_sys(&own, "cannot read the directory '%s'", path);
        fault(w->first, w->counts, &own);
        return true;
    }
    while (ok && (entry = readdir(d))) {
        if (passed_over(entry->d_name))
            w->counts->passed += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
        else
            ok = visit(w, fd, entry->d_name, arena_printf(&w->list->arena, "%s/%s", path, entry->d_name).ptr,
                       depth, e);
    }
    closedir(d);
    return ok;
}

/* Opens a file found; below a directory step by step, as any step may have become a link meanwhile. */
static int open_found(const struct found *f)
{
    if (f->root == 0)
        return open(f->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct arena a = {0};
    struct str rest = str_c(f->path + f->root + 1);
    int at = open(arena_cstr(&a, (struct str){f->path, f->root}), O_PATH | O_DIRECTORY | O_CLOEXEC);
    while (at >= 0 && rest.len > 0) {
        const char *name = arena_cstr(&a, str_cut(&rest, '/'));
        int flags = rest.len > 0 ? O_PATH | O_DIRECTORY : O_RDONLY | O_NONBLOCK,
            next = openat(at, name, flags | O_NOFOLLOW | O_CLOEXEC), why = errno;
        close(at);
        errno = why;
        at = next;
    }
    arena_done(&a);
    return at;
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
    for (int i = 0; i < n; i++) {
        const char *path = without_slash(&l->arena, sources[i]);
        const struct walk w = {l, c, first, strlen(path)};
        struct stat st = {0};
        bool folder = stat(path, &st) == 0 && S_ISDIR(st.st_mode);
        if (!(folder ? walk(&w, AT_FDCWD, path, path, 0, e) : add(l, path, 0, &st, e)))
            return false;
    }
    size_t kept = 0;
    if (l->n > 0)
        qsort(l->file, l->n, sizeof *l->file, by_path);
    for (size_t i = 0; i < l->n; i++) /* a file may be named twice, by itself and by its directory */
        if (kept == 0 || strcmp(l->file[kept - 1].path, l->file[i].path) != 0)
            l->file[kept++] = l->file[i];
    l->n = kept;
    if (kept > 0)
        qsort(l->file, kept, sizeof *l->file, by_time);
    return true;
}

static void print(struct out *out, const struct fetched *f, const char *origin)
{
    struct arena a = {0};
    struct str field[] = {
        f->known ? STR("known") : STR("new"),   str_c(f->sha), arena_printf(&a, "%lld", f->bytes),
        str_utf8(&a, str_c(base_name(origin))), f->path,       str_utf8(&a, str_c(origin)),
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
static void fetch(struct archive *archive, const struct found *file, struct out *out, struct counts *c,
                  struct err *first, struct err *fatal)
{
    const char *path = file->path;
    struct err own = {0};
    struct fetched f;
    int from = open_found(file);
    if (from < 0) {
        err_sys(&own, "cannot open '%s'", path);
        fault(first, c, &own);
        return;
    }
    enum archive_result result = archive_put(archive, from, path, base_name(path), &f, &own, fatal);
    close(from);
    switch (result) {
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
        fetch(archive, &l.file[i], out, &c, &first, e);
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
    free(l.file);
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
                 "in DIR/index.csv and prints state,sha256,bytes,name,path,origin, the file changed longest "
                 "ago first.\n"
                 "What begins with . or ~$, is empty or still being written is passed over, and below a "
                 "directory\n"
                 "symbolic links and what is no ordinary file.",
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
