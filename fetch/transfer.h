/* transfer.h - one try to get the bytes of a file at a server (remote.h says how it is asked). */
#ifndef KP2S_TRANSFER_H
#define KP2S_TRANSFER_H

#include "answer.h"
#include "recall.h"
#include "remote.h"

struct transfer {
    struct remote *remote;
    const struct target *target;
    struct recall
        *recall; /* its part grows, and is written when that becomes the beginning of another version */
    bool ask;    /* for what changed since what was archived last */
    struct arena *arena;
    /* what came of it */
    struct answer answer;
    struct str version; /* of the file, before its bytes are asked for; empty: not told */
    struct str name;    /* as which the file came, see answer_name() */
};

enum transfer_result {
    TRANSFER_WHOLE,     /* all bytes are in the part */
    TRANSFER_UNCHANGED, /* the server has what was archived last */
    TRANSFER_RESTLESS,  /* it did not rest as long as its source says */
    TRANSFER_NO_FILE,   /* what its folder lists is none, or is gone */
    TRANSFER_FAILED,    /* e is filled when the source is at fault, fatal when the archive's folder is */
};

enum transfer_result transfer(struct transfer *t, struct err *e, struct err *fatal);

#endif
