/* prog.h - what every program shares: options, --help, --version, messages, the end of main.
 *
 * A main reads: describe the program in a struct prog, prog_begin() parses, one run(…) works, prog_end()
 * prints the error if any, and gives the exit status. Data alone goes to standard output (out.h), messages
 * alone to standard error. Messages are short on a terminal and key=value otherwise.
 */
#ifndef KP2S_PROG_H
#define KP2S_PROG_H

#include "err.h"
#include "str.h"

#include <stdio.h>

struct option_spec {
    char letter;          /* 0 when there is only the long form */
    const char *name;     /* long form without dashes */
    const char *argument; /* what it takes, as shown in --help; NULL for a flag */
    const char *help;     /* one line */
    const char **value;   /* set to the argument; the last one wins */
    bool *flag;           /* set to true */
};

struct prog {
    const char *name;                  /* "kp2s-extract" */
    const char *synopsis;              /* "[-l LAYOUT] FILE…" */
    const char *about;                 /* one to a few lines on what goes in and out */
    const char *examples;              /* shown at the end of --help; may be NULL */
    const struct option_spec *options; /* ends with a NULL name */
    int min_operands, max_operands;    /* max -1: any number */
    void (*more_help)(void);           /* prints what --help ends with; may be NULL */
};

/* Parses argv. Returns false when the program has to end at once (--help, --version or wrong usage): *status
 * is then the exit status. Operands are left in *operands, *n. */
bool prog_begin(const struct prog *p, int argc, char **argv, char ***operands, int *n, int *status);

/* The nth argument (from 0) given to an option that may be repeated, by its long name; NULL when there are
 * fewer. At most PROG_MAX_GIVEN arguments are kept for all options together. */
enum { PROG_MAX_GIVEN = 200 };
const char *prog_given(const char *name, size_t nth);

/* Prints an error with its place and hint. */
void prog_print(FILE *f, const struct err *e);
/* Prints the error of a failed run to standard error; returns its status. e with status 0 returns 0. */
int prog_end(const struct prog *p, const struct err *e);

enum level { LOG_ERROR, LOG_WARN, LOG_INFO, LOG_DEBUG };
/* One event, one line; control characters are escaped. Shown from the level set by -v/-q (default LOG_INFO).
 */
void prog_log(enum level level, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A progress bar on a terminal, nothing elsewhere. done == total ends it. */
void prog_progress(const char *what, long done, long total);

/* Seconds since the program began, for the summary line. */
double prog_seconds(void);

/* The folder with the toolkit's read-only data (layouts, catalogue, instruments): --etc or KP2S_ETC, else the
 * one beside a build tree, else share/kp2s beside the folder of this program, else the one built in. */
const char *prog_etc(const char *option);
/* The path of a sister program: beside this one. Valid until the next call. */
const char *prog_sister(const char *name);

#endif
