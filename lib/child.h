/* child.h - running sister programs, alone or as a pipe, with their messages kept. */
#ifndef KP2S_CHILD_H
#define KP2S_CHILD_H

#include "err.h"
#include "str.h"

#include <stdio.h>
#include <sys/types.h>

enum { CHILD_MAX_STAGES = 4 };

/* A pipe of programs: each writes to the next. Standard input of the first is /dev/null. */
struct pipeline {
    const char *const *argv[CHILD_MAX_STAGES]; /* argv[i][0] is the program's name, found beside this one */
    int stages;
    FILE *output;                     /* what the last one wrote to standard output; caller closes */
    FILE *messages[CHILD_MAX_STAGES]; /* what each wrote to standard error */
    pid_t pid[CHILD_MAX_STAGES];
    int status[CHILD_MAX_STAGES]; /* exit status, or 128 + signal */
    int running;
};

/* Starts all stages. False with e when a program cannot be run. */
bool pipeline_start(struct pipeline *p, struct err *e);
/* The same, and waits until all have ended. Only for a program that has no other children then. */
bool pipeline_run(struct pipeline *p, struct err *e);
/* Takes note that pid ended; true when it was the last one of this pipe still running. */
bool pipeline_ended(struct pipeline *p, pid_t pid, int wait_status);
/* The stage whose failure caused the others': -1 when all ended well. */
int pipeline_culprit(const struct pipeline *p);
/* The first error a stage told, with its hint; written to text. */
void pipeline_message(const struct pipeline *p, int stage, char *text, size_t size);
/* Passes on the warnings of all stages, each after the name of what they worked on. */
void pipeline_warnings(const struct pipeline *p, struct str name);
/* The same for what they told of their work. */
void pipeline_summary(const struct pipeline *p, struct str name);
/* A path under which the output can be opened and read from its beginning. */
const char *pipeline_output(const struct pipeline *p, struct arena *a);
void pipeline_close(struct pipeline *p); /* may be called again */

#endif
