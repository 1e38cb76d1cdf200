#include "inbox.h"

#include "prog.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_DEPTH = 32, MAX_FILES = 1000000 };

const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

bool name_ends_with(const char *name, const char *end)
{
    size_t n = strlen(name), len = strlen(end);
    return n >= len && strcasecmp(name + n - len, end) == 0;
}

bool name_passed_over(const char *name)
{
    static const char *const unfinished[] = {".part", ".partial", ".filepart", ".crdownload", ".tmp"};
    if (name[0] == '.' || strncmp(name, "~$", 2) == 0)
        return true;
    for (size_t i = 0; i < sizeof unfinished / sizeof *unfinished; i++)
        if (name_ends_with(name, unfinished[i]))
            return true;
    return false;
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

static bool add(struct inbox *in, const char *path, size_t root, const struct stat *st, struct err *e)
{
    if (in->n == MAX_FILES)
        return err_set(e, ST_UNREADABLE, "more than %d files", MAX_FILES);
    if ((in->n & (in->n - 1)) == 0)
        in->file = mem_grow(in->file, (in->n ? in->n * 2 : 1) * sizeof *in->file);
    in->file[in->n++] = (struct found){arena_cstr(&in->arena, str_c(path)), root, st->st_mtim};
    return true;
}

/* --- what stands below a directory --- */

struct walk {
    struct inbox *inbox;
    struct tally *tally;
    const struct source *source;
    size_t root; /* length of the source's path */
};

static bool walk(const struct walk *w, int parent, const char *name, const char *path, int depth,
                 struct err *e);

/* Whether a file is whole, as far as its source says how to tell: a marker stands beside it, or it has
 * rested. The time of its last change of any kind counts, which nobody can set. */
static bool complete(const struct source *s, int folder, const char *name, const struct stat *st)
{
    struct arena a = {0};
    struct stat marker;
    bool marked = s->marker && fstatat(folder, arena_printf(&a, "%s%s", name, s->marker).ptr, &marker,
                                       AT_SYMLINK_NOFOLLOW) == 0;
    arena_done(&a);
    if (marked || (!s->marker && s->rest == 0))
        return true;
    return s->rest > 0 && time(NULL) - st->st_ctim.tv_sec >= s->rest;
}

static bool visit_file(const struct walk *w, int folder, const char *name, const char *path,
                       const struct stat *st, struct err *e)
{
    const struct source *s = w->source;
    if ((s->name && fnmatch(s->name, name, FNM_CASEFOLD) != 0) ||
        (s->marker && name_ends_with(name, s->marker))) {
        w->tally->passed++;
        return true;
    }
    if (complete(s, folder, name, st))
        return add(w->inbox, path, w->root, st, e);
    prog_log(LOG_WARN, "'%s' passed over: %s", path,
             s->rest > 0 ? "changed too recently to be complete" : "no marker says that it is complete");
    w->tally->passed++;
    return true;
}

static bool visit(const struct walk *w, int folder, const char *name, const char *path, int depth,
                  struct err *e)
{
    struct stat st = {.st_mode = S_IFREG}; /* what is gone again fails when it is fetched */
    fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW);
    if (S_ISDIR(st.st_mode))
        return walk(w, folder, name, path, depth + 1, e);
    if (S_ISREG(st.st_mode))
        return visit_file(w, folder, name, path, &st, e);
    prog_log(LOG_WARN, "'%s' passed over: %s", path,
             S_ISLNK(st.st_mode) ? "a symbolic link" : "no ordinary file");
    w->tally->passed++;
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
        source_place(w->source, &own);
        tally_fault(w->tally, &own);
        return true;
    }
    while (ok && (entry = readdir(d))) {
        if (name_passed_over(entry->d_name))
            w->tally->passed += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
        else
            ok = visit(w, fd, entry->d_name, arena_printf(&w->inbox->arena, "%s/%s", path, entry->d_name).ptr,
                       depth, e);
    }
    closedir(d);
    return ok;
}

/* Below a directory step by step, as any step may have become a link meanwhile. */
int inbox_open(const struct found *f)
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

/* A file may be named twice, by itself and by its directory. */
static void sort(struct inbox *in)
{
    size_t kept = 0;
    if (in->n == 0)
        return;
    qsort(in->file, in->n, sizeof *in->file, by_path);
    for (size_t i = 0; i < in->n; i++)
        if (kept == 0 || strcmp(in->file[kept - 1].path, in->file[i].path) != 0)
            in->file[kept++] = in->file[i];
    in->n = kept;
    qsort(in->file, kept, sizeof *in->file, by_time);
}

bool inbox_gather(struct inbox *in, const struct sources *s, struct tally *t, struct err *e)
{
    for (size_t i = 0; i < s->n; i++) {
        const struct source *source = &s->source[i];
        const char *path = source->folder;
        if (!path)
            continue;
        const struct walk w = {in, t, source, strlen(path)};
        struct stat st = {0};
        /* a file may be an operand; what the list names is a directory, or tells that it is none */
        bool folder = source->title || (stat(path, &st) == 0 && S_ISDIR(st.st_mode));
        if (!(folder ? walk(&w, AT_FDCWD, path, path, 0, e) : add(in, path, 0, &st, e)))
            return false;
    }
    sort(in);
    return true;
}

bool inbox_store(const struct found *file, struct archive *a, struct fetched *f, struct tally *t,
                 struct err *fatal)
{
    const struct original o = {file->path, base_name(file->path), NULL};
    struct err own = {0};
    int from = inbox_open(file);
    enum archive_result result = ARCHIVE_FAILED;
    if (from < 0) {
        err_sys(&own, "cannot open '%s'", file->path);
    } else {
        result = archive_put(a, from, &o, f, &own, fatal);
        close(from);
    }
    if (result == ARCHIVE_UNFINISHED)
        tally_passed(t, file->path, "empty, or still being written");
    else if (result == ARCHIVE_FAILED && fatal->status == 0)
        tally_fault(t, &own);
    return result == ARCHIVE_STORED;
}

void inbox_done(struct inbox *in)
{
    arena_done(&in->arena);
    free(in->file);
}
