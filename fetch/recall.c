#include "recall.h"
#include "archive.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 64 * 1024 };

static const char subfolder[] = ".pull";

/* --- the file --- */

static struct str *text_of(struct recall *r, struct str key)
{
    return str_is(key, "etag")       ? &r->etag
           : str_is(key, "modified") ? &r->modified
           : str_is(key, "version")  ? &r->version
           : str_is(key, "name")     ? &r->name
           : str_is(key, "tag")      ? &r->tag
           : str_is(key, "seen")     ? &r->seen
                                     : NULL;
}

static void take_line(struct recall *r, struct str line)
{
    struct str key = str_cut(&line, ' '), *text = text_of(r, key);
    long number;
    if (text)
        *text = line;
    else if (str_is(key, "sha256") && line.len == SHA_HEX - 1)
        *str_copy(r->sha, line) = '\0';
    else if (str_is(key, "bytes") && str_to_long(line, &number))
        r->bytes = number;
    else if (str_is(key, "since") && str_to_long(line, &number))
        r->since = number;
}

/* That it is read tells recall_sweep() that it is still of use. */
static void read_lines(struct recall *r, struct arena *a)
{
    char *text = arena_alloc(a, MOST);
    FILE *f = fopen(r->path, "re");
    if (!f)
        return;
    struct str rest = {text, fread(text, 1, MOST, f)};
    futimens(fileno(f), NULL);
    fclose(f);
    while (rest.len > 0)
        take_line(r, str_cut(&rest, '\n'));
}

bool recall_write(const struct recall *r, struct err *e)
{
    struct arena a = {0};
    const char *temporary = arena_printf(&a, "%s.new", r->path).ptr;
    int fd = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    FILE *f = fd < 0 ? NULL : fdopen(fd, "w");
    bool ok = f != NULL;
    if (f) {
        fprintf(f, "etag %.*s\nmodified %.*s\nversion %.*s\nsha256 %s\nbytes %lld\nname %.*s\ntag %.*s\n",
                STR_ARG(r->etag), STR_ARG(r->modified), STR_ARG(r->version), r->sha, r->bytes,
                STR_ARG(r->name), STR_ARG(r->tag));
        fprintf(f, "seen %.*s\nsince %ld\n", STR_ARG(r->seen), r->since);
        ok = fflush(f) == 0 && fsync(fd) == 0;
        ok = fclose(f) == 0 && ok;
    }
    ok = ok && rename(temporary, r->path) == 0;
    if (!ok)
        err_sys(e, "cannot write '%s'", r->path);
    arena_done(&a);
    return ok;
}

bool recall_rests(struct recall *r, struct str version, long seconds, struct err *e)
{
    long now = (long)time(NULL);
    if (str_eq(version, r->seen) && r->since <= now)
        return now - r->since >= seconds;
    r->seen = version;
    r->since = now;
    recall_write(r, e);
    return false;
}

/* --- the part --- */

/* Opens and locks the part. Whoever held it may have removed it: then it is opened again. */
static enum recall_result open_part(struct recall *r, struct err *e)
{
    for (;;) {
        struct stat own, there;
        r->fd = open(r->part, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        if (r->fd < 0)
            return err_set(e, ST_CANTCREATE, "cannot create '%s': %s", r->part, strerror(errno)),
                   RECALL_FAILED;
        if (flock(r->fd, LOCK_EX | LOCK_NB) != 0) {
            bool busy = errno == EWOULDBLOCK;
            if (!busy)
                err_sys(e, "cannot lock '%s'", r->part);
            return close(r->fd), busy ? RECALL_BUSY : RECALL_FAILED;
        }
        if (fstat(r->fd, &own) == 0 && stat(r->part, &there) == 0 && own.st_ino == there.st_ino)
            return RECALL_OPEN;
        close(r->fd);
    }
}

enum recall_result recall_open(struct recall *r, const char *archive, const char *url, struct arena *a,
                               struct err *e)
{
    char hash[SHA_HEX];
    const char *folder = arena_printf(a, "%s/%s", archive, subfolder).ptr;
    *r = (struct recall){.fd = -1};
    if (mkdir(folder, 0700) != 0 && errno != EEXIST)
        return err_set(e, ST_CANTCREATE, "cannot create '%s': %s", folder, strerror(errno)), RECALL_FAILED;
    sha_text(str_c(url), hash);
    r->path = arena_printf(a, "%s/%s", folder, hash).ptr;
    r->part = arena_printf(a, "%s/%s.part", folder, hash).ptr;
    enum recall_result result = open_part(r, e);
    if (result == RECALL_OPEN)
        read_lines(r, a);
    else
        r->fd = -1;
    return result;
}

bool recall_empty(const struct recall *r, struct err *e)
{
    return ftruncate(r->fd, 0) == 0 || err_sys(e, "cannot write '%s'", r->part);
}

void recall_close(struct recall *r)
{
    struct stat st;
    if (r->fd < 0)
        return;
    if (fstat(r->fd, &st) == 0 && st.st_size == 0)
        unlink(r->part);
    close(r->fd);
    r->fd = -1;
}

void recall_sweep(const char *archive)
{
    struct arena a = {0};
    archive_sweep(arena_printf(&a, "%s/%s", archive, subfolder).ptr, "", RECALL_DAYS * 86400L);
    arena_done(&a);
}
