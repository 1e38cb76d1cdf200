#include "recall.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST = 64 * 1024 };

static struct str *text_of(struct recall *r, struct str key)
{
    return str_is(key, "etag")       ? &r->etag
           : str_is(key, "modified") ? &r->modified
           : str_is(key, "name")     ? &r->name
           : str_is(key, "tag")      ? &r->tag
                                     : NULL;
}

static void take_line(struct recall *r, struct str line)
{
    struct str key = str_cut(&line, ' '), *text = text_of(r, key);
    long bytes;
    if (text)
        *text = line;
    else if (str_is(key, "sha256") && line.len == SHA_HEX - 1)
        *str_copy(r->sha, line) = '\0';
    else if (str_is(key, "bytes") && str_to_long(line, &bytes))
        r->bytes = bytes;
}

static void read_lines(struct recall *r, struct arena *a)
{
    char *text = arena_alloc(a, MOST);
    FILE *f = fopen(r->path, "re");
    if (!f)
        return;
    struct str rest = {text, fread(text, 1, MOST, f)};
    fclose(f);
    while (rest.len > 0)
        take_line(r, str_cut(&rest, '\n'));
}

bool recall_read(struct recall *r, const char *archive, const char *url, struct arena *a, struct err *e)
{
    char hash[SHA_HEX];
    const char *folder = arena_printf(a, "%s/.pull", archive).ptr;
    *r = (struct recall){0};
    if (mkdir(folder, 0700) != 0 && errno != EEXIST)
        return err_set(e, ST_CANTCREATE, "cannot create '%s': %s", folder, strerror(errno));
    sha_text(str_c(url), hash);
    r->path = arena_printf(a, "%s/%s", folder, hash).ptr;
    r->part = arena_printf(a, "%s/%s.part", folder, hash).ptr;
    read_lines(r, a);
    return true;
}

bool recall_write(const struct recall *r, struct err *e)
{
    struct arena a = {0};
    const char *temporary = arena_printf(&a, "%s.new", r->path).ptr;
    int fd = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    FILE *f = fd < 0 ? NULL : fdopen(fd, "w");
    bool ok = f != NULL;
    if (f) {
        fprintf(f, "etag %.*s\nmodified %.*s\nsha256 %s\nbytes %lld\nname %.*s\ntag %.*s\n", STR_ARG(r->etag),
                STR_ARG(r->modified), r->sha, r->bytes, STR_ARG(r->name), STR_ARG(r->tag));
        ok = fflush(f) == 0 && fsync(fd) == 0;
        ok = fclose(f) == 0 && ok;
    }
    ok = ok && rename(temporary, r->path) == 0;
    if (!ok)
        err_sys(e, "cannot write '%s'", r->path);
    arena_done(&a);
    return ok;
}
