#include "index.h"

#include "csv.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static const char header[] = "sha256,bytes,name,origin,fetched_at\n";

/* --- the lines that are there --- */

static uint64_t line_hash(struct str sha, struct str name, struct str origin)
{
    struct arena scratch = {0};
    uint64_t h =
        str_hash(arena_printf(&scratch, "%.*s\n%.*s\n%.*s", STR_ARG(sha), STR_ARG(name), STR_ARG(origin)));
    arena_done(&scratch);
    return h | (h == 0);
}

static bool seen(const struct index *x, uint64_t hash)
{
    if (x->room == 0)
        return false;
    for (size_t i = hash & (x->room - 1); x->line[i]; i = (i + 1) & (x->room - 1))
        if (x->line[i] == hash)
            return true;
    return false;
}

static void put_hash(struct index *x, uint64_t hash)
{
    size_t i = hash & (x->room - 1);
    while (x->line[i])
        i = (i + 1) & (x->room - 1);
    x->line[i] = hash;
}

static void note(struct index *x, uint64_t hash)
{
    if ((x->lines + 1) * 2 > x->room) {
        uint64_t *old = x->line;
        size_t n = x->room;
        x->room = n ? n * 2 : 1024;
        x->line = mem_alloc(x->room * sizeof *x->line);
        for (size_t i = 0; i < n; i++)
            if (old[i])
                put_hash(x, old[i]);
        free(old);
    }
    put_hash(x, hash);
    x->lines++;
}

/* --- reading --- */

/* A line that a crash left without its end would swallow the next one: it is cut off. */
static bool mend(struct index *x, struct err *e)
{
    struct stat st;
    char c;
    if (fstat(x->fd, &st) != 0)
        return err_sys(e, "cannot read '%s'", x->path);
    off_t end = st.st_size;
    while (end > 0) {
        if (pread(x->fd, &c, 1, end - 1) != 1)
            return err_sys(e, "cannot read '%s'", x->path);
        if (c == '\n')
            break;
        end--;
    }
    if (end != st.st_size && ftruncate(x->fd, end) != 0)
        return err_sys(e, "cannot write '%s'", x->path);
    if (end == 0) {
        end = sizeof header - 1;
        if (write(x->fd, header, sizeof header - 1) != (ssize_t)end)
            return err_sys(e, "cannot write '%s'", x->path);
    }
    x->size = end;
    return true;
}

static bool read_lines(struct index *x, struct err *e)
{
    struct table t;
    if (!table_open(&t, x->path, e))
        return false;
    int sha = table_column(&t, "sha256", e), name = table_column(&t, "name", e),
        origin = table_column(&t, "origin", e);
    int got = sha < 0 || name < 0 || origin < 0 ? -1 : 1;
    free(x->line);
    x->line = NULL;
    x->lines = x->room = 0;
    while (got > 0 && (got = table_next(&t, e)) > 0)
        note(x, line_hash(table_field(&t, sha), table_field(&t, name), table_field(&t, origin)));
    table_close(&t);
    return got >= 0;
}

bool index_lock(struct index *x, struct err *e)
{
    struct stat st;
    int got;
    while ((got = flock(x->fd, LOCK_EX)) != 0 && errno == EINTR)
        ;
    if (got != 0)
        return err_sys(e, "cannot lock '%s'", x->path);
    if (fstat(x->fd, &st) == 0 && x->size > 0 && st.st_size == x->size)
        return true;
    if (mend(x, e) && read_lines(x, e))
        return true;
    index_unlock(x);
    return false;
}

void index_unlock(struct index *x)
{
    flock(x->fd, LOCK_UN);
}

bool index_open(struct index *x, const char *path, struct err *e)
{
    *x = (struct index){.path = path, .fd = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0644)};
    if (x->fd < 0)
        return err_set(e, ST_CANTCREATE, "cannot create '%s': %s", path, strerror(errno));
    if (!index_lock(x, e))
        return false;
    index_unlock(x);
    return true;
}

void index_close(struct index *x)
{
    if (x->fd >= 0)
        close(x->fd);
    free(x->line);
}

/* --- writing --- */

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

bool index_add(struct index *x, const struct index_line *line, struct err *e)
{
    uint64_t hash = line_hash(line->sha, line->name, line->origin);
    char *text = NULL;
    size_t len = 0;
    char at[32];
    time_t now = time(NULL);
    struct tm utc;
    if (seen(x, hash))
        return true;
    strftime(at, sizeof at, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&now, &utc));
    FILE *f = open_memstream(&text, &len);
    if (!f)
        mem_exhausted();
    fprintf(f, "%.*s,%lld,", STR_ARG(line->sha), line->bytes);
    add_quoted(f, line->name);
    fputc(',', f);
    add_quoted(f, line->origin);
    fprintf(f, ",%s\n", at);
    fclose(f);
    /* one write, so that a line is there or is not */
    bool ok = write(x->fd, text, len) == (ssize_t)len && fdatasync(x->fd) == 0;
    free(text);
    if (!ok)
        return err_sys(e, "cannot write '%s'", x->path);
    x->size += (off_t)len;
    note(x, hash);
    return true;
}
