#include "archive.h"
#include "index.h"
#include "out.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

struct archive {
    const char *folder;
    struct arena arena;
    struct index index;
};

static const char temporaries[] = ".fetch.";

static void remove_left(int folder, const char *name, long seconds)
{
    struct stat st;
    int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return;
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && time(NULL) - st.st_mtim.tv_sec >= seconds &&
        flock(fd, LOCK_EX | LOCK_NB) == 0)
        unlinkat(folder, name, 0);
    close(fd);
}

void archive_sweep(const char *folder, const char *prefix, long seconds)
{
    DIR *d = opendir(folder);
    if (!d)
        return;
    for (struct dirent *entry; (entry = readdir(d));)
        if (strncmp(entry->d_name, prefix, strlen(prefix)) == 0)
            remove_left(dirfd(d), entry->d_name, seconds);
    closedir(d);
}

struct archive *archive_open(const char *folder, struct err *e)
{
    struct archive *a = mem_alloc(sizeof *a);
    a->folder = folder;
    a->index.fd = -1;
    if (mkdir(folder, 0755) != 0 && errno != EEXIST)
        err_set(e, ST_CANTCREATE, "cannot create the archive '%s': %s", folder, strerror(errno));
    else if (index_open(&a->index, arena_printf(&a->arena, "%s/index.csv", folder).ptr, e) &&
             index_lock(&a->index, e)) {
        archive_sweep(folder, temporaries, 0);
        index_unlock(&a->index);
        return a;
    }
    archive_close(a);
    return NULL;
}

void archive_close(struct archive *a)
{
    if (!a)
        return;
    index_close(&a->index);
    arena_done(&a->arena);
    free(a);
}

/* --- files --- */

static bool copy(int from, int to, const char *source, const char *copy_path, struct err *e,
                 struct err *fatal)
{
    enum { CHUNK = 256 * 1024 };
    char *buffer = mem_alloc(CHUNK);
    ssize_t n;
    while ((n = read(from, buffer, CHUNK)) > 0)
        for (ssize_t done = 0, k; done < n; done += k)
            if ((k = write(to, buffer + done, (size_t)(n - done))) < 0) {
                free(buffer);
                return err_sys(fatal, "cannot write '%s'", copy_path);
            }
    free(buffer);
    return n == 0 || err_sys(e, "cannot read '%s'", source);
}

static bool same_state(const struct stat *a, const struct stat *b)
{
    return a->st_size == b->st_size && a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
           a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

/* A temporary of our own, locked so that no other program takes it for one that was left; -1 on failure. */
static int open_temporary(struct archive *a, char *path, struct err *fatal)
{
    if (!index_lock(&a->index, fatal))
        return -1;
    int to = mkostemp(path, O_CLOEXEC);
    if (to < 0)
        err_set(fatal, ST_CANTCREATE, "cannot create '%s': %s", path, strerror(errno));
    else
        flock(to, LOCK_EX);
    index_unlock(&a->index);
    return to;
}

/* Copies the file to the temporary and finds its hash from the copy, which can no longer change. */
static enum archive_result take_copy(int from, const char *path, int to, const char *temporary,
                                     struct fetched *f, struct err *e, struct err *fatal)
{
    struct stat before, after;
    if (fstat(from, &before) != 0)
        return err_sys(e, "cannot read '%s'", path), ARCHIVE_FAILED;
    if (!S_ISREG(before.st_mode))
        return err_set(e, ST_UNREADABLE, "cannot read '%s': no ordinary file", path), ARCHIVE_FAILED;
    if (before.st_size == 0)
        return ARCHIVE_UNFINISHED;
    if (!copy(from, to, path, temporary, e, fatal))
        return ARCHIVE_FAILED;
    if (fchmod(to, 0440) != 0 || fsync(to) != 0)
        return err_sys(fatal, "cannot write '%s'", temporary), ARCHIVE_FAILED;
    if (!sha_file(temporary, f->sha, &f->bytes, fatal))
        return ARCHIVE_FAILED;
    bool still =
        fstat(from, &after) == 0 && same_state(&before, &after) && f->bytes == (long long)before.st_size;
    return still ? ARCHIVE_STORED : ARCHIVE_UNFINISHED;
}

bool archive_has(struct archive *a, const char sha[SHA_HEX], long long bytes, struct fetched *f)
{
    struct stat st;
    memmove(f->sha, sha, SHA_HEX);
    f->bytes = bytes;
    f->path = arena_printf(&a->arena, "%s/%.2s/%s", a->folder, f->sha, f->sha);
    f->known = f->sha[0] && stat(f->path.ptr, &st) == 0 && st.st_size == (off_t)bytes;
    return f->known;
}

const char *archive_folder(const struct archive *a)
{
    return a->folder;
}

/* Gives the temporary its final name, unless the bytes are there already. */
static bool settle(struct archive *a, const char *temporary, struct fetched *f, struct err *fatal)
{
    const char *shelf = arena_printf(&a->arena, "%s/%.2s", a->folder, f->sha).ptr;
    if (archive_has(a, f->sha, f->bytes, f))
        return true;
    if (mkdir(shelf, 0755) == 0) {
        if (!out_sync(a->folder, fatal))
            return false;
    } else if (errno != EEXIST) {
        return err_set(fatal, ST_CANTCREATE, "cannot create '%s': %s", shelf, strerror(errno));
    }
    if (rename(temporary, f->path.ptr) != 0)
        return err_sys(fatal, "cannot write '%s'", f->path.ptr);
    return out_sync(shelf, fatal);
}

/* Under the lock: the copy gets its place, and the index a line. */
static bool file_copy(struct archive *a, const char *temporary, const struct original *o, struct fetched *f,
                      struct err *fatal)
{
    char absolute[PATH_MAX];
    const char *origin = o->origin ? o->origin : realpath(o->path, absolute) ? absolute : o->path;
    if (!index_lock(&a->index, fatal))
        return false;
    bool ok = settle(a, temporary, f, fatal);
    const struct index_line line = {str_c(f->sha), str_utf8(&a->arena, str_c(o->name)),
                                    str_utf8(&a->arena, str_c(origin)), f->bytes};
    ok = ok && index_add(&a->index, &line, fatal);
    index_unlock(&a->index);
    return ok;
}

enum archive_result archive_put(struct archive *a, int from, const struct original *o, struct fetched *f,
                                struct err *e, struct err *fatal)
{
    *f = (struct fetched){0};
    char *temporary = arena_cstr(&a->arena, arena_printf(&a->arena, "%s/%sXXXXXX", a->folder, temporaries));
    int to = open_temporary(a, temporary, fatal);
    if (to < 0)
        return ARCHIVE_FAILED;
    enum archive_result result = take_copy(from, o->path, to, temporary, f, e, fatal);
    if (result == ARCHIVE_STORED && !file_copy(a, temporary, o, f, fatal))
        result = ARCHIVE_FAILED;
    unlink(temporary);
    close(to);
    return result;
}
