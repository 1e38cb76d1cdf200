#include "bookfile.h"
#include "out.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

/* libxlsxwriter writes by path and does not fsync: this makes the temporary durable and gives it its name. */
static bool settle(const char *temporary, const char *path, struct err *e)
{
    if (!out_sync(temporary, e))
        return false;
    if (rename(temporary, path) == 0)
        return true;
    err_sys(e, "cannot create '%s'", path);
    e->status = ST_CANTCREATE;
    return false;
}

bool bookfile_write(const char *path, mode_t mode, const struct data *data,
                    void (*fill)(struct book *book, const void *with), const void *with, struct arena *a,
                    struct err *e)
{
    const char *temporary = arena_cstr(a, arena_printf(a, "%s.tmp.%ld", path, (long)getpid()));
    int fd = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (fd < 0) {
        err_sys(e, "cannot create '%s'", path);
        e->status = ST_CANTCREATE;
        return false;
    }
    close(fd);
    struct book book;
    bool ok = book_open(&book, temporary, data, a, e);
    if (ok) {
        fill(&book, with);
        ok = book_close(&book, path, e) && settle(temporary, path, e);
    }
    if (!ok)
        unlink(temporary);
    return ok;
}
