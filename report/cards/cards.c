#include "cards.h"
#include "bookfile.h"
#include "words.h"

#include "prog.h"

#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* --- the folder and its files --- */

static bool make_folder(const char *folder, struct err *e)
{
    struct stat s;
    if (mkdir(folder, 0755) == 0 || (errno == EEXIST && stat(folder, &s) == 0 && S_ISDIR(s.st_mode)))
        return true;
    err_sys(e, "cannot create the folder '%s'", folder);
    e->status = ST_CANTCREATE;
    return false;
}

/* "Kota Palangka Raya" → "kota-palangka-raya" */
static const char *plain_name(struct arena *a, const char *region)
{
    char *name = arena_cstr(a, str_fold(a, str_c(words_short(region)))), *to = name;
    for (const char *from = name; *from; from++) {
        bool letter = (*from >= 'a' && *from <= 'z') || (*from >= '0' && *from <= '9');
        if (letter)
            *to++ = *from;
        else if (to > name && to[-1] != '-')
            *to++ = '-';
    }
    while (to > name && to[-1] == '-')
        to--;
    *to = '\0';
    return name;
}

static const char *file_path(const struct cards *c, const struct data *d, const char *folder, struct arena *a)
{
    size_t length = strlen(folder);
    return arena_cstr(a, arena_printf(a, "%s%s%s-%s-%s-%s.xlsx", folder,
                                      length > 0 && folder[length - 1] == '/' ? "" : "/", c->prefix,
                                      data_text(d, SET_CARD, 0, "region"),
                                      plain_name(a, data_text(d, SET_CARD, 0, "region_name")), d->year));
}

/* --- processes: most of the time of a workbook is compression, and libxlsxwriter has one thread for it ---
 */

enum { WROTE, TOLD, SILENT }; /* how a process ends */

struct team {
    int running, most;
    int told[2]; /* a pipe, in which a writer that failed puts its struct err, whole */
};

static bool team_begin(struct team *t, struct err *e)
{
    cpu_set_t set;
    *t = (struct team){.most = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1};
    return pipe(t->told) == 0 || err_sys(e, "cannot make a pipe");
}

/* Waits until fewer than `most` run. False once one of them failed. */
static bool team_wait(struct team *t, int most, struct err *e)
{
    bool ok = true;
    while (t->running > most) {
        int status;
        pid_t pid = wait(&status);
        if (pid < 0 && errno == EINTR)
            continue;
        t->running--;
        struct err theirs;
        int end = pid >= 0 && WIFEXITED(status) ? WEXITSTATUS(status) : SILENT;
        if (end == WROTE)
            continue;
        ok = false;
        if (end == TOLD && read(t->told[0], &theirs, sizeof theirs) == (ssize_t)sizeof theirs) {
            if (!e->status)
                *e = theirs;
        } else
            err_set(e, ST_BUG, "a process that wrote a workbook ended before it was done");
    }
    return ok;
}

/* Writes the workbook of what data holds in a process of its own, so that the next one can be read. */
static bool team_write(struct team *t, const struct cards *c, const struct data *d, const char *folder,
                       struct err *e)
{
    if (!team_wait(t, t->most - 1, e))
        return false;
    pid_t pid = fork();
    if (pid < 0)
        return err_sys(e, "cannot start a process");
    if (pid > 0) {
        t->running++;
        return true;
    }
    struct arena arena = {0};
    struct err mine = {0};
    bool ok = bookfile_write(file_path(c, d, folder, &arena), BOOKFILE_GOVERNMENT, d, c->fill, c->with,
                             &arena, &mine);
    /* the connection is the parent's: nothing is closed here */
    if (ok)
        _exit(WROTE);
    _exit(write(t->told[1], &mine, sizeof mine) == (ssize_t)sizeof mine ? TOLD : SILENT);
}

static bool team_end(struct team *t, bool ok, struct err *e)
{
    ok = team_wait(t, 0, e) && ok;
    close(t->told[0]);
    close(t->told[1]);
    return ok;
}

/* --- all of them --- */

/* Right after a review the server knows nothing of what that has written, and takes it for a few rows: then
 * it loops over what it should hash. These questions are of the whole province, where no loop pays. */
static bool read_province(const struct cards *c, struct data *d, struct pg *pg, struct err *e)
{
    return pg_run(pg, "set local jit = off; set local enable_nestloop = off", e) &&
           data_more(d, pg, SET_CARD, c->last, NULL, e) && pg_run(pg, "set local enable_nestloop = on", e);
}

static bool no_such(const struct data *d, const char *region, struct err *e)
{
    err_set(e, ST_NOINPUT, "'%s' is no kabupaten/kota of the review of %s, province %s", region, d->year,
            d->province);
    return err_hint(e, "codes are like %s", data_text(d, SET_REGENCIES, 0, "region"));
}

bool cards_write(const struct cards *c, struct data *d, struct pg *pg, const char *folder, const char *region,
                 int *written, struct err *e)
{
    struct team team;
    *written = 0;
    if (region && data_find(d, SET_REGENCIES, "region", region) < 0)
        return no_such(d, region, e);
    if (!read_province(c, d, pg, e) || !make_folder(folder, e) || !team_begin(&team, e))
        return false;
    bool ok = true;
    int n = data_rows(d, SET_REGENCIES);
    for (int i = 0; ok && i < n; i++) {
        const char *code = data_text(d, SET_REGENCIES, i, "region");
        if (region && strcmp(region, code) != 0)
            continue;
        prog_progress(c->prefix, i, n);
        data_narrow(d, SET_CARD, c->last, code);
        ok = (!c->figures || data_more(d, pg, SET_CARD_FIGURES, SET_CARD_FIGURES, code, e)) &&
             team_write(&team, c, d, folder, e);
        data_drop(d, SET_CARD_FIGURES, SET_CARD_FIGURES);
        *written += ok;
    }
    prog_progress(c->prefix, n, n);
    return team_end(&team, ok, e);
}
