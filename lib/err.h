/* err.h - run faults, and the one table of exit statuses.
 *
 * Three kinds of trouble are never mixed: a data fault becomes an R record of the stream (see reason.h), a
 * run fault fills a struct err and travels up by `return false`, a bug of ours aborts with err_bug().
 * Functions that take a struct err print nothing; only main prints it, once, by prog_fail().
 */
#ifndef KP2S_ERR_H
#define KP2S_ERR_H

#include <stdbool.h>

/* Exit statuses of every program; printed by --help and in the man pages from err_statuses. */
enum status {
    ST_DONE = 0,        /* done, or nothing to do */
    ST_USAGE = 2,       /* wrong options or operands */
    ST_REFUSED = 3,     /* data refused: reject limit passed, stream without its E, a check failed */
    ST_CONFIRM = 4,     /* needs a person's confirmation */
    ST_CLOSED = 5,      /* locked, closed or frozen */
    ST_UNREADABLE = 65, /* input cannot be read as what it should be */
    ST_NOINPUT = 66,    /* input is missing */
    ST_BUG = 70,        /* our bug */
    ST_CANTCREATE = 73, /* output cannot be created */
    ST_IO = 74,         /* reading or writing failed */
    ST_TEMPORARY = 75,  /* database away, serialization: try again */
    ST_PERMISSION = 77, /* permission denied */
    ST_CONFIG = 78,     /* configuration, layout, catalogue or instrument at fault */
};

struct err_status {
    int status;
    const char *text;
};
/* Ends with a NULL text. */
extern const struct err_status err_statuses[];

struct err {
    int status;      /* an enum status; 0 while nothing failed */
    char text[600];  /* what failed, subject quoted */
    char place[300]; /* where: file, sheet!cell, line */
    char hint[300];  /* the remedy, when there is one */
};

/* Fills e and returns false, so that a caller can `return err_set(…)`. The first error stays: later calls on
 * a filled e change nothing. */
bool err_set(struct err *e, int status, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* As err_set, with ": strerror(errno)" appended and the status chosen from errno (ENOENT 66, EACCES 77, …).
 */
bool err_sys(struct err *e, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Adds the place, innermost first: "x.xlsx, Bumil 1!D14". Returns false. */
bool err_place(struct err *e, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Adds the remedy. Returns false. */
bool err_hint(struct err *e, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Our bug: prints file and line, aborts with status ST_BUG. */
_Noreturn void err_bug(const char *file, int line, const char *what);
#define BUG(what) err_bug(__FILE__, __LINE__, what)

#endif
