#include "pull.h"
#include "transfer.h"

#include <fnmatch.h>
#include <unistd.h>

static enum transfer_result tries(struct transfer *t, struct err *e, struct err *fatal)
{
    for (long try = 1;; try++) {
        struct err own = {0};
        enum transfer_result result = transfer(t, &own, fatal);
        if (result != TRANSFER_FAILED || fatal->status != 0 || !remote_again(t->remote, try, &own)) {
            *e = own;
            return result;
        }
    }
}

/* What the answer says of the bytes in the archive. */
static bool remember(struct transfer *t, const struct fetched *f, struct err *fatal)
{
    struct recall *r = t->recall;
    r->etag = t->answer.etag;
    r->modified = t->answer.modified;
    r->version = t->version;
    str_copy(r->sha, str_c(f->sha));
    r->bytes = f->bytes;
    r->name = t->name;
    return recall_write(r, fatal);
}

/* Into the archive; what was archived is remembered only then. */
static enum pull_result keep(struct transfer *t, struct archive *archive, struct fetched *f, struct err *e,
                             struct err *fatal)
{
    struct recall *r = t->recall;
    const char *pattern = t->remote->source->name, *shown = t->target->shown;
    const struct original o = {r->part, arena_cstr(t->arena, t->name), shown};
    enum archive_result result = ARCHIVE_FAILED;
    if (pattern && fnmatch(pattern, o.name, FNM_CASEFOLD) != 0)
        err_set(e, ST_UNREADABLE, "'%s' gives a file '%s', which is not '%s'", shown, o.name, pattern);
    else if (lseek(r->fd, 0, SEEK_SET) != 0)
        err_sys(fatal, "cannot read '%s'", r->part);
    else
        result = archive_put(archive, r->fd, &o, f, fatal, fatal);
    r->tag = STR("");
    if (result == ARCHIVE_STORED && !remember(t, f, fatal))
        result = ARCHIVE_FAILED;
    recall_empty(r, fatal);
    return result == ARCHIVE_STORED ? PULL_STORED : result == ARCHIVE_UNFINISHED ? PULL_EMPTY : PULL_FAILED;
}

static enum pull_result unchanged(struct transfer *t, struct err *fatal)
{
    struct recall *r = t->recall;
    t->name = r->name;
    recall_empty(r, fatal);
    if (str_eq(r->version, t->version))
        return PULL_STORED;
    r->version = t->version;
    return recall_write(r, fatal) ? PULL_STORED : PULL_FAILED;
}

static enum pull_result fetch(struct transfer *t, struct archive *archive, struct fetched *f, struct err *e,
                              struct err *fatal)
{
    t->ask = archive_has(archive, t->recall->sha, t->recall->bytes, f);
    switch (tries(t, e, fatal)) {
    case TRANSFER_WHOLE:
        return keep(t, archive, f, e, fatal);
    case TRANSFER_UNCHANGED:
        return unchanged(t, fatal);
    case TRANSFER_RESTLESS:
        return PULL_REST;
    case TRANSFER_NO_FILE:
        return PULL_NO_FILE;
    default:
        return PULL_FAILED;
    }
}

enum pull_result pull(struct remote *r, const struct target *target, struct archive *archive, struct arena *a,
                      struct str *name, struct fetched *f, struct err *e, struct err *fatal)
{
    struct recall recall;
    struct transfer t = {.remote = r, .target = target, .recall = &recall, .arena = a};
    enum recall_result opened = recall_open(&recall, archive_folder(archive), target->url, a, fatal);
    if (opened != RECALL_OPEN)
        return opened == RECALL_BUSY ? PULL_BUSY : PULL_FAILED;
    enum pull_result result = fetch(&t, archive, f, e, fatal);
    recall_close(&recall);
    *name = t.name;
    return result;
}
