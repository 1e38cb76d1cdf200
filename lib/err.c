#include "err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct err_status err_statuses[] = {
    {ST_DONE, "done, or nothing to do"},
    {ST_USAGE, "usage: wrong options or operands"},
    {ST_REFUSED,
     "data refused: reject limit passed, stream without its E record, or a check failed; nothing committed"},
    {ST_CONFIRM, "a person's confirmation is needed"},
    {ST_CLOSED, "locked, closed or frozen"},
    {ST_UNREADABLE, "unreadable input"},
    {ST_NOINPUT, "missing input"},
    {ST_BUG, "internal error (a bug: please report)"},
    {ST_CANTCREATE, "cannot create output"},
    {ST_IO, "input/output error"},
    {ST_TEMPORARY, "temporary failure (database away, serialization): try again"},
    {ST_PERMISSION, "permission denied"},
    {ST_CONFIG, "configuration, layout, catalogue or instrument at fault"},
    {0, NULL},
};

__attribute__((format(printf, 4, 0))) static void append(char *to, size_t size, const char *glue,
                                                         const char *format, va_list args)
{
    size_t used = strlen(to);
    if (used > 0 && used < size)
        used += (size_t)snprintf(to + used, size - used, "%s", glue);
    if (used < size)
        vsnprintf(to + used, size - used, format, args);
}

bool err_set(struct err *e, int status, const char *format, ...)
{
    if (e->status != 0)
        return false;
    va_list args;
    va_start(args, format);
    e->status = status;
    e->text[0] = e->place[0] = e->hint[0] = '\0';
    append(e->text, sizeof e->text, "", format, args);
    va_end(args);
    return false;
}

static int status_of(int errnum)
{
    switch (errnum) {
    case ENOENT:
    case ENOTDIR:
        return ST_NOINPUT;
    case EISDIR:
        return ST_UNREADABLE;
    case EACCES:
    case EPERM:
        return ST_PERMISSION;
    default:
        return ST_IO;
    }
}

bool err_sys(struct err *e, const char *format, ...)
{
    int errnum = errno;
    if (e->status != 0)
        return false;
    va_list args;
    va_start(args, format);
    e->status = status_of(errnum);
    e->text[0] = e->place[0] = e->hint[0] = '\0';
    append(e->text, sizeof e->text, "", format, args);
    va_end(args);
    size_t used = strlen(e->text);
    snprintf(e->text + used, sizeof e->text - used, ": %s", strerror(errnum));
    return false;
}

bool err_place(struct err *e, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    append(e->place, sizeof e->place, ", ", format, args);
    va_end(args);
    return false;
}

bool err_hint(struct err *e, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    append(e->hint, sizeof e->hint, "; ", format, args);
    va_end(args);
    return false;
}

_Noreturn void err_bug(const char *file, int line, const char *what)
{
    fprintf(stderr, "kp2s: bug at %s:%d: %s\n", file, line, what);
    fflush(NULL);
    _Exit(ST_BUG);
}
