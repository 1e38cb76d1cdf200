/* submit.h - makes a staged source a submission: one transaction, under the lock of its slot.
 *
 * A slot is form × scope × period × part. The new submission supersedes the slot's current one: what was
 * current moves to the history, and comes to be readable only "as of" then. A fact that another slot's file
 * told is taken over by the later load, and returns when a correction no longer tells it. doc/warehouse.md
 * explains with examples.
 */
#ifndef KP2S_SUBMIT_H
#define KP2S_SUBMIT_H

#include "reason.h"
#include "stage.h"

struct submit_options {
    const char *override; /* why a closed period is loaded nevertheless; NULL: it is not */
    bool confirmed;       /* load also a file that withdraws more than that: */
    struct reject_limit withdrawn;
    long wait;    /* seconds to wait for another load of the slot */
    bool dry_run; /* everything but COMMIT */
    bool again;   /* load a file that was loaded before and is superseded */
};

enum submit_result { SUBMIT_LOADED, SUBMIT_DRY, SUBMIT_ALREADY, SUBMIT_REPLAYED };

struct outcome {
    enum submit_result result;
    char submission[24];  /* its key; for ALREADY and REPLAYED that of the earlier one */
    char predecessor[24]; /* the superseded submission, "0" for none; for REPLAYED the one that superseded it
                           */
    long added, changed, unchanged, taken_over; /* of the source's records */
    long withdrawn;                             /* told by the predecessor, no longer told */
    long returned;                              /* of those: told by another slot before, and so again */
};

/* Serialization failures and deadlocks are repeated, five times in all, with pauses. When the connection is
 * lost during COMMIT, a new one is asked what became of it. */
bool submit(struct pg *pg, const struct source *source, const struct submit_options *options,
            struct outcome *o, struct err *e);

#endif
