#include "pull.h"
#include "transfer.h"

#include "prog.h"

#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

enum { LONGEST_WAIT = 120 };

/* Seconds before the next try: 1, 2, 4, …, of which a half to all by chance, so that many who failed together
 * do not come back together; what the server asks for is not undercut. */
static double pause_before(long try, long asked)
{
    uint16_t chance = 0;
    if (getrandom(&chance, sizeof chance, GRND_NONBLOCK) < 0)
        chance = 0;
    double longest = (double)(1L << (try - 1)), wait = longest * (0.5 + chance / 131072.0);
    wait = wait > (double)asked ? wait : (double)asked;
    return wait < LONGEST_WAIT ? wait : LONGEST_WAIT;
}

static void nap(double seconds)
{
    struct timespec left = {(time_t)seconds, (long)((seconds - (double)(time_t)seconds) * 1e9)};
    while (nanosleep(&left, &left) != 0 && errno == EINTR)
        ;
}

static enum transfer_result tries(struct transfer *t, struct err *e, struct err *fatal)
{
    for (long try = 1;; try++) {
        struct err own = {0};
        enum transfer_result result = transfer(t, &own, fatal);
        if (result != TRANSFER_AGAIN || try == t->source->tries || t->wait > LONGEST_WAIT) {
            *e = own;
            return result == TRANSFER_AGAIN ? TRANSFER_FAILED : result;
        }
        double wait = pause_before(try, t->wait);
        prog_log(LOG_DEBUG, "%s; again in %.1f s", own.text, wait);
        nap(wait);
    }
}

/* Into the archive; what was archived is remembered only then. */
static enum archive_result keep(struct transfer *t, struct archive *archive, struct fetched *f, struct err *e,
                                struct err *fatal)
{
    struct recall *r = t->recall;
    const struct source *s = t->source;
    const struct original o = {r->part, arena_cstr(t->arena, t->name), s->shown};
    int from = -1;
    enum archive_result result = ARCHIVE_FAILED;
    if (s->name && fnmatch(s->name, o.name, FNM_CASEFOLD) != 0)
        err_set(e, ST_UNREADABLE, "'%s' gives a file '%s', which is not '%s'", s->shown, o.name, s->name);
    else if ((from = open(r->part, O_RDONLY | O_CLOEXEC)) < 0)
        err_sys(fatal, "cannot read '%s'", r->part);
    else
        result = archive_put(archive, from, &o, f, fatal, fatal);
    if (from >= 0)
        close(from);
    r->tag = STR("");
    if (result == ARCHIVE_STORED) {
        r->etag = t->answer.etag;
        r->modified = t->answer.modified;
        str_copy(r->sha, str_c(f->sha));
        r->bytes = f->bytes;
        r->name = t->name;
        if (!recall_write(r, fatal))
            return ARCHIVE_FAILED;
    }
    unlink(r->part);
    return result;
}

static enum archive_result fetch(struct transfer *t, struct archive *archive, struct fetched *f,
                                 struct err *e, struct err *fatal)
{
    t->ask = archive_has(archive, t->recall->sha, t->recall->bytes, f);
    switch (tries(t, e, fatal)) {
    case TRANSFER_WHOLE:
        return keep(t, archive, f, e, fatal);
    case TRANSFER_UNCHANGED:
        t->name = t->recall->name;
        unlink(t->recall->part);
        return ARCHIVE_STORED;
    default:
        return ARCHIVE_FAILED;
    }
}

/* What is given must be of use for that kind of address. */
static bool secret_fits(const struct secret *secret, const struct source *s, struct err *e)
{
    bool http = s->scheme[0] == 'h', sftp = s->scheme[0] == 's';
    if (!s->credentials ||
        ((http && secret->token ? !secret->user : secret->user && !secret->token) && (sftp || !secret->key)))
        return true;
    err_set(e, ST_CONFIG, "the credentials '%s' do not fit %s", s->credentials, s->scheme);
    return err_hint(
        e, "https takes a token, or user and password; sftp user and key or password; ftp user and password");
}

enum archive_result pull(const struct source *s, struct archive *archive, struct arena *a, struct str *name,
                         struct fetched *f, struct err *e, struct err *fatal)
{
    struct recall recall;
    struct secret secret;
    struct transfer t = {.source = s, .secret = &secret, .recall = &recall, .arena = a};
    enum archive_result result = ARCHIVE_FAILED;
    if (secret_read(&secret, s->credentials, e) && secret_fits(&secret, s, e) &&
        recall_read(&recall, archive_folder(archive), s->url, a, fatal))
        result = fetch(&t, archive, f, e, fatal);
    secret_wipe(&secret);
    if (e->status != 0)
        source_place(s, e);
    *name = t.name;
    return result;
}
