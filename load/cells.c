#include "cells.h"
#include "archive.h"
#include "csv.h"
#include "prog.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Starts kp2s-sheet; its standard output is *from. */
static bool start(const char *path, const char *sheet, const char *cells, pid_t *child, int *from,
                  struct err *e)
{
    const char *argv[] = {"kp2s-sheet", "--sheet", sheet, "--cell", cells, "--", path, NULL};
    int ends[2];
    posix_spawn_file_actions_t actions;
    if (pipe2(ends, O_CLOEXEC) != 0)
        return err_sys(e, "cannot make a pipe");
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    int failure = posix_spawn(child, prog_sister("kp2s-sheet"), &actions, NULL,
                              (char *const *)(uintptr_t)argv, environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    *from = ends[0];
    if (failure == 0)
        return true;
    close(ends[0]);
    errno = failure;
    return err_sys(e, "cannot run '%s'", prog_sister("kp2s-sheet"));
}

/* kp2s-sheet gives a line cell,text for each cell, in the order asked for. */
static bool take(int from, struct cell_wanted *wanted, size_t n, struct arena *a, struct err *e)
{
    char name[40];
    struct csv_record record;
    size_t i = 0;
    int got = 0;
    snprintf(name, sizeof name, "/dev/fd/%d", from);
    struct csv *csv = csv_open(name, e);
    while (csv && (got = csv_next(csv, &record, e)) == 1) {
        if (i == n || record.n != 2 || !str_eq(record.field[0], wanted[i].address)) {
            err_set(e, ST_BUG, "kp2s-sheet answered with something else than the cell asked for");
            break;
        }
        wanted[i++].text = arena_dup(a, record.field[1]);
    }
    csv_close(csv);
    return csv && e->status == 0 &&
           (i == n || err_set(e, ST_UNREADABLE, "kp2s-sheet gave %zu of %zu cells", i, n));
}

static bool ended(pid_t child, const char *path, struct err *e)
{
    int status;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return err_sys(e, "cannot wait for kp2s-sheet");
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return true;
    int code = WIFEXITED(status) ? WEXITSTATUS(status) : ST_BUG;
    return err_set(e, code == 127 ? ST_BUG : code, "kp2s-sheet could not read '%s'", path);
}

bool cells_read(const char *archive, struct cell_wanted *wanted, size_t n, struct arena *a, struct err *e)
{
    char path[PATH_MAX];
    pid_t child;
    int from = -1;
    size_t len = 0;
    if (!archive_find(archive, wanted[0].sha256, wanted[0].file, path, e))
        return false;
    for (size_t i = 0; i < n; i++)
        len += wanted[i].address.len + 1;
    char *cells = arena_alloc(a, len + 1), *to = cells;
    for (size_t i = 0; i < n; i++) {
        memcpy(to, wanted[i].address.ptr, wanted[i].address.len);
        to += wanted[i].address.len;
        *to++ = ' ';
    }
    if (!start(path, arena_cstr(a, wanted[0].sheet), cells, &child, &from, e))
        return false;
    struct err reading = {0}, ending = {0};
    bool read = take(from, wanted, n, a, &reading);
    close(from);
    bool whole = ended(child, path, &ending);
    if (read && whole)
        return true;
    *e = whole ? reading : ending; /* a child that failed is the cause of what was read */
    return false;
}
