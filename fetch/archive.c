#include "archive.h"

#include "csv.h"

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
    int index;
    uint64_t *line; /* hashes of sha256, name and origin of the index's lines: open addressing, 0 is free */
    size_t lines, room;
};

static const char header[] = "sha256,bytes,name,origin,fetched_at\n";

/* --- the index --- */

static uint64_t line_hash(struct str sha, struct str name, struct str origin)
{
    struct arena scratch = {0};
    uint64_t h =
        str_hash(arena_printf(&scratch, "%.*s\n%.*s\n%.*s", STR_ARG(sha), STR_ARG(name), STR_ARG(origin)));
    arena_done(&scratch);
    return h | (h == 0);
}

static bool seen(const struct archive *a, uint64_t hash)
{
    if (a->room == 0)
        return false;
    for (size_t i = hash & (a->room - 1); a->line[i]; i = (i + 1) & (a->room - 1))
        if (a->line[i] == hash)
            return true;
    return false;
}

static void put_hash(struct archive *a, uint64_t hash)
{
    size_t i = hash & (a->room - 1);
    while (a->line[i])
        i = (i + 1) & (a->room - 1);
    a->line[i] = hash;
}

static void note(struct archive *a, uint64_t hash)
{
    if ((a->lines + 1) * 2 > a->room) {
        uint64_t *old = a->line;
        size_t n = a->room;
        a->room = n ? n * 2 : 1024;
        a->line = mem_alloc(a->room * sizeof *a->line);
        for (size_t i = 0; i < n; i++)
            if (old[i])
                put_hash(a, old[i]);
        free(old);
    }
    put_hash(a, hash);
    a->lines++;
}

/* A line that a crash left without its end would swallow the next one: it is cut off. */
static bool mend_index(struct archive *a, const char *path, struct err *e)
{
    struct stat st;
    char c;
    if (fstat(a->index, &st) != 0)
        return err_sys(e, "cannot read '%s'", path);
    off_t end = st.st_size;
    while (end > 0) {
        if (pread(a->index, &c, 1, end - 1) != 1)
            return err_sys(e, "cannot read '%s'", path);
        if (c == '\n')
            break;
        end--;
    }
    if (end != st.st_size && ftruncate(a->index, end) != 0)
        return err_sys(e, "cannot write '%s'", path);
    if (end == 0 && write(a->index, header, sizeof header - 1) != (ssize_t)sizeof header - 1)
        return err_sys(e, "cannot write '%s'", path);
    return true;
}

static bool read_index(struct archive *a, const char *path, struct err *e)
{
    struct table t;
    if (!table_open(&t, path, e))
        return false;
    int sha = table_column(&t, "sha256", e), name = table_column(&t, "name", e),
        origin = table_column(&t, "origin", e);
    int got = sha < 0 || name < 0 || origin < 0 ? -1 : 1;
    while (got > 0 && (got = table_next(&t, e)) > 0)
        note(a, line_hash(table_field(&t, sha), table_field(&t, name), table_field(&t, origin)));
    table_close(&t);
    return got >= 0;
}

static void add_quoted(FILE *f, struct str s)
{
    fputc('"', f);
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '"')
            fputc('"', f);
        fputc(s.ptr[i], f);
    }
    fputc('"', f);
}

/* One write for one line, so that a line is there or is not. */
static bool add_line(struct archive *a, const struct fetched *f, struct str name, struct str origin,
                     struct err *e)
{
    char *text = NULL;
    size_t len = 0;
    char at[32];
    time_t now = time(NULL);
    struct tm utc;
    strftime(at, sizeof at, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&now, &utc));
    FILE *line = open_memstream(&text, &len);
    if (!line)
        BUG("out of memory");
    fprintf(line, "%s,%lld,", f->sha, f->bytes);
    add_quoted(line, name);
    fputc(',', line);
    add_quoted(line, origin);
    fprintf(line, ",%s\n", at);
    fclose(line);
    bool ok = write(a->index, text, len) == (ssize_t)len && fdatasync(a->index) == 0;
    free(text);
    return ok || err_sys(e, "cannot write '%s/index.csv'", a->folder);
}

