/* attempt.h - the steps by which a staged source becomes a submission, within a transaction that submit.c or
 * group.c begins and ends: lock, look, check, compare, write.
 */
#ifndef KP2S_ATTEMPT_H
#define KP2S_ATTEMPT_H

#include "submit.h"

/* One attempt at one source. */
struct attempt {
    struct pg *pg;
    const struct source *source;
    const struct submit_options *options;
    struct outcome *o;
    struct arena arena; /* parameters */
    const char *form, *scope, *period, *part;
    const char *within; /* a condition on facts: those that its records may be about */
    bool overridden;    /* a closed period */
    long before;        /* facts that the superseded submission told until now */
    long yielding;      /* facts that a form tells that counts before this one */
    char scope_key[24], period_key[24], content[12];
};

/* What is given is borrowed. */
void attempt_init(struct attempt *t, struct pg *pg, const struct source *source,
                  const struct submit_options *options, struct outcome *o);
void attempt_done(struct attempt *t);

/* One load of the slot at a time, and none while a group of the kind is loaded; ST_CLOSED when that takes too
 * long. */
bool attempt_lock_slot(struct attempt *t, struct err *e);
/* Refuses tokens of another key; finds the slot's current submission; done: the file was loaded before, and
 * nothing is to be done. */
bool attempt_look(struct attempt *t, bool *done, struct err *e);
/* Scope, period and closing; locks the kabupaten/kota that the source is about. */
bool attempt_check(struct attempt *t, struct err *e);
/* How the source differs from what is current; ST_CONFIRM when it withdraws too much. */
bool attempt_compare(struct attempt *t, struct err *e);
/* The submission, its tables and its remarks. */
bool attempt_submission(struct attempt *t, struct err *e);
/* The rows, in place of those that they cover. */
bool attempt_replace(struct attempt *t, struct err *e);
/* False when two records are for the same fact: then e tells which, in place of what it told. */
bool attempt_once(struct attempt *t, struct err *e);
/* The connection was lost during COMMIT: true when the submission is there nevertheless. */
bool submit_committed(struct attempt *t, struct err *e);
/* A script on the kind's fact (loadkind_sql). NULL on failure. */
PGresult *attempt_script(struct attempt *t, const char *sql, int n, const char *const *params, struct err *e);

#endif
