/* transfer.h - one try to get the bytes of an address, by libcurl.
 *
 * Certificates and host keys are always checked, TLS is 1.2 or newer, redirections are few, go to http and
 * https alone and never from https to http. Secrets go to libcurl in memory and only to the host that the
 * source names.
 */
#ifndef KP2S_TRANSFER_H
#define KP2S_TRANSFER_H

#include "answer.h"
#include "recall.h"
#include "secret.h"
#include "sources.h"

struct transfer {
    const struct source *source;
    const struct secret *secret;
    struct recall
        *recall; /* its part grows, and is written when that becomes the beginning of another version */
    bool ask;    /* for what changed since recall.etag and recall.modified */
    struct arena *arena;
    /* what came of it */
    struct answer answer;
    struct str name; /* as which the file came, see answer_name() */
    long wait;       /* seconds that the server asks to wait before the next try; 0: it says nothing */
};

enum transfer_result {
    TRANSFER_WHOLE,     /* all bytes are in recall.part */
    TRANSFER_UNCHANGED, /* the server has what was archived last */
    TRANSFER_AGAIN,     /* e is filled with a fault that may pass */
    TRANSFER_FAILED,    /* e is filled when the source is at fault, fatal when the archive's folder is */
};

enum transfer_result transfer(struct transfer *t, struct err *e, struct err *fatal);

#endif