struct archive *archive_open(const char *folder, struct err *e)
{
    struct archive *a = mem_alloc(sizeof *a);
    a->folder = folder;
    a->index = -1;
    const char *path = arena_printf(&a->arena, "%s/index.csv", folder).ptr;
    if (mkdir(folder, 0755) != 0 && errno != EEXIST)
        err_set(e, ST_CANTCREATE, "cannot create the archive '%s': %s", folder, strerror(errno));
    else if ((a->index = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0644)) < 0)
        err_set(e, ST_CANTCREATE, "cannot create '%s': %s", path, strerror(errno));
    else if (flock(a->index, LOCK_EX) != 0)
        err_sys(e, "cannot lock '%s'", path);
    else if (mend_index(a, path, e) && read_index(a, path, e))
        return a;
    archive_close(a);
    return NULL;
}

void archive_close(struct archive *a)
{
    if (!a)
        return;
    if (a->index >= 0)
        close(a->index);
    free(a->line);
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

static bool sync_folder(const char *path, struct err *e)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool ok = fd >= 0 && fsync(fd) == 0;
    if (!ok)
        err_sys(e, "cannot write '%s'", path);
    if (fd >= 0)
        close(fd);
    return ok;
}

static bool same_state(const struct stat *a, const struct stat *b)
{
    return a->st_size == b->st_size && a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
           a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

/* Copies the file to the temporary and finds its hash from the copy, which can no longer change. */
static enum archive_result take_copy(int from, const char *path, const char *temporary, struct fetched *f,
                                     struct err *e, struct err *fatal)
{
    struct stat before, after;
    if (fstat(from, &before) != 0)
        return err_sys(e, "cannot read '%s'", path), ARCHIVE_FAILED;
    if (!S_ISREG(before.st_mode))
        return err_set(e, ST_UNREADABLE, "cannot read '%s': no ordinary file", path), ARCHIVE_FAILED;
    if (before.st_size == 0)
        return ARCHIVE_UNFINISHED;
    int to = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0440);
    if (to < 0)
        return err_set(fatal, ST_CANTCREATE, "cannot create '%s': %s", temporary, strerror(errno)),
               ARCHIVE_FAILED;
    bool ok = copy(from, to, path, temporary, e, fatal);
    if (ok && fsync(to) != 0)
        ok = err_sys(fatal, "cannot write '%s'", temporary);
    close(to);
    ok = ok && sha_file(temporary, f->sha, &f->bytes, fatal);
    if (!ok)
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
        if (!sync_folder(a->folder, fatal))
            return false;
    } else if (errno != EEXIST) {
        return err_set(fatal, ST_CANTCREATE, "cannot create '%s': %s", shelf, strerror(errno));
    }
    if (rename(temporary, f->path.ptr) != 0)
        return err_sys(fatal, "cannot write '%s'", f->path.ptr);
    return sync_folder(shelf, fatal);
}

enum archive_result archive_put(struct archive *a, int from, const struct original *o, struct fetched *f,
                                struct err *e, struct err *fatal)
{
    char absolute[PATH_MAX];
    *f = (struct fetched){0};
    const char *temporary = arena_printf(&a->arena, "%s/.fetch.%ld", a->folder, (long)getpid()).ptr;
    enum archive_result result = take_copy(from, o->path, temporary, f, e, fatal);
    if (result == ARCHIVE_STORED && !settle(a, temporary, f, fatal))
        result = ARCHIVE_FAILED;
    unlink(temporary);
    if (result != ARCHIVE_STORED)
        return result;
    const char *where = o->origin ? o->origin : realpath(o->path, absolute) ? absolute : o->path;
    struct str origin = str_utf8(&a->arena, str_c(where)), plain = str_utf8(&a->arena, str_c(o->name));
    uint64_t hash = line_hash(str_c(f->sha), plain, origin);
    if (seen(a, hash))
        return ARCHIVE_STORED;
    if (!add_line(a, f, plain, origin, fatal))
        return ARCHIVE_FAILED;
    note(a, hash);
    return ARCHIVE_STORED;
}
